"""What is said of the payment itself: who paid whom, how much and when, and what was not about any claim."""

from datetime import date

import pytest
from remits import GOOD, authored, payment, refused

from mbp_claims.domain.remit_line import Reference
from mbp_claims.domain.remit_payment import Contact
from mbp_claims.x12.era_835 import read_835


def test_the_payment_says_who_paid_whom_how_and_when():
    found = payment()
    assert (found.payer_name, found.payer_identifier) == ("EVERGREEN HEALTH PLAN", "60054")
    assert (found.trace_number, found.trace_originator) == ("EFT0000224001", "1512345678")
    assert (found.method, found.total_cents, found.paid_on) == ("ACH", 22400, date(2026, 2, 2))
    assert (found.payee_name, found.payee_npi) == ("CALM HARBOR COUNSELING LLC", "1234567893")
    assert (found.payee_tax_id, found.produced_on) == ("123456789", date(2026, 2, 1))
    assert found.control_number == "0001"


def test_every_reference_and_contact_of_the_payment_is_kept():
    more = "REF*2U*88001~\nPER*CX*CLAIMS*TE*8005550199*EX*7~\nPER*BL"
    found = payment(("DTM*405", "REF*F2*V7~\nDTM*405"), ("PER*BL", more))
    assert found.references == (Reference("EV", "CLEARHOUSE1"), Reference("F2", "V7"))
    assert found.payer_references == (Reference("2U", "88001"),)
    assert found.payee_references == (Reference("TJ", "123456789"),)
    assert found.contacts == (
        Contact("CX", "CLAIMS", (("TE", "8005550199"), ("EX", "7"))),
        Contact("BL", "PROVIDER SERVICES", (("TE", "8005550100"),)),
    )


def test_a_payer_without_a_number_in_n1_may_give_it_as_a_reference():
    assert payment(("*XV*60054~", "~"), ("PER*BL", "REF*2U*88001~\nPER*BL")).payer_identifier == "88001"
    assert payment(("*XV*60054~", "~")).payer_identifier == ""


def test_a_payee_named_by_tax_number_has_no_npi():
    found = payment(("*XX*1234567893~\nREF*TJ*123456789", "*FI*987654321"))
    assert (found.payee_npi, found.payee_tax_id) == ("", "987654321")


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("BPR*I*224", "REF*EV*X~\nBPR*I*224", "Segment 2 (REF) on line 4: BPR is expected right after ST"),
        ("TRN*1*EFT0000224001*1512345678~\n", "", "the payment has no TRN before its first claim"),
        ("REF*EV", "TRN*1*OTHER*1512345678~\nREF*EV", "the payment has a second TRN"),
        ("N1*PR", "N1*XX", "the payment has no N1*PR before its first claim"),
        ("*20260202~\nTRN", "~\nTRN", "element 16: it is empty, a value is expected"),
        ("DTM*405", "CUR*PR*CAD~\nDTM*405", "“CAD” is found, amounts are expected in US dollars (USD)"),
        ("CLP*CHC-2026-0001*", "CLP**", "element 1: it is empty, a value is expected"),
        ("CLP*CHC-2026-0001*", f"CLP*{'X' * 39}*", "element 1: it has 39 characters, 38 at most are expected"),
    ],
)
def test_a_payment_without_what_names_it_is_refused(old, new, fault):
    assert fault in refused((old, new))


def test_a_payment_without_a_contact_is_read_and_told():
    assert (
        "the payer gave no contact (PER*BL)" in payment(("PER*BL*PROVIDER SERVICES*TE*8005550100~\n", "")).warnings[0]
    )


def test_provider_adjustments_are_read_pair_by_pair():
    (found,) = read_835(authored("05")).payments
    assert [(one.reason, one.reference, one.amount_cents) for one in found.provider_adjustments] == [
        ("WO", "ICN77", 3525), ("L6", "ICN78", -410), ("CS", "BATCH9", 1200), ("72", "REFUND1", -2000),
    ]  # fmt: skip
    assert {(one.provider, one.fiscal_year_end) for one in found.provider_adjustments} == {
        ("1234567893", date(2026, 12, 31))
    }


@pytest.mark.parametrize(
    "plb, fault",
    [
        ("PLB*1*20261231*WO:A", "element 4: it is empty, a value is expected"),
        ("PLB*1*20261231**5", "element 3: it is empty, a value is expected"),
        ("PLB*1*20261231*WO:A*5**5", "element 5: an amount has no reason"),
        ("PLB*1*20261231*WO:A*5~\nCAS*CO*45*1", "it does not belong after PLB"),
    ],
)
def test_a_provider_adjustment_needs_a_reason_and_an_amount(plb, fault):
    assert fault in refused(("SE*29", f"{plb}~\nSE*29"))


def test_a_payment_of_provider_adjustments_alone_is_read():
    text = GOOD[: GOOD.index("LX*1")] + "PLB*1234567893*20261231*CS*-224~\n" + GOOD[GOOD.index("SE*29") :]
    found = payment(text=text)
    assert (found.claims, found.is_balanced) == ((), True)
