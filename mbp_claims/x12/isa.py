"""The ISA: 106 characters at fixed positions, which declare the delimiters of all that follows up to its IEA."""

from mbp_claims.words import _
from mbp_claims.x12.error import Place, X12Error
from mbp_claims.x12.page import BLANKS, PADDING, Delimiters, Page
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.tape import Tape

LENGTH = 106
_WIDTHS = (2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1)
_REPETITION = 11
_COMPONENT = 16
NO_REPETITION = "U"
"""What ISA11 held before 00501, when it was not yet a delimiter; some senders never changed it."""


def read_isa(tape: Tape) -> Segment:
    """The ISA that the tape stands at. X12Error names the element whose length is wrong, or the delimiter."""
    line = tape.line
    text = tape.take(LENGTH).decode("latin-1")
    if len(text) < LENGTH:
        raise _fault(line, None, f"the file ends here; an ISA has {LENGTH} characters, {len(text)} were found")
    _check_fit(line, "element separator", text[3])
    elements = _elements(text, line)
    delimiters = Delimiters(text[3], elements[_COMPONENT], elements[_REPETITION], text[-1])
    _check_all_fit(line, delimiters)
    _check_next(tape, line)
    isa = Segment([element.strip(" ") for element in elements], Page(text, delimiters, line))
    if delimiters.repetition == NO_REPETITION:
        isa.note(_("“{found}” is no repetition separator in version 00501", found=NO_REPETITION), _REPETITION)
    return isa


def _elements(text: str, line: int) -> list[str]:
    separator, start, elements = text[3], 4, ["ISA"]
    for element, width in enumerate(_WIDTHS, start=1):
        end = start + width
        length = text.find(separator, start) - start if element < len(_WIDTHS) else width
        if length != width:
            found = f"{length} characters were found" if length >= 0 else "no separator follows"
            raise _fault(line, element, f"{found}, {width} expected, with “{separator}” at position {end + 1}")
        elements.append(text[start:end])
        start = end + 1
    return elements


def _check_all_fit(line: int, delimiters: Delimiters) -> None:
    _check_fit(line, "component separator", delimiters.component)
    if delimiters.repetition != NO_REPETITION:
        _check_fit(line, "repetition separator", delimiters.repetition)
    if delimiters.terminator not in "\r\n":
        _check_fit(line, "segment terminator", delimiters.terminator)
    if len(set(delimiters)) < len(delimiters):
        raise _fault(line, None, "two of its four delimiters are the same character")


def _check_fit(line: int, name: str, character: str) -> None:
    if character.isalnum() or character in BLANKS + PADDING or not character.isascii():
        raise _fault(line, None, f"the {name} may not be {_named(character)}")


def _check_next(tape: Tape, line: int) -> None:
    tape.skip(BLANKS.encode())
    if (following := tape.peek(2)) and following not in (b"GS", b"TA"):
        raise _fault(line, None, f"no GS follows at position {LENGTH + 1}: it is not {LENGTH} characters long")


def _named(character: str) -> str:
    if character in BLANKS:
        return "a blank or a line end"
    return f"“{character}”" if character.isprintable() else f"the character {ord(character):#04x}"


def _fault(line: int, element: int | None, what: str) -> X12Error:
    return X12Error.at(Place(line, 0, "ISA", element), f"{what}.")
