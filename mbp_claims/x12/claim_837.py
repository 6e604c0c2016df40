"""Claims as 837P text (005010X222A1), primary or secondary, the payer before included."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from mbp_claims.domain.claim import MOST_DIAGNOSES, ServiceLine
from mbp_claims.domain.codes import icd10_plain
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.plan import Rank
from mbp_claims.domain.practice import Practice
from mbp_claims.x12.cob_loops import line_answer, other_payer
from mbp_claims.x12.party_loops import (
    SUBSCRIBER_LEVEL,
    billing_provider,
    rendering_provider,
    submitter_and_receiver,
    subscriber_and_patient,
)
from mbp_claims.x12.writing import Element, day, interchange, segment

Loops = tuple[str, ...]
"""Segments in their order, without terminators."""

MOST_POINTERS = 4
CLAIMS_IN_A_SET = 5000
"""The guide’s advice for one ST to SE (005010X222A1, 1.3.2)."""
ORIGINAL = "1"


def write_837p(*filings: Filing) -> str:
    """The interchange that holds these claims, one segment a line: all of one practice, moment and control number.

    With a prior payer a claim is a secondary one. More claims than one transaction set should hold make several sets.
    """
    first = filings[0]
    return claims_file(first.practice, first.control_number, first.written_at, [claim_loops(one) for one in filings])


def claims_file(practice: Practice, control_number: int, at: datetime, claims: Sequence[Loops]) -> str:
    """The interchange around claims that are written already."""
    sets = [claims[start : start + CLAIMS_IN_A_SET] for start in range(0, len(claims), CLAIMS_IN_A_SET)]
    bodies = []
    for number, members in enumerate(sets, 1):
        named = reference(control_number, number)
        body = [segment("BHT", "0019", "00", named, day(at), f"{at:%H%M}", "CH"), *sender_loops(practice)]
        level = SUBSCRIBER_LEVEL
        for member in members:
            body += _placed(member, level)
            level += sum(written.startswith("HL*") for written in member)
        bodies.append(body)
    return interchange(practice, control_number, at, bodies)


def sender_loops(practice: Practice) -> Loops:
    """Loops 1000 and 2000A: who sends, and who is paid."""
    return (*submitter_and_receiver(practice), *billing_provider(practice))


def claim_loops(filing: Filing) -> Loops:
    """Loops 2000B to 2430 of a claim, its levels numbered as if it were the only one."""
    rank = Rank.SECONDARY if filing.prior else Rank.PRIMARY
    return (
        *subscriber_and_patient(filing, rank.letter),
        *_claim(filing),
        *rendering_provider(filing),
        *(other_payer(filing.prior, filing.client) if filing.prior else []),
        *(written for number, line in enumerate(filing.lines, 1) for written in _service_line(filing, number, line)),
    )


def set_number(position: int) -> int:
    """The transaction set (1 for ST02 0001) of the claim at that place (from 1) in its file."""
    return (position - 1) // CLAIMS_IN_A_SET + 1


def reference(control_number: int, number: int = 1) -> str:
    """BHT03, by which a 277CA names the transaction set: `MBP000000201`, and `MBP000000201-2` for the second."""
    return f"MBP{control_number:09d}{f'-{number}' if number > 1 else ''}"


def _placed(claim: Loops, level: int) -> Iterator[str]:
    """The claim with its subscriber at that level (HL01) and its patient below."""
    for written in claim:
        yield _level(written, level) if written.startswith("HL*") else written


def _level(written: str, level: int) -> str:
    _, _, parent, kind, more = written.split("*")
    if kind == "22":
        return segment("HL", str(level), parent, kind, more)
    return segment("HL", str(level + 1), str(level), kind, more)


def _claim(filing: Filing) -> list[str]:
    """Loop 2300."""
    claim = filing.claim
    service: Element = (claim.place_of_service, "B", filing.frequency)
    charge = x12_cents(claim.charge_cents)
    replaced = filing.original_reference if filing.frequency != ORIGINAL else ""
    return [
        segment("CLM", filing.claim_number, charge, "", "", service, "Y", "A", "Y", "Y"),
        *([segment("REF", "G1", claim.prior_authorization)] if claim.prior_authorization else []),
        *([segment("REF", "F8", replaced)] if replaced else []),
        _diagnoses(claim.diagnosis_codes),
    ]


def _diagnoses(codes: list[str]) -> str:
    """HI: the principal one first."""
    sent = [icd10_plain(code) for code in codes[:MOST_DIAGNOSES]]
    return segment("HI", *(("ABF" if place else "ABK", code) for place, code in enumerate(sent)))


def _service_line(filing: Filing, number: int, line: ServiceLine) -> list[str]:
    """Loop 2400; the place of service only where it is not the claim's."""
    elsewhere = line.place_of_service != filing.claim.place_of_service
    pointers = tuple(re.findall(r"\d+", line.pointers))[:MOST_POINTERS]
    return [
        segment("LX", str(number)),
        segment(
            "SV1", ("HC", line.procedure, *line.modifier_codes), x12_cents(line.charge_cents),
            "UN", str(line.units), line.place_of_service if elsewhere else "", "", pointers,
        ),
        segment("DTP", "472", "D8", day(line.service_date)),
        segment("REF", "6R", line.control),
        *(line_answer(filing.prior, line) if filing.prior else []),
    ]  # fmt: skip
