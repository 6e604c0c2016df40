"""Claims as 837P text (005010X222A1), primary or secondary, the payer before included."""

import re
from collections.abc import Sequence

from mbp_claims.domain.claim import MOST_DIAGNOSES, ServiceLine
from mbp_claims.domain.codes import icd10_plain
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.plan import Rank
from mbp_claims.x12.cob_loops import line_answer, other_payer
from mbp_claims.x12.party_loops import (
    billing_provider,
    rendering_provider,
    submitter_and_receiver,
    subscriber_and_patient,
)
from mbp_claims.x12.writing import Element, day, interchange, segment

MOST_POINTERS = 4
CLAIMS_IN_A_SET = 5000
"""The guide’s advice for one ST to SE (005010X222A1, 1.3.2)."""
ORIGINAL = "1"


def write_837p(*filings: Filing) -> str:
    """The interchange that holds these claims, one segment a line: all of one practice, moment and control number.

    With a prior payer a claim is a secondary one. More claims than one transaction set should hold make several sets.
    """
    sets = [filings[start : start + CLAIMS_IN_A_SET] for start in range(0, len(filings), CLAIMS_IN_A_SET)]
    bodies = [_transaction(members, number) for number, members in enumerate(sets, 1)]
    first = filings[0]
    return interchange(first.practice, first.control_number, first.written_at, bodies)


def set_number(position: int) -> int:
    """The transaction set (1 for ST02 0001) of the claim at that place (from 1) in its file."""
    return (position - 1) // CLAIMS_IN_A_SET + 1


def reference(control_number: int, number: int = 1) -> str:
    """BHT03, by which a 277CA names the transaction set: `MBP000000201`, and `MBP000000201-2` for the second."""
    return f"MBP{control_number:09d}{f'-{number}' if number > 1 else ''}"


def _transaction(filings: Sequence[Filing], number: int) -> list[str]:
    """Between ST and SE: who sends, who is paid, then each claim below its subscriber."""
    first = filings[0]
    at = first.written_at
    body = [
        segment("BHT", "0019", "00", reference(first.control_number, number), day(at), f"{at:%H%M}", "CH"),
        *submitter_and_receiver(first.practice),
        *billing_provider(first.practice),
    ]
    level = 1
    for filing in filings:
        body += _claim_of(filing, level + 1)
        level += 1 if filing.plan.is_self else 2
    return body


def _claim_of(filing: Filing, level: int) -> list[str]:
    """Loops 2000B to 2430; `level` is the number of the subscriber's HL."""
    rank = Rank.SECONDARY if filing.prior else Rank.PRIMARY
    return [
        *subscriber_and_patient(filing, rank.letter, level),
        *_claim(filing),
        *rendering_provider(filing),
        *(other_payer(filing.prior, filing.client) if filing.prior else []),
        *(written for number, line in enumerate(filing.lines, 1) for written in _service_line(filing, number, line)),
    ]


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
