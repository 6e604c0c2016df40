"""The ERA Inbox, and one ERA."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.claim_dialogs import completion_dialog
from mbp_claims.pages.frame import framed
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_import import ImportState
from mbp_claims.state.eras_review import EraState
from mbp_claims.ui.era_detail import EraTabs, era_detail
from mbp_claims.ui.era_drop import era_drop, import_answers, import_button
from mbp_claims.ui.era_file import FileBar
from mbp_claims.ui.era_list import era_list
from mbp_claims.ui.era_lost import LostEvents, lost_lines
from mbp_claims.ui.era_matched import MatchedEvents, PostBar, matched_lines, post_bar
from mbp_claims.ui.era_problems import ProblemEvents, problem_lines
from mbp_claims.ui.era_work import posting_bar
from mbp_claims.ui.feedback import failed, not_yours, page_bones
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("ERA (electronic remittance advice): the payer’s answer to your claims.")


def eras_page() -> rx.Component:
    page = Pager(
        "", ErasState.has_newer, ErasState.has_older, ErasState.newer, ErasState.older, testids.ERA_NEWER,
        testids.ERA_OLDER,
    )  # fmt: skip
    take = ImportState.take(rx.upload_files(upload_id=testids.ERA_UPLOAD_ID))
    refused = ErasState.phase == "refused"
    inbox = rx.fragment(
        era_drop(take, work=ImportState.work, steps=ImportState.steps, on_stop=ImportState.stop),
        import_answers(ImportState.answers, on_clear=ImportState.forget),
        era_list(ErasState.rows, page, state=ErasState.phase, on_retry=ErasState.load),
    )
    return framed(
        page_head(_("ERA Inbox"), rx.cond(refused, rx.fragment(), import_button()), below=rx.el.p(WHAT)),
        rx.cond(refused, not_yours(ErasState.why), inbox),
        current=_("ERA Inbox"),
        crumbs=((_("ERA Inbox"), ""),),
        busy=ErasState.phase == "loading",
    )


def era_page() -> rx.Component:
    lost = failed(_("The ERA did not load"), on_retry=EraState.load)
    return framed(
        rx.match(EraState.phase, ("ready", _era()), ("error", lost), page_bones()),
        completion_dialog([CompletionState.submit, EraState.match_again]),
        current=_("ERA Inbox"),
        crumbs=((_("ERA Inbox"), routes.ERAS), (EraState.view.check, "")),
        busy=EraState.phase == "loading",
    )


def _era() -> rx.Component:
    bar = FileBar(EraState.file_title, EraState.work.title != "", EraState.post_file, EraState.undo)
    # The tab of the matched lines has its own, in place of Post.
    elsewhere = (EraState.tab != "matched") & (EraState.work.title != "")
    busy = rx.cond(elsewhere, posting_bar(EraState.work, on_stop=EraState.stop), rx.fragment())
    return era_detail(EraState.view, _tabs(), busy, on_undo=EraState.undo, on_reverse=EraState.reverse, file=bar)


def _tabs() -> EraTabs:
    page = Pager(
        "", EraState.has_newer, EraState.has_older, EraState.newer, EraState.older, testids.ERA_LINES_NEWER,
        testids.ERA_LINES_OLDER,
    )  # fmt: skip
    chosen = MatchedEvents(EraState.choose, EraState.forget, EraState.correct_plan, EraState.keep_plan)
    bar = PostBar(EraState.post_title, EraState.post_detail, EraState.work, EraState.post, EraState.stop)
    troubled = ProblemEvents(EraState.quote, CompletionState.open_line, EraState.skip, EraState.match_again)
    return EraTabs(
        EraState.tab,
        rx.fragment(
            matched_lines(EraState.matched, EraState.view.all_chosen, EraState.exceptions, chosen, page), post_bar(bar)
        ),
        lost_lines(EraState.lost, LostEvents(EraState.match, EraState.skip, EraState.take_up), page),
        problem_lines(EraState.problems, troubled, page, quoted=EraState.quoted, quoted_of=EraState.quoted_of),
        EraState.show_tab,
    )
