"""The services of a claim: where they were, when, and which of its diagnoses they are for."""

import re
from collections.abc import Iterator

from mbp_claims.domain.codes import PLACES_OF_SERVICE
from mbp_claims.words import _
from mbp_claims.x12.written_claim import WrittenClaim, WrittenLine, parts

FREQUENCIES = ("1", "7", "8")
REMARK = re.compile(r"(M|MA|N)[0-9]{1,3}")


def service_faults(claim: WrittenClaim) -> list[str]:
    diagnoses = len(claim.claim.find("HI")) - 1
    return [
        *_claim_faults(claim),
        *(said for line in claim.lines for said in _line_faults(line, diagnoses)),
        *_remark_faults(claim),
    ]


def _claim_faults(claim: WrittenClaim) -> Iterator[str]:
    place, __, frequency = [*parts(claim.claim.find("CLM").element(5)), "", "", ""][:3]
    if place not in PLACES_OF_SERVICE:
        yield _("Place of service “{place}” is on no list of places.", place=place)
    if frequency not in FREQUENCIES:
        yield _("Frequency “{frequency}” is none of 1 (original), 7 (replacement) and 8 (void).", frequency=frequency)
    named = bool(claim.claim.find("REF", "F8").element(2))
    if frequency in ("7", "8") and not named:
        yield _("A replacement or a void must name the payer’s own number of the claim before (REF*F8).")
    if frequency == "1" and named:
        yield _("An original claim cannot name a claim before it (REF*F8).")


def _line_faults(line: WrittenLine, diagnoses: int) -> Iterator[str]:
    service = line.service.find("SV1")
    place = service.element(5)
    if place and place not in PLACES_OF_SERVICE:
        yield _("Place of service “{place}” of line {number} is on no list of places.", place=place, number=line.number)
    pointers = parts(service.element(7))
    if not all(pointer.isdecimal() and 1 <= int(pointer) <= diagnoses for pointer in pointers):
        yield _("Line {number} points to a diagnosis that the claim does not have.", number=line.number)
    if not line.service.find("DTP", "472"):
        yield _("Line {number} has no date of service.", number=line.number)


def _remark_faults(claim: WrittenClaim) -> Iterator[str]:
    """New remark codes come three times a year, so only their form is looked at."""
    for other in claim.others:
        for remark in filter(None, other.find("MOA")[3:8]):
            if not REMARK.fullmatch(remark):
                yield _("Remark “{remark}” is not written as remark codes are, like MA18 or N130.", remark=remark)
