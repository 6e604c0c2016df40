"""What must be filled in before a claim can be filed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mbp_claims.domain.filing import Filing, PriorPayer
from mbp_claims.domain.filing_rules import missing
from tests.x12.filings import golden_filing

Change = Callable[[Filing], object]


def prior(filing: Filing) -> PriorPayer:
    assert filing.prior
    return filing.prior


def setting(of: Callable[[Filing], object], **values: object) -> Change:
    def change(filing: Filing) -> None:
        for name, value in values.items():
            setattr(of(filing), name, value)

    return change


CLIENT, PLAN, PRACTICE = (lambda f: f.client), (lambda f: f.plan), (lambda f: f.practice)
NPI = "NPI is not a real NPI. Check its ten digits."

BLANKS: dict[str, tuple[Change, str]] = {
    "client.address": (setting(CLIENT, address=""), "Add the client’s address"),
    "client.city": (setting(CLIENT, city=""), "Add the client’s city"),
    "client.state": (setting(CLIENT, state=""), "Add the client’s state"),
    "client.zip": (setting(CLIENT, zip="0410"), "Add the client’s ZIP code, 5 or 9 digits"),
    "client.born": (
        setting(CLIENT, born=date(2026, 3, 1)), "Correct the client’s date of birth: it is after the service",
    ),
    "client.last_name": (
        setting(CLIENT, last_name="李"), "Write the client’s name in Latin letters, as the payer has it",
    ),
    "plan.member_id": (setting(PLAN, member_id=""), "Add the member ID of the Northwind Mutual plan"),
    "plan.payer_id": (setting(lambda f: f.payer, payer_id=""), "Add the payer ID of Northwind Mutual"),
    "plan.subscriber_first": (
        setting(PLAN, subscriber_first=""), "Add the first name of the subscriber of the Northwind Mutual plan",
    ),
    "plan.subscriber_last": (
        setting(PLAN, subscriber_last=""), "Add the last name of the subscriber of the Northwind Mutual plan",
    ),
    "plan.subscriber_born": (
        setting(PLAN, subscriber_born=None), "Add the date of birth of the subscriber of the Northwind Mutual plan",
    ),
    "plan.msp_type": (
        setting(PLAN, msp_type="12"),
        "Clear the reason why Medicare pays second: it does not belong to the Northwind Mutual plan",
    ),
    "prior.member_id": (
        setting(lambda f: prior(f).plan, member_id=""), "Add the member ID of the Blue Spruce Health plan",
    ),
    "prior.subscriber_last": (
        setting(lambda f: prior(f).plan, subscriber_last=""),
        "Add the last name of the subscriber of the Blue Spruce Health plan",
    ),
    "prior.msp_type": (
        setting(lambda f: prior(f).plan, claim_filing="MB", msp_type="12"),
        "Clear the reason why Medicare pays second: it does not belong to the Blue Spruce Health plan",
    ),
    "claim.diagnoses": (setting(lambda f: f.claim, diagnoses=""), "Add a diagnosis"),
    "line.2.pointers": (
        setting(lambda f: f.lines[1], pointers="1:2"), "Choose which diagnosis service 2 is for",
    ),
    "line.1.service_date": (
        setting(lambda f: f.lines[0], service_date=date(2026, 3, 10)),
        "Correct the date of service 1: it is still to come",
    ),
    "rendering.npi": (setting(lambda f: f.rendering, npi=""), "Add Lena Okafor’s NPI"),
    "practice.npi": (setting(PRACTICE, npi="1234567890"), f"The practice’s {NPI}"),
    "practice.tax_id": (setting(PRACTICE, tax_id="12345"), "Add the practice’s tax ID, 9 digits"),
    "practice.zip": (setting(PRACTICE, zip="04101"), "Add the practice’s ZIP code with all 9 digits"),
    "practice.phone": (setting(PRACTICE, phone="555-0100"), "Add the practice’s phone number, 10 digits"),
    "practice.address": (setting(PRACTICE, address=""), "Add the practice’s street address"),
    "practice.receiver_id": (setting(PRACTICE, receiver_id=""), "Add the practice’s clearinghouse ID"),
}  # fmt: skip


@pytest.mark.parametrize("about, change, sentence", [(a, *rest) for a, rest in BLANKS.items()], ids=BLANKS.keys())
def test_what_is_missing_is_named_with_what_to_do(about: str, change: Change, sentence: str):
    filing = golden_filing("ex3")
    change(filing)
    assert missing(filing) == {about: sentence}


@pytest.mark.parametrize("example", ["ex1", "ex3", "ex4", "ex5", "ex7"])
def test_nothing_is_missing_from_a_claim_that_can_be_filed(example: str):
    assert missing(golden_filing(example)) == {}


def test_a_clinicians_npi_must_be_a_real_one():
    filing = golden_filing("ex1")
    filing.rendering.npi = "1245319590"
    assert missing(filing) == {"rendering.npi": f"Lena Okafor’s {NPI}"}


def test_medicare_as_second_payer_needs_the_reason_why():
    filing = golden_filing("ex4")
    filing.plan.msp_type = ""
    assert missing(filing) == {"plan.msp_type": "Choose why Medicare pays second"}


def test_medicare_that_pays_first_has_no_reason_to_pay_second():
    filing = replace(golden_filing("ex4"), prior=None, claim=primary_claim())
    sentence = "Clear the reason why Medicare pays second: it does not belong to the Pine State Medicare Part B plan"
    assert missing(filing) == {"plan.msp_type": sentence}


def test_a_secondary_claim_waits_for_the_primarys_answer():
    filing = replace(golden_filing("ex1"), prior=None)
    assert missing(filing) == {"claim.prior": "Enter what the primary payer answered first"}


def test_a_primary_claim_needs_no_answer():
    assert missing(replace(golden_filing("ex1"), prior=None, claim=primary_claim())) == {}


@pytest.mark.parametrize("frequency", ["7", "8"])
def test_a_replacement_needs_the_number_that_the_payer_gave_the_claim(frequency: str):
    filing = replace(golden_filing("ex1"), frequency=frequency)
    sentence = "Add the claim number that Northwind Mutual gave the claim it replaces"
    assert missing(filing) == {"claim.original_reference": sentence}
    assert missing(replace(filing, original_reference="NWM26021900044")) == {}


@pytest.mark.parametrize(
    "diagnoses, sentence",
    [
        ("F41.1 XYZ", "Correct the diagnosis XYZ: it is not an ICD-10 code"),
        (" ".join(f"F4{n}.1" for n in range(10)) + " F33.1 F33.2 F33.3",
         "Leave 12 diagnoses at most; a claim can carry no more"),
    ],
)  # fmt: skip
def test_diagnoses_must_be_icd_10_codes_and_fit(diagnoses: str, sentence: str):
    filing = golden_filing("ex1")
    filing.claim.diagnoses = diagnoses
    assert missing(filing) == {"claim.diagnoses": sentence}


def test_a_claim_without_services_is_told_so_and_nothing_breaks():
    filing = replace(golden_filing("ex1"), lines=())
    assert missing(filing) == {"claim.lines": "Add a service to the claim"}


def test_a_client_who_is_the_subscriber_needs_no_other_name():
    filing = golden_filing("ex3")
    for plan in (filing.plan, prior(filing).plan):
        plan.relationship, plan.subscriber_first, plan.subscriber_last, plan.subscriber_born = "self", "", "", None
    assert missing(filing) == {}


def primary_claim():
    claim = golden_filing("ex1").claim
    return claim.model_copy(update={"rank": "primary", "primary_claim_id": None})
