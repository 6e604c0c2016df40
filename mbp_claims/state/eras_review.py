"""One ERA: looked at tab by tab, its lines chosen, posted, and taken back."""

from typing import Any

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.look_again import look_again
from mbp_claims.actions.posted import Posted
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.preview_file import payments_of_file
from mbp_claims.domain.era_facts import EraPreview, Tab
from mbp_claims.domain.news import News
from mbp_claims.state import eras_work
from mbp_claims.state.arguments import numbered, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.eras_posting import (
    FAILED,
    post_apart,
    post_file_apart,
    reverse_apart,
    reversed_,
    undo_apart,
    undone,
    working,
)
from mbp_claims.state.eras_settle import SettlesLines
from mbp_claims.state.paging import Pages
from mbp_claims.state.readings import seen
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import refused, said_with
from mbp_claims.views.era import WorkView
from mbp_claims.views.era_review import EraView, LostLine, MatchedLine, ProblemLine
from mbp_claims.views.show_file import file_to_post
from mbp_claims.views.show_lines import lost_line, matched_line, problem_line
from mbp_claims.views.show_posting import file_posted_words, posted_words, to_post
from mbp_claims.views.show_review import era_view
from mbp_claims.words import _

LONGEST_IDS = 4000
"""Letters of the ids of a file's postings."""


