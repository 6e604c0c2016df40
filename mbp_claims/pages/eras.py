"""The ERA Inbox, and one ERA."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.frame import framed
from mbp_claims.state.eras import ErasState, EraState
from mbp_claims.ui.era_detail import era_detail
from mbp_claims.ui.era_drop import era_drop, import_answers, import_button
from mbp_claims.ui.era_list import era_list
from mbp_claims.ui.feedback import failed
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.shell import page_head

WHAT = "ERA (electronic remittance advice): the payer’s answer to your claims."


def eras_page() -> rx.Component:
    page = Pager(
        "", ErasState.has_newer, ErasState.has_older, ErasState.newer, ErasState.older, testids.ERA_NEWER,
        testids.ERA_OLDER,
    )  # fmt: skip
    reading = rx.cond(ErasState.importing, "Reading the file…", "")
    take = ErasState.take(rx.upload_files(upload_id=testids.ERA_UPLOAD_ID))
    return framed(
        page_head("ERA Inbox", import_button(), below=rx.el.p(WHAT)),
        era_drop(take, reading=reading),
        import_answers(ErasState.answers),
        era_list(ErasState.rows, page, state=ErasState.phase, on_retry=ErasState.load),
        current="ERA Inbox",
        crumbs=(("ERA Inbox", ""),),
        busy=ErasState.phase == "loading",
    )


def era_page() -> rx.Component:
    lost = failed("The ERA did not load", on_retry=EraState.load)
    return framed(
        rx.match(EraState.phase, ("ready", era_detail(EraState.view)), ("error", lost), rx.fragment()),
        current="ERA Inbox",
        crumbs=(("ERA Inbox", routes.ERAS), (EraState.view.check, "")),
        busy=EraState.phase == "loading",
    )
