"""What a level of a 277CA says: who says it, of which batch, and what of a claim."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from mbp_claims.domain.acknowledgement import BatchAck, ClaimAck, StatusCode
from mbp_claims.words import _
from mbp_claims.x12.amounts import count_of, day_of
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.segment import Segment

SOURCE, RECEIVER, PROVIDER, CLAIM = "20", "21", "19", "PT"
ACTIONS = ("WQ", "U", "")
PAYERS_NUMBER = "1K"
_STATUSES = (1, 10, 11)


@dataclass
class Level:
    """One HL and what follows it, while it is read."""

    code: str
    segments: list[Segment] = field(default_factory=list)

    def first(self, name: str, qualifier: str = "") -> Segment | None:
        held = (one for one in self.segments if one.id == name)
        return next((one for one in held if not qualifier or one.text(1) == qualifier), None)

    def all(self, name: str) -> list[Segment]:
        return [one for one in self.segments if one.id == name]


def claim_said(level: Level) -> ClaimAck:
    trn = level.first("TRN", "2")
    if trn is None:
        raise level.segments[0].fault(None, _("the claim has no TRN*2: which claim is meant cannot be told"))
    number = trn.required(2)
    stcs = level.all("STC")
    if not stcs:
        raise level.segments[0].fault(None, _("the claim has no STC: what became of it is not said")).in_claim(number)
    try:
        return _said(level, number, stcs)
    except X12Error as error:
        raise error.in_claim(number) from None


def _said(level: Level, number: str, stcs: list[Segment]) -> ClaimAck:
    stc, named, ref = stcs[0], level.first("NM1"), level.first("REF", PAYERS_NUMBER)
    if stc.text(3) not in ACTIONS:
        raise stc.fault(3, _("{found} is neither WQ (taken) nor U (sent back)", found=shown(stc.text(3))))
    served = level.first("DTP", "472")
    return ClaimAck(
        claim_number=number,
        statuses=_statuses(stcs),
        action=stc.text(3),
        charge_cents=stc.cents(4) if stc.text(4) else None,
        payer_control_number=ref.required(2) if ref else "",
        member_id=named.text(9) if named else "",
        said_on=stc.day(2) if stc.text(2) else None,
        service_from=_first_day(served) if served else None,
        free_text=tuple(text for one in stcs if (text := one.text(12))),
    )


def _statuses(stcs: Sequence[Segment]) -> tuple[StatusCode, ...]:
    """STC01, 10 and 11 of each, in the file's order."""
    found = [_status(stc, at) for stc in stcs for at in _STATUSES if at == 1 or stc.text(at)]
    return tuple(dict.fromkeys(found))


def _status(stc: Segment, at: int) -> StatusCode:
    category, status, entity = (*stc.parts(at), "", "")[:3]
    if not category or not status:
        raise stc.fault(at, _("a category and a status are expected, as in A2:20"))
    return StatusCode(category, status, entity)


def _first_day(dtp: Segment) -> date:
    """Of a day, or of the days from and to."""
    first = dtp.required(3).partition("-")[0]
    try:
        return day_of(first)
    except ValueError as error:
        raise dtp.fault(3, f"{shown(first)} {error}") from None


def batch_said(head: dict[str, Level], claims: tuple[ClaimAck, ...], se: Segment) -> BatchAck:
    source, receiver = head[SOURCE], head[RECEIVER]
    nm1, trn, bht = source.first("NM1"), receiver.first("TRN", "2"), head[""].first("BHT")
    if nm1 is None:
        raise se.fault(None, _("the NM1 of the sender is missing: who says it cannot be told"))
    if trn is None:
        raise se.fault(None, _("the TRN*2 of the batch is missing: which batch is meant cannot be told"))
    stcs = receiver.all("STC")
    return BatchAck(
        sender=nm1.text(3), sender_kind=nm1.text(1), sender_id=nm1.text(9), batch=trn.required(2),
        made_at=_moment(bht), statuses=_statuses(stcs), claims=claims,
        counts={qty.text(1): _count(qty) for qty in receiver.all("QTY")},
        amounts={amt.text(1): amt.cents(2) for amt in receiver.all("AMT")},
    )  # fmt: skip


def _count(qty: Segment) -> int:
    found = count_of(qty.required(2))
    if found is None:
        raise qty.fault(2, _("{found} is not a count", found=shown(qty.text(2))))
    return found


def _moment(bht: Segment | None) -> datetime | None:
    """When the file was made, on the sender's clock; None where it does not say."""
    if bht is None or not bht.text(4):
        return None
    time = bht.text(5)[:4]
    at = datetime.strptime(time, "%H%M").time() if len(time) == 4 and _is_time(time) else datetime.min.time()
    return datetime.combine(bht.day(4), at)


def _is_time(text: str) -> bool:
    return text.isascii() and text.isdigit() and text[:2] < "24" and text[2:] < "60"
