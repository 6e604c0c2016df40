"""Codes that must exist: adjustment reasons, NPIs with a right check digit, diagnoses as X12 writes them."""

from collections.abc import Iterator

from mbp_claims.domain.codes import GROUP_CODES, GroupCode, icd10_ok, icd10_plain, npi_ok, reason
from mbp_claims.words import _
from mbp_claims.x12.written_claim import WrittenLoop, parts


def code_faults(file: WrittenLoop) -> list[str]:
    return [*_reason_faults(file), *_npi_faults(file), *_diagnosis_faults(file)]


def _reason_faults(file: WrittenLoop) -> Iterator[str]:
    for cas in file.all("CAS"):
        if cas.element(1) == GroupCode.CR:
            yield _("Adjustment group CR belongs to older files; a new claim cannot carry it.")
        elif cas.element(1) not in GROUP_CODES:
            yield _("Adjustment group “{group}” is none of CO, PR, OA and PI.", group=cas.element(1))
        for code in (cas.element(i) for i in cas.reasons):
            if reason(code) is None:
                yield _("Adjustment reason “{code}” is on no list of reasons.", code=code)


def _npi_faults(file: WrittenLoop) -> Iterator[str]:
    for name in file.all("NM1"):
        if name.element(8) == "XX" and not npi_ok(name.element(9)):
            yield _("The NPI of {name} is not a real NPI.", name=name.element(3) or _("a provider"))


def _diagnosis_faults(file: WrittenLoop) -> Iterator[str]:
    for element in file.find("HI")[1:]:
        code = "".join(parts(element)[1:2])
        if not icd10_ok(code) or code != icd10_plain(code):
            yield _("Diagnosis “{code}” is not written as ICD-10 codes are sent: without a dot.", code=code)
