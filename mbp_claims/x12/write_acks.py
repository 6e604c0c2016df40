"""Acknowledgements as text: what a clearinghouse (999) and a payer (277CA) would send, for demonstrations."""

from dataclasses import dataclass
from datetime import datetime

from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.remit_claim import Party
from mbp_claims.x12.ack_kind import GUIDES
from mbp_claims.x12.claim_837 import reference
from mbp_claims.x12.writing import COMPONENT, GUIDE, TERMINATOR, day, isa, segment

ACCEPTED = "A2:20:PR"
"""STC01: taken in, to be decided on."""


@dataclass(frozen=True)
class PayersWord:
    """What a payer says of one claim: STC01 as its parts, and its own number where it took the claim in."""

    payer: tuple[str, str]
    claim_number: str
    cents: int
    patient: Party
    status: str
    payers_number: str = ""

    @property
    def action(self) -> str:
        return "WQ" if self.status.startswith("A2") else "U"


def write_999(practice: Practice, control: int, at: datetime, taken: bool = True) -> str:
    """The clearinghouse took in our interchange of that control number as a whole, or sends all of it back."""
    code = "A" if taken else "R"
    body = [
        segment("AK1", "HC", str(control), GUIDE), segment("AK2", "837", "0001", GUIDE), segment("IK5", code),
        segment("AK9", code, "1", "1", "1" if taken else "0"),
    ]  # fmt: skip
    return _whole(practice, "FA", "999", GUIDES["999"], control, at, body)


def write_277ca(practice: Practice, control: int, at: datetime, word: PayersWord) -> str:
    """The payer's word about the one claim of our interchange of that control number."""
    charge, today = x12_cents(word.cents), day(at)
    body = [
        segment("BHT", "0085", "08", f"ACK{control}", today, f"{at:%H%M}", "TH"),
        segment("HL", "1", "", "20", "1"),
        segment("NM1", "PR", "2", word.payer[0], "", "", "", "", "PI", word.payer[1]),
        segment("TRN", "1", f"ACK{control}"),
        segment("DTP", "050", "D8", today),
        segment("DTP", "009", "D8", today),
        segment("HL", "2", "1", "21", "1"),
        segment("NM1", "41", "2", practice.name, "", "", "", "", "46", practice.submitter_id),
        segment("TRN", "2", reference(control)),
        segment("STC", _status("A1:19:PR"), today, "WQ", charge),
        segment("HL", "3", "2", "19", "1"),
        segment("NM1", "85", "2", practice.name, "", "", "", "", "XX", practice.npi),
        segment("TRN", "1", "0"),
        segment("HL", "4", "3", "PT"),
        segment("NM1", "QC", "1", word.patient.last, word.patient.first, "", "", "", "MI", word.patient.identifier),
        segment("TRN", "2", word.claim_number),
        segment("STC", _status(word.status), today, word.action, charge),
        *([segment("REF", "1K", word.payers_number)] if word.payers_number else []),
    ]
    return _whole(practice, "HN", "277", GUIDES["277CA"], control, at, body)


def _status(code: str) -> tuple[str, ...]:
    return tuple(code.split(COMPONENT))


def _whole(
    practice: Practice, function: str, kind: str, guide: str, control: int, at: datetime, body: list[str]
) -> str:
    """One interchange with the one transaction, one segment a line."""
    theirs, ours = practice.receiver_id, practice.submitter_id
    segments = [
        isa(theirs, ours, at, control, practice.usage),
        segment("GS", function, theirs, ours, day(at), f"{at:%H%M}", str(control), "X", guide),
        segment("ST", kind, "0001", guide), *body, segment("SE", str(len(body) + 2), "0001"),
        segment("GE", "1", str(control)), segment("IEA", "1", f"{control:09d}"),
    ]  # fmt: skip
    return "".join(f"{one}{TERMINATOR}\n" for one in segments)
