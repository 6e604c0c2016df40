"""The first bytes of a file: what may stand before the ISA, and what a file looks like that is no X12."""

import re

from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.tape import Tape

BLANKS = b" \t\r\n"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"I\x00S\x00", b"\x00I\x00S")
_TEXT = re.compile(rb"[!-~][ -~]*")
_LOOKS = {
    b"PK\x03\x04": ": it looks like a ZIP archive. Unpack it first",
    b"<": ": it looks like a web page (HTML) or XML",
    b"{": ": it looks like JSON",
    b"GS*": ": the ISA segment before it is missing",
    b"ST*": ": the ISA segment before it is missing",
}


def pass_opening(tape: Tape, intake: Intake) -> list[str]:
    """Goes to the first ISA; answers what was passed over on the way. X12Error when there is no ISA."""
    start = tape.peek(4)
    if start.startswith(UTF_16):
        raise intake.refusal("It is saved as UTF-16, and X12 is plain text of one byte per character.")
    odd = ["blanks before it were ignored"] if tape.skip(BLANKS) else []
    odd += pass_padding(tape, BLANKS)
    if not tape.peek(1):
        raise intake.refusal("It is empty.")
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
    return ["a byte order mark before it was ignored"]


def _no_isa(tape: Tape, intake: Intake) -> X12Error:
    start = tape.peek(4)
    if start[:3].upper() == b"ISA":
        return intake.refusal("Its segment names are in small letters; X12 has them in capitals (ISA).")
    if _is_table(tape.peek(1024)):
        return intake.refusal("It looks like a table of values (CSV).")
    text = _TEXT.match(start)
    if not text:
        return intake.refusal("It does not start with text.")
    looks = next((look for head, look in _LOOKS.items() if start.startswith(head)), "")
    return intake.refusal(f"It starts with “{text[0].decode().rstrip()}”{looks}.")


def _is_table(head: bytes) -> bool:
    """At least two lines, each with the same two or more commas, semicolons or tabs."""
    lines = head.split(b"\n")[:2]
    return len(lines) == 2 and any(1 < lines[0].count(mark) == lines[1].count(mark) for mark in (b",", b";", b"\t"))
