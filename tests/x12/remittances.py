"""Any balanced 835 that a payer could send, drawn by Hypothesis."""

from datetime import date

from hypothesis import strategies as st

from mbp_claims.domain.remit import Payment, RemitFile
from mbp_claims.domain.remit_claim import REVERSAL, Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine, total
from mbp_claims.domain.remit_payment import Contact, Interchange, ProviderAdjustment
from mbp_claims.x12.era_claim import FILING_CODES, STATUSES

names = st.text("ABCDEÉabcde .-", min_size=1, max_size=9).map(lambda text: f"R{text}S")
codes = st.text("ABCDEFGHJK0123456789", min_size=1, max_size=9)
qualifiers = st.sampled_from(["6R", "F8", "EA", "1L", "CE"])
cents = st.integers(min_value=-(10**9), max_value=10**9)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
perhaps_days = st.none() | days
quantities = st.none() | st.sampled_from(["1", "0.5", "-2", "12"])
references = st.lists(st.builds(Reference, qualifiers, codes), max_size=2).map(tuple)
contacts = st.builds(
    Contact, st.sampled_from(["CX", "BL"]), names, st.lists(st.tuples(st.just("TE"), codes), max_size=3).map(tuple)
)
amounts = st.lists(st.tuples(st.sampled_from(["B6", "AU", "I", "F5"]), cents), max_size=2).map(tuple)
counted = st.lists(st.tuples(st.sampled_from(["CA", "ZK"]), st.sampled_from(["1", "0.5", "12"])), max_size=2).map(tuple)
remark_codes = st.lists(st.from_regex(r"[MN][A1-9][0-9]{1,2}", fullmatch=True), max_size=5)
parties = st.builds(Party, names, names | st.just(""), names | st.just(""), st.just("MI"), codes)
procedures = st.builds(Procedure, codes, st.sampled_from(["HC", "N4"]), st.lists(codes, max_size=4).map(tuple))
adjustments = st.lists(
    st.builds(RemitAdjustment, st.sampled_from(["CO", "OA", "PI", "PR"]), codes, cents, quantities), max_size=7
).map(tuple)


@st.composite
def lines(draw: st.DrawFn, statement: tuple[date | None, date | None]) -> RemitLine:
    """A line whose charge is what was paid and adjusted. Without dates of its own it has the claim's."""
    paid, adjusted = draw(cents), draw(adjustments)
    first = draw(perhaps_days)
    last = max(first, draw(days)) if first else None
    return RemitLine(
        procedure=draw(procedures),
        charge_cents=paid + total(adjusted),
        paid_cents=paid,
        units=draw(st.sampled_from(["1", "2", "0", "0.5"])),
        submitted=draw(st.none() | procedures),
        service_from=first or statement[0],
        service_to=last or statement[1],
        adjustments=adjusted,
        remarks=tuple(draw(remark_codes)),
        references=draw(references),
        supplemental=draw(amounts),
        quantities=draw(counted),
        submitted_units=draw(quantities),
        revenue_code=draw(st.sampled_from(["", "0914"])),
    )


@st.composite
def claims(draw: st.DrawFn) -> RemitClaim:
    """A claim that adds up at both levels, with or without lines."""
    start = draw(perhaps_days)
    statement = start, start and max(start, draw(days))
    answered, own = tuple(draw(st.lists(lines(statement), max_size=2))), draw(adjustments)
    adjusted = own + tuple(one for line in answered for one in line.adjustments)
    charge = sum(line.charge_cents for line in answered) if answered else draw(cents)
    status = draw(st.sampled_from(sorted({*STATUSES} - {REVERSAL})))
    remarks = draw(remark_codes)
    return RemitClaim(
        claim_number=draw(codes),
        status=status,
        charge_cents=charge,
        paid_cents=charge - total(adjusted),
        patient_responsibility_cents=total(one for one in adjusted if one.group == "PR")
        or draw(st.sampled_from([None, 0])),
        filing_code=draw(st.sampled_from(sorted(FILING_CODES))),
        payer_control_number=draw(codes),
        frequency=draw(st.sampled_from(["", "1", "7", "8"])),
        patient=draw(parties),
        subscriber=draw(st.none() | parties),
        corrected_insured=draw(st.none() | parties),
        rendering=draw(st.none() | parties),
        crossover_carrier=draw(st.none() | parties),
        corrected_payer=draw(st.none() | parties),
        other_subscriber=draw(st.none() | parties),
        moa=("", "", *remarks) if remarks else (),
        remarks=tuple(remarks),
        references=draw(references),
        received_on=draw(perhaps_days),
        statement_from=statement[0],
        statement_to=statement[1],
        supplemental=draw(amounts),
        quantities=draw(counted),
        adjustments=own,
        lines=answered,
    )


@st.composite
def payments(draw: st.DrawFn) -> Payment:
    """A payment that is what its claims were paid less its provider adjustments."""
    answered = tuple(draw(st.lists(claims(), max_size=2)))
    one = st.builds(ProviderAdjustment, st.sampled_from(["WO", "L6", "72"]), codes, cents, st.just("1234567893"), days)
    withheld = tuple(draw(st.lists(one, max_size=8)))
    tax_id = draw(codes)
    return Payment(
        interchange=draw(
            st.builds(Interchange, codes, codes, st.from_regex(r"[0-9]{9}", fullmatch=True), st.booleans())
        ),
        control_number=draw(st.from_regex(r"[0-9]{4,9}", fullmatch=True)),
        total_cents=sum(claim.paid_cents for claim in answered) - sum(one.amount_cents for one in withheld),
        method=draw(st.sampled_from(["ACH", "CHK", "NON"])),
        paid_on=draw(days),
        trace_number=draw(codes),
        trace_originator=draw(codes),
        payer_name=draw(names),
        payer_identifier=draw(codes),
        payee_name=draw(names),
        payee_npi=draw(codes),
        payee_tax_id=tax_id,
        produced_on=draw(perhaps_days),
        references=draw(references),
        payer_references=draw(references),
        payee_references=(Reference("TJ", tax_id), *draw(references)),
        contacts=(*draw(st.lists(contacts, max_size=2)), Contact("BL", "SUPPORT", (("UR", "HTTPS"),))),
        claims=answered,
        provider_adjustments=withheld,
    )


files = st.lists(payments(), min_size=1, max_size=2).map(lambda found: RemitFile(tuple(found)))
