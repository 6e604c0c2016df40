"""Whatever balanced payment is written as an 835 is read back as it was, and one cent too many is noticed."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from remit_text import Marks, remit_text
from remittances import claims, files, payments

from mbp_claims.domain.remit import Payment, RemitFile
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.era_835 import read_835, read_payments

drawn = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
marks = st.builds(
    Marks, st.sampled_from("*|+"), st.sampled_from(":>"), st.sampled_from("~\n'"), st.sampled_from(["", "\n", "\r\n"])
)


@drawn
@given(files, marks)
def test_a_balanced_file_reads_back_equal(file: RemitFile, marks: Marks):
    read = read_835(remit_text(file, marks).encode())
    assert read == file
    assert read.imbalances() == ()


@drawn
@given(payments(), st.integers(min_value=1, max_value=500))
def test_the_size_of_the_chunks_makes_no_difference(payment: Payment, size: int):
    data = remit_text(RemitFile((payment,))).encode()
    assert list(read_payments(data[at : at + size] for at in range(0, len(data), size))) == [payment]


@drawn
@given(claims(), st.sampled_from([-1, 1, 100]))
def test_a_claim_off_by_a_cent_does_not_add_up(claim: RemitClaim, off: int):
    found = claim._replace(paid_cents=claim.paid_cents + off).imbalances()
    assert [one.difference_cents for one in found if one.blocks] == [off]


@drawn
@given(payments(), st.sampled_from([-1, 1, 100]))
def test_a_payment_off_by_a_cent_does_not_add_up(payment: Payment, off: int):
    wrong = RemitFile((replace(payment, total_cents=payment.total_cents + off),))
    (read,) = read_835(remit_text(wrong).encode()).payments
    assert [one.difference_cents for one in read.imbalances()] == [-off]
    assert not read.is_balanced


@drawn
@given(claims().filter(lambda claim: claim.lines), st.sampled_from([-1, 1, 100]))
def test_a_line_off_by_a_cent_does_not_add_up(claim: RemitClaim, off: int):
    first, *others = claim.lines
    found = claim._replace(lines=(first._replace(paid_cents=first.paid_cents + off), *others)).imbalances()
    assert [one.difference_cents for one in found] == [off]
