"""The ERA inbox: what came in, and importing more."""

import asyncio

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.import_and_post import ImportedAndPosted, import_and_post
from mbp_claims.actions.import_era import AlreadyImported
from mbp_claims.actions.open_era import list_eras, open_era
from mbp_claims.state.base import Done, attempt, look, numbered, told, uploads
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import said
from mbp_claims.views.era import EraRow, EraView, ImportAnswer
from mbp_claims.views.show_era import era_row, era_view
from mbp_claims.views.show_import import import_answer, too_large, too_many

LARGEST = 10 * 1024 * 1024
MOST_FILES = 20


class ErasState(rx.State):
    """Fifty payments, newest first, and what came of the files that were just dropped."""

    rows: list[EraRow] = []
    phase: str = "loading"
    answers: list[ImportAnswer] = []
    importing: bool = False
    has_older: bool = False
    has_newer: bool = False
    _starts: list[int] = []
    _last: int = 0

    @rx.event
    def load(self):
        self.answers, self._starts = [], []
        self._show()

    @rx.event
    def older(self):
        if self.has_older:
            self._starts = [*self._starts, self._last]
            self._show()

    @rx.event
    def newer(self):
        self._starts = self._starts[:-1]
        self._show()

    @rx.event
    async def take(self, files: list[rx.UploadFile]):
        """Each file is read, checked, balanced, matched and posted, or refused whole with the reason."""
        self.importing, self.answers = True, []
        yield
        imported: list[ImportedAndPosted] = []
        given = uploads(files)
        for file in given[:MOST_FILES]:
            name = told(file.name, 120) or "This file"
            if file.size is not None and file.size > LARGEST:
                self.answers = [*self.answers, too_large(name)]
                continue
            content = await file.read(LARGEST + 1)
            # In a thread: reading a long file must not make other people wait.
            done: Done[ImportedAndPosted] = await asyncio.to_thread(attempt, import_and_post, name, content)
            before = done.refused.remittance_id if isinstance(done.refused, AlreadyImported) else 0
            self.answers = [*self.answers, import_answer(name, done.value, done.sentence(""), before)]
            imported += [done.value] if done.value else []
        if len(given) > MOST_FILES:
            self.answers = [*self.answers, too_many(len(given) - MOST_FILES, MOST_FILES)]
        self.importing = False
        self._show()
        shell = await self.get_state(ShellState)
        shell._refresh()
        if imported:
            shell.announcement = _made(imported)
            yield said(_posted(imported))
            if len(given) == 1:
                yield rx.redirect(routes.era(imported[0].remittance_id))

    def _show(self) -> None:
        found = look(list_eras, self._starts[-1] if self._starts else None).value
        if found is None:
            self.phase = "error"
            return
        facts, self.has_older = found
        self.rows = [era_row(one) for one in facts]
        self._last = facts[-1].remittance.id or 0 if facts else 0
        self.has_newer, self.phase = bool(self._starts), "ready"


class EraState(rx.State):
    """One payment with the claims it answers."""

    view: EraView = EraView()
    phase: str = "loading"

    @rx.event
    def load(self):
        parts = [part for part in str(self.router.url.path).split("/") if part]
        era_id = numbered(parts[1]) if len(parts) > 1 else 0
        opened = look(open_era, era_id)
        self.view = era_view(opened.value) if opened.value else EraView(id=str(era_id), found=False)
        self.phase = "error" if opened.failed else "ready"


def _posted(imported: list[ImportedAndPosted]) -> str:
    posted, made = sum(one.posted for one in imported), sum(len(one.secondaries) for one in imported)
    words = f"{posted} payment{'' if posted == 1 else 's'} posted."
    if made:
        words += f" {made} secondary claim{' is' if made == 1 else 's are'} waiting under Pending Claims."
    return words


def _made(imported: list[ImportedAndPosted]) -> str:
    numbers = [claim.number for one in imported for claim in one.secondaries]
    return f"Secondary claim {numbers[0]} was created." if len(numbers) == 1 else _posted(imported)
