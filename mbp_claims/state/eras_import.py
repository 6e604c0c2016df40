"""Importing ERAs: files are read in a thread, one after the other, and each says what came of it."""

from dataclasses import dataclass, replace
from typing import Any

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.import_era import AlreadyImported, Imported, keep_era
from mbp_claims.actions.match_era import match_era
from mbp_claims.actions.read_era import ReadEra, read_era
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state import eras_work
from mbp_claims.state.arguments import told, uploads
from mbp_claims.state.base import Done, attempt_in_thread, calmly, look
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_work import Work, beats
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import refused, said_with
from mbp_claims.views.era import ImportAnswer, ImportStep, WorkView
from mbp_claims.views.show_import import import_answer, import_step, interrupted, stopped, too_large, too_many
from mbp_claims.words import _, ngettext

LARGEST = 25 * 1024 * 1024
MOST_FILES = 20
BUSY = _("Another file is being read. Wait until it is done, or stop it.")


@dataclass(frozen=True)
class Waiting:
    """A file on its way from the upload to the thread; too large where it has no content."""

    name: str
    content: bytes | None


_waiting: dict[str, list[Waiting]] = {}
"""By tab. Not kept in the state, which is saved after every event."""


class ImportState(rx.State):
    """What is being read, and what came of the files that were given last."""

    answers: list[ImportAnswer] = []
    steps: list[ImportStep] = []
    work: WorkView = WorkView()

    @rx.event
    async def take(self, files: list[rx.UploadFile]):
        """Only takes the bytes; `read` does the rest, in the background."""
        given = uploads(files)
        if self.work.title and given:
            return refused(BUSY)
        if not given:
            return None
        taken = []
        for file in given[:MOST_FILES]:
            too_big = file.size is not None and file.size > LARGEST
            content = None if too_big else await file.read(LARGEST + 1)
            taken.append(Waiting(told(file.name, 120) or _("This file"), content))
        _waiting[_tab(self)] = taken
        self.answers = [too_many(len(given) - MOST_FILES, MOST_FILES)] if len(given) > MOST_FILES else []
        self.steps = [ImportStep(one.name) for one in taken]
        self.work = WorkView(_title(0, len(taken)), taken[0].name)
        return ImportState.read

    @rx.event(background=True)
    async def read(self):
        """Each file is read, checked, balanced, matched and kept, or refused whole with the reason. Nothing is posted.

        Does nothing unless files wait; leaving the page does not stop it.
        """
        async with self:
            tab = _tab(self)
            files = _waiting.pop(tab, [])
            work = eras_work.begin(tab) if files else None
        if work is None:
            return
        imported: list[Imported] = []
        try:
            for number, file in enumerate(files):
                async with self:
                    self._mark(number, ImportStep(file.name, "reading", _("Reading…")))
                async for done in beats(_import, file, work):
                    async with self:
                        if done is None:
                            self.work = work.view(_title(number, len(files)), file.name)
                        else:
                            self._tell(number, file, done)
                            imported += [done.value] if done.value else []
        finally:
            eras_work.end(tab)
            async with self:
                self.work, self.steps = WorkView(), []
        async with self:
            event = await self._finish(imported, len(files))
        if event is not None:
            yield event

    @rx.event
    def stop(self):
        """The file that is being read is given up, and those after it; nothing of them is kept."""
        if eras_work.call_off(_tab(self)):
            self.work = replace(self.work, stopping=True)

    @rx.event
    def forget(self):
        """Takes what was said off the page."""
        self.answers = []

    def _interrupted(self) -> None:
        if self.work.title:
            kept = len(self.answers)
            self.answers = [*self.answers, *(interrupted(step.name) for step in self.steps[kept:])]
            self.work, self.steps = WorkView(), []

    def _tell(self, number: int, file: Waiting, done: Done[Imported]) -> None:
        answer = _answer(file, done)
        self.answers = [*self.answers, answer]
        self._mark(number, import_step(file.name, done.value))

    def _mark(self, number: int, step: ImportStep) -> None:
        self.steps = [step if n == number else one for n, one in enumerate(self.steps)]

    async def _finish(self, imported: list[Imported], files: int) -> Any:
        """The inbox shows what is new. One file that was read is opened, unless the page was left meanwhile."""
        (await self.get_state(ErasState))._show()
        shell = await self.get_state(ShellState)
        shell._refresh()
        here = str(self.router.url.path).strip("/") == routes.ERAS.strip("/")
        shell.announcement = " ".join(f"{one.title} {one.detail}" for one in self.answers)
        if here and files == 1 and imported:
            return rx.redirect(routes.era(imported[0].remittance_id))
        if not here and self.answers:
            return said_with(_summary(len(imported), files), _("Go to ERA Inbox"), routes.ERAS)
        return None


def _import(file: Waiting, work: Work) -> Done[Imported]:
    """In a thread. Reads and matches outside of any transaction: only what is kept makes others wait."""
    if file.content is None or len(file.content) > LARGEST:
        return Done(refused=TooLarge(_("The file is too large.")))
    if work.is_off:
        return Done(cancelled=True)
    work.begin_again()
    read: Done[ReadEra] = calmly(read_era, file.name, file.content, work.step)
    if read.value is None:
        return Done(None, read.refused, read.failed, read.cancelled)
    matched: Done[ReadEra] = look(match_era, read.value, work.step)
    if matched.value is None:
        return Done(None, matched.refused, matched.failed, matched.cancelled)
    return attempt_in_thread(keep_era, matched.value, work.step)


class TooLarge(RuleViolation):
    """More bytes than are read."""


def _answer(file: Waiting, done: Done[Imported]) -> ImportAnswer:
    if isinstance(done.refused, TooLarge):
        return too_large(file.name, LARGEST)
    if done.cancelled:
        return stopped(file.name)
    before = done.refused.remittance_id if isinstance(done.refused, AlreadyImported) else 0
    return import_answer(file.name, done.value, done.sentence(""), before)


def _title(number: int, count: int) -> str:
    return ngettext("Reading the file", "Reading file {number} of {count}", count, number=number + 1)


def _summary(kept: int, files: int) -> str:
    if files == 1:
        return _("The ERA is ready to review.") if kept else _("The ERA was not imported.")
    return _("{kept} of {files} ERAs are ready to review.", kept=kept, files=files)


def _tab(state: rx.State) -> str:
    return str(state.router.session.client_token)
