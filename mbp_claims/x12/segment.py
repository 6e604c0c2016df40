"""One segment: its elements, where it stands, and what is odd about it."""

from datetime import date

from mbp_claims.words import _
from mbp_claims.x12.amounts import amount_of, day_of, is_number
from mbp_claims.x12.error import Place, X12Error, shown
from mbp_claims.x12.page import Page


class Segment:
    """Elements count from 1, as the guides do, and have no blanks around them.

    `number` counts from ST = 1 and is 0 outside of a transaction; `index` is the place on its page.
    """

    __slots__ = ("elements", "id", "index", "notes", "number", "page")

    def __init__(self, elements: list[str], page: Page, index: int = 0, number: int = 0):
        self.id = elements[0]
        self.elements = elements
        self.page = page
        self.index = index
        self.number = number
        self.notes: dict[str, str] | None = None
        """Sentences by what they find: things that are odd and are taken all the same."""

    @property
    def line(self) -> int:
        return self.page.line_of(self.index)

    def text(self, position: int) -> str:
        """The element; empty where there is none."""
        return self.elements[position] if position < len(self.elements) else ""

    def required(self, position: int) -> str:
        """The element. X12Error when it is empty."""
        elements = self.elements
        if position >= len(elements) or not elements[position]:
            raise self.fault(position, _("it is empty, a value is expected"))
        return elements[position]

    def parts(self, position: int) -> list[str]:
        """The components of a composite element."""
        return self.text(position).split(self.page.delimiters.component)

    def cents(self, position: int) -> int:
        """An amount in cents. X12Error when it is none."""
        text = self.elements[position] if position < len(self.elements) else ""
        try:
            cents, has_idle_decimals = amount_of(text)
        except ValueError as error:
            raise self.fault(position, f"{shown(self.required(position))} {error}") from None
        if has_idle_decimals:
            self.note(_("an amount has more than two decimals"), position)
        return cents

    def day(self, position: int) -> date:
        """A date. X12Error when it is none."""
        text = self.text(position) or self.required(position)
        try:
            return day_of(text)
        except ValueError as error:
            raise self.fault(position, f"{shown(text)} {error}") from None

    def quantity(self, position: int) -> str | None:
        """A number as it is written, None where there is none. X12Error when it is not a number."""
        text = self.text(position)
        if text and not is_number(text):
            raise self.fault(position, _("{found} is not a number", found=shown(text)))
        return text or None

    def place(self, position: int | None = None) -> Place:
        """Where this is, for the sentence that says so."""
        known = self.id.isascii() and self.id.isalnum() and len(self.id) <= 3
        return Place(self.line, self.number, self.id if known else "?", position)

    def fault(self, position: int | None, what: str) -> X12Error:
        """The refusal of an element, or of the whole segment (None); to be raised."""
        return X12Error.at(self.place(position), f"{what}.")

    def check_name(self) -> None:
        """X12Error when it has none, or one in small letters."""
        if self.id.isupper():
            return
        if self.id.isalnum() and self.id.upper() != self.id:
            raise self.fault(None, _("the name of a segment stands in small letters, capitals are expected"))
        if not self.id:
            raise self.fault(None, _("it is empty"))
        raise self.fault(None, _("a segment has no name, {found} was found", found=shown(self.id)))

    def note(self, what: str, position: int | None = None) -> None:
        """Keeps something odd; the same finding is told once for each claim."""
        if self.notes is None:
            self.notes = {}
        if what not in self.notes:
            place = str(self.place(position))
            self.notes[what] = f"{place[0].upper()}{place[1:]}: {what}."