class EraState(SettlesLines, Pages, rx.State):
    """`exceptions` are the lines whose box is not as all others are: ticked off, or (in quarantine) ticked."""

    view: EraView = EraView()
    phase: str = "loading"
    tab: str = Tab.MATCHED.value
    matched: list[MatchedLine] = []
    lost: list[LostLine] = []
    problems: list[ProblemLine] = []
    post_title: str = ""
    post_detail: str = ""
    file_title: str = ""
    work: WorkView = WorkView()
    _id: int = 0
    _cents: dict[str, int] = {}
    """What each exception was paid, by its id."""

    @rx.event
    def load(self):
        """An ERA that is looked at again is as it was left: its tab, its page, what was ticked off."""
        era_id = era_number(str(self.router.url.path))
        if era_id != self._id:
            self._id, self.tab, self.phase = era_id, Tab.MATCHED.value, "loading"
            self._lines(None)
        elif self.phase == "ready" and self.view.found:  # from a claim that was looked at, or after a cut line
            self._hear(News(everything=True))
            seen(f"ERA {self.view.check} opened", remittance_id=self._id)
            return
        self._start_over()
        self._show(opening=True)

    @rx.event
    def show_tab(self, tab: str):
        if told(tab) in list(Tab):
            self.tab, self._starts = told(tab), []
            self._show()

    @rx.event
    def choose(self, line_id: str, ticked: bool):
        """Whether a line of this page is to be posted."""
        line_id = told(line_id)
        line = next((one for one in self.matched if one.id == line_id and not one.posted), None)
        if line is None:
            return
        others = [one for one in self.exceptions if one != line_id]
        self.exceptions = others if (ticked is True) == self.view.all_chosen else [*others, line_id]
        self._tell_sum()

    @rx.event(background=True)
    async def post(self):
        """All that is chosen, in one transaction."""
        async with self:
            chosen = [numbered(one) for one in self.exceptions]
            lines, left_out = (None, chosen) if self.view.all_chosen else (chosen, [])
            era_id = self._id
        async for event in working(self, _("Posting"), _posted, post_apart, era_id, lines=lines, left_out=left_out):
            yield event

    @rx.event(background=True)
    async def post_file(self):
        """All payments of the file that add up, but for what was ticked off here; in one transaction."""
        async with self:
            left_out = [numbered(one) for one in self.exceptions] if self.view.all_chosen else []
            ids = look(payments_of_file, self._id).value or []
        async for event in working(self, _("Posting the whole file"), _posted_file, post_file_apart, ids, left_out):
            yield event

    @rx.event(background=True)
    async def undo(self, posting_ids: str):
        """One posting, or those of a whole file, their ids with blanks between, in one transaction."""
        ids = [numbered(one) for one in told(posting_ids, LONGEST_IDS).split()]
        async for event in working(self, _("Undoing"), undone, undo_apart, ids):
            yield event

    @rx.event(background=True)
    async def reverse(self, posting_id: str):
        async for event in working(self, _("Reversing"), reversed_, reverse_apart, numbered(posting_id)):
            yield event

    @rx.event
    def stop(self):
        eras_work.call_off(str(self.router.session.client_token))

    @rx.event
    async def match_again(self):
        """Looks at what waits anew: something of ours may have changed since."""
        done = await attempt(look_again, self._id)
        self._show()
        return None if done.well else refused(done.sentence(FAILED))

    def _hear(self, news: News) -> str:
        """What was ticked stays ticked, but for lines that were posted meanwhile."""
        if self.phase == "ready" and self.view.found and (news.claims or news.of_era(self._id)):
            posted = self.view.posted
            self._show()
            settled = {line.id for line in self.matched if line.posted}
            kept = [] if not self.view.ready else [one for one in self.exceptions if one not in settled]
            if self.view.posted != posted and kept != self.exceptions:
                self.exceptions = kept
                self._tell_sum()
        return ""

    def _interrupted(self) -> None:
        self.work = WorkView()

    def _start_over(self) -> None:
        self._starts, self.exceptions, self._cents = [], [], {}
        self.quoted, self.quoted_of = [], ""

    def _show(self, opening: bool = False) -> None:
        opened = look(preview_era, self._id, self.tab, self._starts[-1] if self._starts else 0)
        preview = opened.value
        if preview is None:
            tell(self, view=EraView(id=str(self._id), found=False), phase="error" if opened.failed else "ready")
            return
        tell(self, view=era_view(preview))
        if opening:
            seen(f"ERA {preview.facts.remittance.trace} opened", remittance_id=self._id)
        if opening and not self.view.matched and self.tab == Tab.MATCHED and (self.view.lost or self.view.wrong):
            self.tab = Tab.NOT_MATCHED.value if self.view.lost else Tab.PROBLEMS.value
            self._show()
            return
        self._lines(preview)
        tell(self, phase="ready")
        self._tell_sum()

    def _lines(self, preview: EraPreview | None) -> None:
        lines = preview.lines if preview else ()
        payer = preview.facts.payer if preview else ""
        self._cents |= {str(one.row.id): one.row.paid_cents for one in lines}
        self._last = preview.last_position if preview else 0
        tell(
            self, matched=[matched_line(one, payer) for one in lines if self.tab == Tab.MATCHED],
            lost=[lost_line(one) for one in lines if self.tab == Tab.NOT_MATCHED],
            problems=[problem_line(one) for one in lines if self.tab == Tab.PROBLEMS],
            has_older=bool(preview and preview.has_more), has_newer=bool(self._starts),
        )  # fmt: skip

    def _tell_sum(self) -> None:
        cents = sum(self._cents.get(one, 0) for one in self.exceptions)
        count, view = len(self.exceptions), self.view
        if view.all_chosen:
            count, cents = view.ready - count, view.ready_cents - cents
        title, detail = to_post(count, cents, view.ready)
        file, out = view.file, self.exceptions if view.all_chosen else []
        lefts = sum(self._cents.get(one, 0) for one in out)
        whole = file_to_post(file.ready - len(out), file.ready_cents - lefts, file.ready_eras)
        tell(self, post_title=title, post_detail=detail, file_title=whole)


def _posted(came: Posted) -> tuple[str, Any]:
    words = posted_words(came)
    return words, said_with(words, _("Go to Pending Claims"), routes.CLAIMS, EraState.undo(str(came.posting_id)))


def _posted_file(came: list[Posted]) -> tuple[str, Any]:
    words = file_posted_words(Posted.together(came), len(came))
    ids = " ".join(str(one.posting_id) for one in came)
    return words, said_with(words, _("Go to Pending Claims"), routes.CLAIMS, EraState.undo(ids))


def era_number(path: str) -> int:
    """`/era/7` is 7."""
    parts = [part for part in path.split("/") if part]
    return numbered(parts[1]) if len(parts) > 1 else 0
