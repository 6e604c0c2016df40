"""One claim of an 835: CLP and what follows it up to its service lines (loop 2100), then each line."""

from collections.abc import Sequence

from mbp_claims.domain.remit_claim import REVERSAL, Party, RemitClaim
from mbp_claims.words import _
from mbp_claims.x12.era_line import line_of
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.loop import Loop, in_order, notes_of
from mbp_claims.x12.segment import Segment

ORDER = in_order("CLP", "CAS", "NM1", "MIA", "MOA", "REF", "DTM", "PER", "AMT", "QTY")
STATUSES = ("1", "2", "3", "4", "19", "20", "21", "22", "23", "25")
FILING_CODES = {
    "11", "12", "13", "14", "15", "16", "17", "AM", "BL", "CH", "CI", "DS",
    "FI", "HM", "LM", "MA", "MB", "MC", "OF", "TV", "VA", "WC", "ZZ",
}  # fmt: skip
ROLES = {"QC", "IL", "74", "82", "TT", "PR", "GB"}
LONGEST_NUMBER = 38
_NOTHING = [""] * 9
_MOA_REMARKS = range(3, 8)
_MIA_REMARKS = (5, 20, 21, 22, 23)


def claim_of(loops: Sequence[Sequence[Segment]]) -> RemitClaim:
    """From its CLP on, then each line. X12Error, with the claim's number, when anything is not what it should be."""
    number = _number(loops[0][0])
    try:
        return _claim(number, loops)
    except X12Error as error:
        raise error.in_claim(number) from None


def _number(clp: Segment) -> str:
    """CLP01, our own number of the claim, as the payer repeats it."""
    number = clp.required(1)
    if len(number) > LONGEST_NUMBER:
        raise clp.fault(
            1, _("it has {count} characters, {most} at most are expected", count=len(number), most=LONGEST_NUMBER)
        )
    return number


def _claim(number: str, loops: Sequence[Sequence[Segment]]) -> RemitClaim:
    head, *lines = loops
    loop = Loop(head, ORDER)
    clp, days, parties = loop.head, loop.days, _parties(loop)
    statement = days.get("232"), days.get("233") or days.get("232")
    moa, mia = _elements(loop.all("MOA")), _elements(loop.all("MIA"))
    return RemitClaim(
        claim_number=number,
        status=_status(clp),
        charge_cents=clp.cents(3),
        paid_cents=clp.cents(4),
        patient_responsibility_cents=clp.cents(5) if clp.text(5) else None,
        filing_code=_filing_code(clp),
        payer_control_number=clp.text(7),
        frequency=clp.text(9),
        patient=parties.get("QC"),
        subscriber=parties.get("IL"),
        corrected_insured=parties.get("74"),
        rendering=parties.get("82"),
        crossover_carrier=parties.get("TT"),
        corrected_payer=parties.get("PR"),
        other_subscriber=parties.get("GB"),
        moa=moa,
        mia=mia,
        remarks=remarks_of(moa, mia),
        references=tuple(loop.references),
        received_on=days.get("050"),
        statement_from=statement[0],
        statement_to=statement[1],
        supplemental=tuple(loop.supplemental),
        quantities=tuple(loop.quantities),
        adjustments=tuple(loop.adjustments),
        lines=tuple([line_of(line, statement) for line in lines]),
        warnings=notes_of([segment for loop in loops for segment in loop if segment.notes]),
        segment=clp.number,
    )


def _status(clp: Segment) -> str:
    status = clp.text(2)
    if status not in STATUSES:
        raise clp.fault(
            2,
            _(
                "{found} is no claim status, one of {expected} is expected",
                found=shown(status),
                expected=", ".join(STATUSES),
            ),
        )
    if status == REVERSAL and clp.cents(3) > 0:
        clp.note(_("a reversal (22) whose charge is not negated"), 3)
    return status


def _filing_code(clp: Segment) -> str:
    code = clp.text(6)
    if code not in FILING_CODES:
        clp.note(_("{found} is no claim filing code", found=shown(code)), 6)
    if not clp.text(7):
        clp.note(_("the payer gave the claim no number of its own"), 7)
    return code


def _parties(loop: Loop) -> dict[str, Party]:
    """NM1 by what they are; the first of each."""
    named: dict[str, Party] = {}
    for nm1 in loop.all("NM1"):
        __, role, __, last, first, middle, __, __, qualifier, identifier, *___ = (*nm1.elements, *_NOTHING)
        if role not in ROLES:
            nm1.note(_("{found} is no role that somebody has in a claim", found=shown(role)), 1)
        named.setdefault(role, Party(last, first, middle, qualifier, identifier))
    if "QC" not in named:
        loop.head.note(_("the patient (NM1*QC) is not named"))
    return named


def _elements(segments: Sequence[Segment]) -> tuple[str, ...]:
    return tuple(segments[0].elements[1:]) if segments else ()


def remarks_of(moa: tuple[str, ...], mia: tuple[str, ...]) -> tuple[str, ...]:
    """The remark codes of both, which are kept verbatim."""
    return _remarks(moa, _MOA_REMARKS) + _remarks(mia, _MIA_REMARKS)


def _remarks(elements: tuple[str, ...], positions: Sequence[int]) -> tuple[str, ...]:
    """The remark codes among the elements of an MOA or a MIA, which count from 1."""
    return tuple(elements[at - 1].strip() for at in positions if at <= len(elements) and elements[at - 1].strip())
