"""Bytes to segments, streaming: delimiters are read again at every ISA; a file that stops early is refused."""

import re
from collections.abc import Iterator

from mbp_claims.x12.error import Place, X12Error, shown
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.isa import read_isa
from mbp_claims.x12.opening import BLANKS, pass_opening, pass_padding
from mbp_claims.x12.segment import Delimiters, Segment
from mbp_claims.x12.tape import LONGEST_PIECE, LONGEST_SEGMENT, Tape

PADDING = BLANKS + b"\x00\x1a"
"""What old systems leave after an IEA."""
_TOO_LONG = "it is longer than 8 KB: its terminator is missing, or is not the one that ISA declares"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read_segments(tape: Tape, intake: Intake = AS_IT_COMES) -> Iterator[Segment]:
    """Every segment of every interchange. X12Error on what is no X12, is cut short or lacks a terminator."""
    odd = pass_opening(tape, intake)
    while tape.peek(1):
        if tape.peek(3) != b"ISA":
            raise X12Error.at(Place(tape.line, 0, "IEA"), "something other than an ISA follows.")
        isa = read_isa(tape)
        for what in odd:
            isa.note(what)
        yield isa
        yield from _after_isa(tape, isa.delimiters)
        odd = pass_padding(tape, PADDING)


def _after_isa(tape: Tape, delimiters: Delimiters) -> Iterator[Segment]:
    """Up to and with the IEA; numbered from ST = 1 to SE."""
    segment, number = Segment(["ISA"], delimiters, 0, tape.line), 0
    st = f"ST{delimiters.element}".encode()
    for line, raw in _pieces(tape, delimiters):
        number = 1 if raw.startswith(st) else number + 1 if number and segment.id != "SE" else 0
        segment = _segment(raw, delimiters, number, line)
        yield segment
        if segment.id == "IEA":
            return
    raise _unfinished(tape, segment)


def _pieces(tape: Tape, delimiters: Delimiters) -> Iterator[tuple[int, bytes]]:
    """Line and bytes of each segment, without the blanks around; the last IEA may lack its terminator."""
    terminator = delimiters.terminator.encode()
    line_end = terminator == b"\n"
    while (piece := tape.until(terminator)) is not None:
        raw = piece.lstrip(BLANKS)
        if raw or terminator not in b"\r\n":
            yield tape.line - raw.count(b"\n") - line_end, raw.rstrip(b"\r") if line_end else raw
    if (rest := tape.peek(LONGEST_PIECE)).lstrip(BLANKS).startswith(b"IEA"):
        tape.take(len(rest))
        yield tape.line, rest.strip(PADDING)


def _segment(raw: bytes, delimiters: Delimiters, number: int, line: int) -> Segment:
    text, odd = _text(raw)
    elements = text.split(delimiters.element)
    segment = Segment([e.strip(" ") for e in elements] if " " in text else elements, delimiters, number, line)
    if odd:
        segment.note(odd)
    if len(raw) > LONGEST_SEGMENT:
        raise segment.fault(None, _TOO_LONG)
    if not text.isprintable():
        _refuse_control_characters(segment)
    if not segment.id.isupper():
        raise _unnamed(segment)
    if not segment.elements[-1] and len(segment.elements) > 1:
        _drop_empty_end(segment)
    return segment


def _text(raw: bytes) -> tuple[str, str]:
    try:
        return raw.decode("ascii"), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("utf-8"), "it holds characters outside of the X12 character set"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "it is not UTF-8 and was read as Latin-1"


def _refuse_control_characters(segment: Segment) -> None:
    for position, element in enumerate(segment.elements):
        if set(_CONTROL.findall(element)) - set(segment.delimiters):
            what = "it holds a line end or another control character: the terminator of a segment is missing"
            raise segment.fault(position, what)


def _unnamed(segment: Segment) -> X12Error:
    if segment.id.isalnum() and segment.id.upper() != segment.id:
        return segment.fault(None, "the name of a segment stands in small letters, capitals are expected")
    return segment.fault(None, f"a segment has no name, {shown(segment.id)} was found" if segment.id else "it is empty")


def _drop_empty_end(segment: Segment) -> None:
    segment.note("it ends with empty elements")
    while len(segment.elements) > 1 and not segment.elements[-1]:
        segment.elements.pop()


def _unfinished(tape: Tape, last: Segment) -> X12Error:
    """Why no other segment could be read before an IEA."""
    ahead = tape.peek(LONGEST_PIECE + 1)
    rest = ahead.lstrip(PADDING)
    if not rest and len(ahead) <= LONGEST_PIECE:
        return last.fault(None, "the file ends after it, before its IEA: it was cut short")
    name = rest.decode("latin-1").split(last.delimiters.element)[0]
    line = tape.line + ahead.count(b"\n", 0, len(ahead) - len(rest))
    here = Segment([name], last.delimiters, last.number and last.number + 1, line)
    if len(ahead) > LONGEST_PIECE:
        return here.fault(None, _TOO_LONG)
    return here.fault(None, "the file ends in the middle of it, before its IEA: it was cut short")
