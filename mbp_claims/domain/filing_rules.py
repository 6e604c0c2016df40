"""What must be filled in before a claim can be filed, as sentences that say what to do."""

import re
from collections.abc import Iterator

from mbp_claims.domain.claim import MOST_DIAGNOSES, MOST_LINES
from mbp_claims.domain.client import ZIP
from mbp_claims.domain.codes import icd10_ok, npi_ok
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.filing_plan import missing_from_plan, missing_from_prior
from mbp_claims.domain.latin import latin
from mbp_claims.domain.practice import Practice
from mbp_claims.words import _

FREQUENCIES = ("1", "7", "8")

TAX_ID = r"\d{2}-?\d{7}|\d{3}-?\d{2}-?\d{4}"
"""An employer's number, or a person's social security number."""

Missing = Iterator[tuple[str, str]]


def missing(filing: Filing) -> dict[str, str]:
    """Sentences by what they speak of (`client.address`), in the order to work through; empty when all is there."""
    said: dict[str, str] = {}
    for rule in (_client, missing_from_plan, missing_from_prior, _claim, _lines, _rendering, _practice):
        for about, sentence in rule(filing):
            said.setdefault(about, sentence)
    return said


def _client(filing: Filing) -> Missing:
    client = filing.client
    for about, name in (("first_name", client.first_name), ("last_name", client.last_name)):
        if not latin(name):
            yield f"client.{about}", _("Write the client’s name in Latin letters, as the payer has it")
    if not client.address:
        yield "client.address", _("Add the client’s address")
    if not client.city:
        yield "client.city", _("Add the client’s city")
    if not client.state:
        yield "client.state", _("Add the client’s state")
    if not re.fullmatch(ZIP, client.zip, re.ASCII):
        yield "client.zip", _("Add the client’s ZIP code, 5 or 9 digits")
    if filing.lines and client.born > filing.service_days[0]:
        yield "client.born", _("Correct the client’s date of birth: it is after the service")


def _claim(filing: Filing) -> Missing:
    claim = filing.claim
    codes = claim.diagnosis_codes
    if not codes:
        yield "claim.diagnoses", _("Add a diagnosis")
    if len(codes) > MOST_DIAGNOSES:
        yield (
            "claim.diagnoses",
            _("Leave {most_diagnoses} diagnoses at most; a claim can carry no more", most_diagnoses=MOST_DIAGNOSES),
        )
    for code in codes:
        if not icd10_ok(code):
            yield "claim.diagnoses", _("Correct the diagnosis {code}: it is not an ICD-10 code", code=code)
    if claim.is_secondary and filing.prior is None:
        yield "claim.prior", _("Enter what the primary payer answered first")
    if filing.frequency not in FREQUENCIES:
        yield "claim.frequency", _("Choose whether the claim is new, a replacement or a void")
    if filing.frequency != "1" and not filing.original_reference:
        yield (
            "claim.original_reference",
            _("Add the claim number that {payer} gave the claim it replaces", payer=filing.payer.name),
        )


def _lines(filing: Filing) -> Missing:
    diagnoses = len(filing.claim.diagnosis_codes)
    if not filing.lines:
        yield "claim.lines", _("Add a service to the claim")
    if len(filing.lines) > MOST_LINES:
        yield "claim.lines", _("Split the claim: it can carry {most_lines} services at most", most_lines=MOST_LINES)
    for number, line in enumerate(filing.lines, 1):
        if line.service_date > filing.written_at.date():
            yield (
                f"line.{number}.service_date",
                _("Correct the date of service {number}: it is still to come", number=number),
            )
        pointers = [int(pointer) for pointer in re.findall(r"\d+", line.pointers)] or [0]
        if diagnoses and not all(1 <= pointer <= diagnoses for pointer in pointers):
            yield f"line.{number}.pointers", _("Choose which diagnosis service {number} is for", number=number)


def _rendering(filing: Filing) -> Missing:
    clinician, practice = filing.rendering, filing.practice
    if clinician.npi != practice.npi and not npi_ok(clinician.npi):
        yield "rendering.npi", _npi_sentence(f"{clinician.name}’s", clinician.npi)


def _practice(filing: Filing) -> Missing:
    return missing_from_practice(filing.practice)


def missing_from_practice(practice: Practice) -> Missing:
    """What every claim needs of the practice that bills."""
    if not npi_ok(practice.npi):
        yield "practice.npi", _npi_sentence(_("the practice’s"), practice.npi)
    if not re.fullmatch(TAX_ID, practice.tax_id, re.ASCII):
        yield "practice.tax_id", _("Add the practice’s tax ID, 9 digits")
    if not re.fullmatch(r"\d{5}-?\d{4}", practice.zip, re.ASCII):
        yield "practice.zip", _("Add the practice’s ZIP code with all 9 digits")
    if len(re.sub(r"\D", "", practice.phone)) != 10:
        yield "practice.phone", _("Add the practice’s phone number, 10 digits")
    for about, value, what in (
        ("name", practice.name, "name"),
        ("address", practice.address, _("street address")),
        ("city", practice.city, "city"),
        ("state", practice.state, "state"),
        ("submitter_id", practice.submitter_id, _("submitter ID at the clearinghouse")),
        ("receiver_id", practice.receiver_id, _("clearinghouse ID")),
        ("receiver_name", practice.receiver_name, _("clearinghouse name")),
    ):
        if not latin(value):
            yield f"practice.{about}", _("Add the practice’s {what}", what=what)


def _npi_sentence(whose: str, npi: str) -> str:
    if not npi:
        return _("Add {whose} NPI", whose=whose)
    named = f"{whose[0].upper()}{whose[1:]}"
    return _("{named} NPI is not a real NPI. Check its ten digits.", named=named)
