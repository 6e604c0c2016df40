"""Boxes 25 to 33: who bills, for how much, and where it was done."""

from mbp_claims.domain.filing import Filing
from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.domain.practice import Practice
from mbp_claims.paper.insured import ON_FILE
from mbp_claims.paper.lettering import Said, marked, money, number, phone, plain, zip_code
from mbp_claims.paper.services import MEDICAID, TAXONOMY

AT_HOME = ("10", "12")
"""Places of service that are the patient's home: there is no facility to name."""
CONTINUED = "CONTINUED"


def billing(paper: PaperClaim) -> Said:
    """25 to 27 and 31 to 33, the same on every page."""
    filing = paper.filing
    practice, at = filing.practice, filing.written_at
    medicaid = filing.plan.claim_filing == MEDICAID and practice.taxonomy
    return {
        "25": number(practice.tax_id), **marked("25.ssn" if practice.tax_id_type == "SY" else "25.ein"),
        "26": number(filing.claim_number),
        **marked("27.yes"),
        "31": ON_FILE, "31.date": f"{at:%m %d %y}",
        **_facility(filing),
        **phone("33", practice.phone, "number"), **_place("33", practice),
        "33a": number(practice.npi), **({"33b": TAXONOMY + number(practice.taxonomy)} if medicaid else {}),
    }  # fmt: skip


def totals(paper: PaperClaim, last: bool) -> Said:
    """28 and 29. A claim of several pages says CONTINUED until its last, which has the totals of all."""
    if not last:
        return {"28.continued": CONTINUED}
    paid = paper.paid_cents
    charge = sum(line.charge_cents for line in paper.filing.lines)
    return money("28", charge) | (money("29", paid) if paid is not None else {})


def _facility(filing: Filing) -> Said:
    if filing.claim.place_of_service in AT_HOME:
        return {}
    return {**_place("32", filing.practice), "32a": number(filing.practice.npi)}


def _place(box: str, practice: Practice) -> Said:
    return {
        f"{box}.name": plain(f"{practice.first_name} {practice.name}"),
        f"{box}.street": plain(practice.address),
        f"{box}.city": f"{plain(practice.city)} {plain(practice.state)} {zip_code(practice.zip)}",
    }
