"""The first bytes of a file: what may stand before the ISA, and what a file looks like that is no X12."""

import re

from mbp_claims.words import _
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.page import BLANKS
from mbp_claims.x12.tape import Tape

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"I\x00S\x00", b"\x00I\x00S")
_TEXT = re.compile(rb"[!-~][ -~]*")
_LOOKS = {
    b"%PDF": _("It is a PDF. Ask the payer for the electronic file."),
    b"PK\x03\x04": _("It is a ZIP archive, or a Word or Excel file. Unpack an archive first."),
    b"\x1f\x8b": _("It is compressed (gzip). Unpack it first."),
    b"7z\xbc\xaf": _("It is a 7z archive. Unpack it first."),
    b"Rar!": _("It is a RAR archive. Unpack it first."),
    b"\xd0\xcf\x11\xe0": _("It is an old Word or Excel file."),
    b"{\\rt": _("It is a Word text (RTF)."),
    b"\x89PNG": _("It is a picture (PNG)."),
    b"\xff\xd8\xff": _("It is a picture (JPEG)."),
    b"GIF8": _("It is a picture (GIF)."),
    b"II*\x00": _("It is a scanned picture (TIFF)."),
    b"MM\x00*": _("It is a scanned picture (TIFF)."),
    b"----": _("It is encrypted or signed (PGP). Decrypt it first."),
    b"UNA": _("It is EDIFACT, not X12."),
    b"UNB": _("It is EDIFACT, not X12."),
    b"MSH|": _("It is an HL7 message."),
    b"<": _("It looks like a web page (HTML) or XML."),
    b"{": _("It looks like JSON."),
    b"GS": _("Its first line is a GS: the ISA segment before it is missing."),
    b"ST": _("Its first line is an ST: the ISA segment before it is missing."),
}


def pass_opening(tape: Tape, intake: Intake) -> list[str]:
    """Goes to the first ISA; answers what was passed over on the way. X12Error when there is no ISA."""
    start = tape.peek(4)
    if start.startswith(UTF_16):
        raise intake.refusal(_("It is saved as UTF-16, and X12 is plain text of one byte per character."))
    odd = [_("blanks before it were ignored")] if tape.skip(BLANKS.encode()) else []
    odd += pass_padding(tape, BLANKS.encode())
    if not tape.peek(1):
        raise intake.refusal(_("It is empty."))
    if tape.peek(3) != b"ISA":
        raise _no_isa(tape, intake)
    return odd


def pass_padding(tape: Tape, padding: bytes) -> list[str]:
    """Passes over padding, and over a byte order mark with a sentence about it."""
    tape.skip(padding)
    if tape.peek(3) != BYTE_ORDER_MARK:
        return []
    tape.take(3)
    tape.skip(padding)
    return [_("a byte order mark before it was ignored")]


def _no_isa(tape: Tape, intake: Intake) -> X12Error:
    start = tape.peek(4)
    if start[:3].upper() == b"ISA":
        return intake.refusal(_("Its segment names are in small letters; X12 has them in capitals (ISA)."))
    if look := next((look for head, look in _LOOKS.items() if start.startswith(head) and _is_that(head, start)), ""):
        return intake.refusal(look)
    if _is_table(tape.peek(1024)):
        return intake.refusal(_("It looks like a table of values (CSV)."))
    if _TEXT.match(start):
        return intake.refusal(_("It starts with text; X12 starts with “ISA”."))
    return intake.refusal(_("It starts with no text; X12 starts with “ISA”."))


def _is_that(head: bytes, start: bytes) -> bool:
    """GS and ST are segments only before a separator: `Statement` is none."""
    return head not in (b"GS", b"ST") or not start[2:3].isalnum()


def _is_table(head: bytes) -> bool:
    """At least two lines, each with the same two or more commas, semicolons or tabs."""
    lines = head.split(b"\n")[:2]
    return len(lines) == 2 and any(1 < lines[0].count(mark) == lines[1].count(mark) for mark in (b",", b";", b"\t"))
