"""Boxes 21 to 24: why, under which numbers, and what was done."""

import re

from mbp_claims.domain.claim import MOST_DIAGNOSES, ServiceLine
from mbp_claims.domain.codes import icd10_plain
from mbp_claims.domain.filing import Filing
from mbp_claims.paper.lettering import Said, money, number, plain

ICD_10 = "0"
LETTERS = "ABCDEFGHIJKL"
ORIGINAL = "1"
MOST_POINTERS = 4
TAXONOMY = "ZZ"
MEDICAID = "MC"


def reasons(filing: Filing) -> Said:
    """21, 22 and 23."""
    claim = filing.claim
    codes = claim.diagnosis_codes[:MOST_DIAGNOSES]
    again = filing.frequency != ORIGINAL
    return {
        "21.indicator": ICD_10,
        **{f"21.{letter.lower()}": icd10_plain(code) for letter, code in zip(LETTERS, codes, strict=False)},
        **({"22.code": filing.frequency, "22.reference": plain(filing.original_reference)} if again else {}),
        "23": plain(claim.prior_authorization),
    }


def service(filing: Filing, line: ServiceLine, row: int) -> Said:
    """One row of 24, the first being 1."""
    day = line.service_date
    parts = {"mm": f"{day:%m}", "dd": f"{day:%d}", "yy": f"{day:%y}"}
    said = {
        **{f"24a.from.{part}": text for part, text in parts.items()},
        **{f"24a.to.{part}": text for part, text in parts.items()},
        "24b": line.place_of_service or filing.claim.place_of_service,
        "24d": plain(line.procedure),
        **{f"24d.{place}": plain(code) for place, code in enumerate(line.modifier_codes[:4], 1)},
        "24e": _letters(line.pointers),
        "24g": str(line.units),
        **_rendering(filing),
    }
    return {f"{key}.{row}": text for key, text in said.items()} | money("24f", line.charge_cents, f".{row}")


def _letters(pointers: str) -> str:
    """`1 2` is `AB`."""
    return "".join(LETTERS[int(pointer) - 1] for pointer in re.findall(r"\d+", pointers)[:MOST_POINTERS])


def _rendering(filing: Filing) -> Said:
    """24J says who did it where that is not who bills; Medicaid wants the taxonomy above it."""
    clinician = filing.rendering
    if clinician.npi == filing.practice.npi:
        return {}
    shaded = filing.plan.claim_filing == MEDICAID and clinician.taxonomy
    return {"24j": number(clinician.npi)} | (
        {"24i.shaded": TAXONOMY, "24j.shaded": number(clinician.taxonomy)} if shaded else {}
    )
