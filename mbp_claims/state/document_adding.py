"""Adding documents: files are read in a thread, one after the other, and each says why where it was not added."""

import asyncio
from dataclasses import dataclass

import reflex as rx

from mbp_claims.actions.keep_document import keep_document, read_document
from mbp_claims.domain.card import LARGEST_BYTES, TOO_LARGE
from mbp_claims.domain.document import Document
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state.arguments import told, uploads
from mbp_claims.state.base import Done, attempt_in_thread, calmly
from mbp_claims.state.documents import DocumentsState
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.document import RefusedFile
from mbp_claims.words import _, ngettext

MOST_FILES = 10
NOT_KEPT = _("Nothing was changed. Try again")
STARTED_ANEW = _("The program was started anew meanwhile. See whether it is in the list, else add it again")
BUSY = _("Other files are being added. Wait until that is done.")


@dataclass(frozen=True)
class Waiting:
    """A file on its way from the upload to the chart that was open then; too large where it has no content."""

    number: str
    name: str
    content: bytes | None


_waiting: dict[str, list[Waiting]] = {}
"""By tab. Not kept in the state, which is saved after every event."""


class DocumentAddingState(rx.State):
    """What is being added, and which of the files that were given last, for the chart `number`, were not."""

    adding: str = ""
    number: str = ""
    refused: list[RefusedFile] = []
    _names: list[str] = []

    @rx.event
    async def take(self, files: list[rx.UploadFile]):
        """Only takes the bytes; `keep` does the rest."""
        given = uploads(files)
        if not given:
            return None
        if self.adding:
            return refused(BUSY)
        self.number = (await self.get_state(DocumentsState)).view.number
        taken = []
        for file in given[:MOST_FILES]:
            too_big = file.size is not None and file.size > LARGEST_BYTES
            content = None if too_big else await file.read(LARGEST_BYTES + 1)
            taken.append(Waiting(self.number, told(file.name, 120) or _("This file"), content))
        _waiting[_tab(self)] = taken
        self.refused = [_left(told(one.name, 120)) for one in given[MOST_FILES:]]
        self.adding, self._names = _title(0, len(taken)), [one.name for one in taken]
        return DocumentAddingState.keep

    @rx.event
    async def keep(self):
        """Does nothing unless files wait. Each is kept whole, or not at all."""
        files = _waiting.pop(_tab(self), [])
        kept: list[Document] = []
        try:
            for place, file in enumerate(files):
                self.adding = _title(place, len(files))
                yield
                done = await asyncio.to_thread(_keep, file)
                if done.value is None:
                    self.refused = [*self.refused, RefusedFile(file.name, done.sentence(NOT_KEPT))]
                else:
                    kept.append(done.value)
                self._names = self._names[1:]
        finally:
            self.adding, self._names = "", []
        documents = await self.get_state(DocumentsState)
        documents._show(documents.view.number)
        if kept:
            undo = DocumentsState.put_away(str(kept[0].id)) if len(kept) == 1 else None
            yield said(_summary(kept), undo)

    @rx.event
    def forget(self):
        """Takes what was said off the page."""
        self.refused = []

    def _interrupted(self) -> None:
        if self.adding:
            self.refused = [*self.refused, *(RefusedFile(name, STARTED_ANEW) for name in self._names)]
            self.adding, self._names = "", []


def _keep(file: Waiting) -> Done[Document]:
    """In a thread. A picture is drawn anew outside of any transaction."""
    if file.content is None:
        return Done(refused=RuleViolation(TOO_LARGE))
    read = calmly(read_document, file.name, file.content)
    if read.value is None:
        return Done(None, read.refused, read.failed)
    return attempt_in_thread(keep_document, file.number, read.value)


def _left(name: str) -> RefusedFile:
    return RefusedFile(name, _("Add up to {most} files at a time", most=MOST_FILES))


def _title(place: int, count: int) -> str:
    return ngettext("Adding the file…", "Adding file {number} of {count}…", count, number=place + 1)


def _summary(kept: list[Document]) -> str:
    one = _("“{name}” was added.", name=kept[0].name)
    return one if len(kept) == 1 else _("{count} documents were added.", count=len(kept))


def _tab(state: rx.State) -> str:
    return str(state.router.session.client_token)
