"""The ERA Inbox, importing, and the page of one ERA."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import era_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.staged import opened, said
from mbp_claims.ui.claim_ledger import claim_ledger
from mbp_claims.ui.era_detail import (
    EraTabs,
    era_detail,
    era_events,
    posted_note,
    reverse_dialog,
)
from mbp_claims.ui.era_drop import era_drop, import_answers, import_button
from mbp_claims.ui.era_file import FileBar, whole_file
from mbp_claims.ui.era_list import era_list
from mbp_claims.ui.era_lost import LostEvents, lost_lines, reason_row
from mbp_claims.ui.era_matched import MatchedEvents, PostBar, matched_lines, post_bar
from mbp_claims.ui.era_problems import ProblemEvents, problem_lines
from mbp_claims.ui.era_sums import adds_up, withheld_amounts
from mbp_claims.ui.era_work import posting_bar, work_bar
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.payer_ledger import ledger_sum, payer_ledger
from mbp_claims.ui.swap_form import swap_form
from mbp_claims.views.era import WorkView
from mbp_claims.views.ledger import LedgerView

CHOSEN = MatchedEvents(said("on_choose"), said("on_forget"), said("on_correct"), said("on_keep"))
LOST = LostEvents(heard("on_match"), said("on_skip"), said("on_take_up"))
TROUBLED = ProblemEvents(said("on_quote"), said("on_form"), said("on_skip"), heard("on_again"))
MORE = Pager("", True, True, heard("on_newer"), heard("on_older"))
READY = PostBar(
    "Post 2 payments, $176.80", "You can undo it until a claim that follows from it is filed.", on_post=heard("on_post")
)


def _drop(work: WorkView | None = None, steps: Any = ()) -> rx.Component:
    return rx.fragment(
        import_button(), era_drop(heard("era_drop.on_import"), work=work, steps=steps, on_stop=heard("on_stop"))
    )


def _answers(*answers: Any) -> rx.Component:
    return import_answers([*answers], on_clear=heard("on_clear"))


def _matched(rows: Any, all_chosen: bool = True, exceptions: Any = (), page: Any = None) -> rx.Component:
    return matched_lines(rows, all_chosen, list(exceptions), CHOSEN, page or Pager())


def _tabs(tab: str = "matched", rows: Any = cast.MATCHED, bar: PostBar = READY) -> EraTabs:
    return EraTabs(
        tab,
        rx.fragment(_matched(rows), post_bar(bar)),
        lost_lines(cast.NOT_MATCHED, LOST),
        problem_lines(cast.PROBLEMS, TROUBLED, quoted=cast.SEGMENTS, quoted_of="7"),
        heard_with("on_tab"),
    )


def era_page(era: Any = cast.TO_REVIEW, **tabs: Any) -> rx.Component:
    """The whole page of an ERA."""
    return era_detail(era, _tabs(**tabs), on_undo=heard_with("on_undo"), on_reverse=heard_with("on_reverse"))


SPECIMENS = (
    Specimen("era_list", "list", lambda: era_list(cast.ERAS)),
    Specimen("era_list", "loading", lambda: era_list([], state="loading")),
    Specimen("era_list", "empty", lambda: era_list([])),
    Specimen("era_list", "error", lambda: era_list([], state="error", on_retry=heard("era_list.on_retry"))),
    Specimen("era_drop", "idle", _drop),
    Specimen("era_drop", "reading", lambda: _drop(cast.READING, cast.STEPS)),
    Specimen("era_drop", "one-file", lambda: _drop(WorkView("Reading the file", "remit.835"))),
    Specimen("work_bar", "stopping", lambda: work_bar(WorkView("Reading the file", "a.835", "", 1, 4, True))),
    Specimen("posting_bar", "posting", lambda: posting_bar(cast.POSTING, on_stop=heard("on_stop"))),
    Specimen("import_answers", "not-an-835", lambda: _answers(cast.NOT_AN_835)),
    Specimen("import_answers", "quarantine", lambda: _answers(cast.QUARANTINE)),
    Specimen("import_answers", "imported-before", lambda: _answers(cast.IMPORTED_BEFORE)),
    Specimen("import_answers", "kept", lambda: _answers(cast.KEPT)),
    Specimen("import_answers", "several", lambda: _answers(cast.KEPT, cast.NOT_AN_835, cast.CALLED_OFF)),
    Specimen("era_detail", "review", era_page),
    Specimen("era_detail", "not-matched", lambda: era_page(tab="not_matched")),
    Specimen("era_detail", "problems", lambda: era_page(cast.QUARANTINED, tab="problems")),
    Specimen("era_detail", "posted", lambda: era_page(cast.POSTED_ERA, rows=cast.POSTED_LINES, bar=PostBar())),
    Specimen("era_detail", "not-found", lambda: era_page(cast.NO_ERA)),
    Specimen("matched_lines", "chosen", lambda: _matched(cast.MATCHED, exceptions=("2",), page=MORE)),
    Specimen("matched_lines", "quarantine", lambda: _matched(cast.MATCHED, False)),
    Specimen("matched_lines", "posted", lambda: _matched(cast.POSTED_LINES)),
    Specimen("matched_lines", "every-effect", lambda: _matched(cast.EVERY_EFFECT)),
    Specimen("matched_lines", "none", lambda: _matched([])),
    Specimen("post_bar", "ready", lambda: post_bar(READY)),
    Specimen("post_bar", "posting", lambda: post_bar(PostBar("", "", cast.POSTING))),
    Specimen("lost_lines", "one-likely", lambda: lost_lines(cast.NOT_MATCHED, LOST)),
    Specimen("lost_lines", "two-fit", lambda: lost_lines(cast.TWO_FIT, LOST)),
    Specimen("lost_lines", "none", lambda: lost_lines([], LOST)),
    Specimen("reason_row", "differs", lambda: rx.el.ul(
        reason_row(cast.NOT_MATCHED[0].candidates[0].reasons[0]), class_name="reasons")),
    Specimen("problem_lines", "quoted", lambda: problem_lines(
        cast.PROBLEMS, TROUBLED, quoted=cast.SEGMENTS, quoted_of="7")),
    Specimen("problem_lines", "none", lambda: problem_lines([], TROUBLED)),
    Specimen("adds_up", "waits", lambda: adds_up(cast.TO_REVIEW)),
    Specimen("adds_up", "off", lambda: adds_up(cast.QUARANTINED)),
    Specimen("whole_file", "ready", lambda: whole_file(
        cast.SEVERAL, FileBar("3 payments in 2 ERAs, $269.60", False, heard("on_post"), heard_with("on_undo")))),
    Specimen("whole_file", "posted", lambda: whole_file(
        cast.SEVERAL_POSTED, FileBar("", False, heard("on_post"), heard_with("on_undo")))),
    Specimen("posted_note", "undo", lambda: posted_note(cast.POSTED_ERA, heard_with("on_undo"))),
    Specimen("posted_note", "reverse", lambda: posted_note(cast.REVERSIBLE, heard_with("on_undo"))),
    Specimen("withheld_amounts", "two", lambda: withheld_amounts(cast.QUARANTINED)),
    Specimen("era_events", "posted", lambda: era_events(cast.POSTED_ERA)),
    Specimen("payer_ledger", "year", lambda: payer_ledger(cast.LEDGER, on_year=heard_with("on_year"))),
    Specimen("payer_ledger", "not-found", lambda: payer_ledger(LedgerView(found=False), on_year=heard_with("on_year"))),
    Specimen("ledger_sum", "adds-up", lambda: ledger_sum(cast.LEDGER)),
    Specimen("claim_ledger", "to-decide", lambda: claim_ledger(cast.CLAIM_LEDGER, on_decide=said("on_decide"))),
    Specimen("claim_ledger", "decided", lambda: claim_ledger(cast.DECIDED_LEDGER, on_decide=said("on_decide"))),
    Specimen("swap_form", "asked", lambda: opened(
        testids.SWAP_DIALOG, swap_form(cast.SWAP, on_submit=heard("on_submit")))),
    Specimen("swap_form", "medicare", lambda: opened(
        testids.SWAP_DIALOG, swap_form(cast.SWAP_TO_MEDICARE, on_submit=heard("on_submit")))),
    Specimen("reverse_dialog", "open", lambda: opened(
        testids.ERA_REVERSE_DIALOG, reverse_dialog(cast.REVERSIBLE, heard_with("on_reverse")))),
)  # fmt: skip
