"""A claim as 837P text (005010X222A1), primary or secondary, the payer before included."""

import re

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
ORIGINAL = "1"


def write_837p(filing: Filing) -> str:
    """The file, one segment a line. With a prior payer it is a secondary claim."""
    rank = Rank.SECONDARY if filing.prior else Rank.PRIMARY
    body = [
        _beginning(filing),
        *submitter_and_receiver(filing.practice),
        *billing_provider(filing.practice),
        *subscriber_and_patient(filing, rank.letter),
        *_claim(filing),
        *rendering_provider(filing),
        *(other_payer(filing.prior, filing.client) if filing.prior else []),
    ]
    for number, line in enumerate(filing.lines, 1):
        body += _service_line(filing, number, line)
    return interchange(filing.practice, filing.control_number, filing.written_at, body)


def _beginning(filing: Filing) -> str:
    at = filing.written_at
    return segment("BHT", "0019", "00", f"MBP{filing.control_number:09d}", day(at), f"{at:%H%M}", "CH")


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
