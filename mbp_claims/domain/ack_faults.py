"""What a 999 finds fault with, in words: the entry of our own file that it means, and what is wrong with it."""

from dataclasses import dataclass

from mbp_claims.domain.ack_codes import element_words, entity_words, words
from mbp_claims.domain.acknowledgement import ElementFault, SegmentFault, TransactionAck

WHOSE = ("NM1", "N3", "N4", "DMG", "PRV", "PER")
"""Segments that describe somebody."""
QUALIFIED = ("REF", "AMT", "DTP")
"""Segments whose first element says what they are about."""


@dataclass(frozen=True, slots=True)
class MeantSegment:
    """A segment that we sent: its elements (the id first), and whose loop it stands in (NM101)."""

    elements: tuple[str, ...]
    entity: str = ""

    @property
    def text(self) -> str:
        return "*".join(self.elements)


def say_faults(ack: TransactionAck, meant: dict[int, MeantSegment]) -> list[str]:
    """A sentence for each fault; of one that names none, what the transaction as a whole is blamed for."""
    said = [sentence for fault in ack.faults for sentence in say_fault(fault, meant.get(fault.position))]
    return said or [words("transaction", code, "Code") for code in ack.codes]


def say_fault(fault: SegmentFault, meant: MeantSegment | None) -> list[str]:
    """`The ZIP code of the subscriber does not have the form that is asked for`."""
    if not fault.elements:
        wrong = words("segment", fault.code, "has code")
        return [f"{_capital(_named(fault, meant, None))} {wrong}"]
    return [
        f"{_capital(_named(fault, meant, one.element))} {words('element', one.code, 'has code')}{_shown(one)}"
        for one in fault.elements
    ]


def _shown(fault: ElementFault) -> str:
    return f" (“{fault.bad}”)" if fault.bad else ""


def _named(fault: SegmentFault, meant: MeantSegment | None, element: int | None) -> str:
    qualified = meant is not None and fault.segment in QUALIFIED and len(meant.elements) > 1
    about = f"{fault.segment}*{meant.elements[1]}" if meant and qualified else ""
    places = (about, f"{fault.segment}-{element}" if element else "", fault.segment)
    known = next((named for place in places if (named := element_words(place))), "")
    where = f"segment {fault.position} ({fault.segment})"
    if not known:
        return f"element {element} of {where}" if element else where
    whose = entity_words(meant.entity) if meant and meant.entity and fault.segment in WHOSE else ""
    return f"{known} of the {whose}" if whose else known


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
