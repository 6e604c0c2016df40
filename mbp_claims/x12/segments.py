"""Bytes to segments, streaming: delimiters are read again at every ISA; a file that stops early is refused."""

import re
from collections.abc import Iterator
from typing import cast

from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.words import _
from mbp_claims.x12.error import Place, X12Error, shown
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.isa import read_isa
from mbp_claims.x12.opening import pass_opening, pass_padding
from mbp_claims.x12.page import BLANKS, PADDING, USUAL, Delimiters, Page
from mbp_claims.x12.quick_claim import QuickClaims
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.tape import LONGEST_PIECE, LONGEST_SEGMENT, Tape

_AFTER_IEA = (BLANKS + PADDING).encode()
_TOO_LONG = _("it is longer than 8 KB: its terminator is missing, or is not the one that ISA declares")
_LONGEST_ELEMENT = {"PER": 256, "SVC": 160}
"""Of the other segments no element has more than 80 characters."""
_BOUNDS = ("ST", "PLB", "SE", "IEA")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read_segments(tape: Tape, intake: Intake = AS_IT_COMES) -> Iterator[Segment]:
    """Every segment of every interchange. X12Error on what is no X12, is cut short or lacks a terminator."""
    return cast(Iterator[Segment], _read(tape, intake, False))


def read_claims(tape: Tape, intake: Intake) -> Iterator[Segment | RemitClaim]:
    """The same of 835 files, but that claims in which nothing is odd come as a whole."""
    return _read(tape, intake, True)


def _read(tape: Tape, intake: Intake, with_claims: bool) -> Iterator[Segment | RemitClaim]:
    odd = pass_opening(tape, intake)
    while tape.peek(1):
        if tape.peek(3) != b"ISA":
            raise _no_isa(tape)
        isa = read_isa(tape)
        for what in odd:
            isa.note(what)
        yield isa
        yield from _after_isa(tape, isa.page.delimiters, with_claims)
        odd = pass_padding(tape, _AFTER_IEA)


def _after_isa(tape: Tape, delimiters: Delimiters, with_claims: bool) -> Iterator[Segment | RemitClaim]:
    """Up to and with the IEA; numbered from ST = 1 to SE. No claim may come after a PLB, so that none is read there."""
    separator, line_end = delimiters.element, delimiters.terminator in "\r\n"
    segment, number, among_claims = Segment(["ISA"], Page("ISA", delimiters, tape.line)), 0, False
    claims = QuickClaims(delimiters)
    for page in _pages(tape, delimiters):
        odd, index, last = bool(page.odd), 0, len(page.runs) - 1
        for place, run in enumerate(page.runs or [""]):
            found = claims.read(run, number + 1) if among_claims and place else None
            if found and (found[2] or place < last):
                claim, segments, pieces = found
                yield claim
                number, index = number + segments, index + segments
            else:
                pieces = run.split(delimiters.terminator) if run else page.pieces
            for piece in pieces:
                index += 1
                text = piece.lstrip(BLANKS)
                if line_end:
                    text = text.rstrip("\r")
                    if not text:
                        continue
                elements = text.split(separator)
                name = elements[0]
                number = 1 if name == "ST" else number + 1 if number else 0
                segment = Segment(elements, page, index - 1, number)
                if " " in text or not elements[-1] or not text.isprintable() or odd or len(text) > USUAL:
                    _tidy(segment, text)
                if not name.isupper():
                    segment.check_name()
                yield segment
                if name in _BOUNDS:
                    among_claims = with_claims and name == "ST"
                    if name == "SE":
                        number = 0
                    elif name == "IEA":
                        return
    raise _unfinished(tape, segment)


def _pages(tape: Tape, delimiters: Delimiters) -> Iterator[Page]:
    """None goes beyond the IEA; the last IEA of a file may lack its terminator."""
    terminator, closing = delimiters.terminator.encode(), f"IEA{delimiters.element}".encode()
    line = tape.line
    while (data := tape.stretch(terminator, closing)) is not None:
        yield Page.of(data, delimiters, line)
        line = tape.line
    if (rest := tape.peek(LONGEST_PIECE)).lstrip(_AFTER_IEA).startswith(b"IEA"):
        tape.take(len(rest))
        yield Page.of(rest.rstrip(_AFTER_IEA), delimiters, line)


def _tidy(segment: Segment, text: str) -> None:
    """Blanks around elements and empty elements at the end go. X12Error on what cannot be within a segment."""
    elements = segment.elements
    if " " in text:
        elements[:] = [element.strip(" ") for element in elements]
        segment.id = elements[0]
    if odd := segment.page.odd.get(segment.index):
        segment.note(odd)
    if len(text) > LONGEST_SEGMENT:
        raise segment.fault(None, _TOO_LONG)
    if not text.isprintable():
        _refuse_control_characters(segment)
    if len(text) > USUAL:
        _note_length(segment)
    if not elements[-1] and len(elements) > 1:
        segment.note(_("it ends with empty elements"))
        while len(elements) > 1 and not elements[-1]:
            elements.pop()


def _refuse_control_characters(segment: Segment) -> None:
    for position, element in enumerate(segment.elements):
        if set(_CONTROL.findall(element)) - set(segment.page.delimiters):
            what = _("it holds a line end or another control character: the terminator of a segment is missing")
            raise segment.fault(position, what)


def _note_length(segment: Segment) -> None:
    most = _LONGEST_ELEMENT.get(segment.id, USUAL)
    for position, element in enumerate(segment.elements):
        if len(element) > most:
            found = _(
                "it has {count} characters, {most} at most are expected: the terminator of a segment may be missing",
                count=len(element),
                most=most,
            )
            segment.note(found, position)


def _no_isa(tape: Tape) -> X12Error:
    found = tape.peek(3).decode("latin-1")
    what = _(
        "{found} follows after the end of the interchange, an ISA or the end of the file is expected.",
        found=shown(found),
    )
    return X12Error.at(Place(tape.line, 0, "IEA"), what)


def _unfinished(tape: Tape, last: Segment) -> X12Error:
    """Why no other segment could be read before an IEA."""
    ahead = tape.peek(LONGEST_PIECE + 1)
    rest = ahead.lstrip(_AFTER_IEA)
    if not rest and len(ahead) <= LONGEST_PIECE:
        return last.fault(None, _("the file ends after it, before its IEA: it was cut short"))
    delimiters = last.page.delimiters
    name = rest.decode("latin-1").split(delimiters.element)[0]
    here = Segment([name], Page(ahead.decode("latin-1"), delimiters, tape.line), 0, last.number and last.number + 1)
    if len(ahead) > LONGEST_PIECE:
        return here.fault(None, _TOO_LONG)
    return here.fault(None, _("the file ends in the middle of it, before its IEA: it was cut short"))
