"""One transaction of a 277CA: who says it, of which batch, and what of each claim."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from mbp_claims.domain.acknowledgement import BatchAck, ClaimAck, StatusCode
from mbp_claims.x12.amounts import count_of, day_of
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.segment import Segment

SOURCE, RECEIVER, PROVIDER, CLAIM = "20", "21", "19", "PT"
LEVELS = {SOURCE: "the sender", RECEIVER: "the batch", PROVIDER: "the provider", CLAIM: "a claim"}
_MAY_HOLD = {
    "": {"BHT"},
    SOURCE: {"NM1", "TRN", "DTP"},
    RECEIVER: {"NM1", "TRN", "STC", "QTY", "AMT"},
    PROVIDER: {"NM1", "TRN", "STC", "REF", "QTY", "AMT"},
    CLAIM: {"NM1", "TRN", "STC", "REF", "DTP", "SVC"},
}
_PARENT = {SOURCE: "", RECEIVER: SOURCE, PROVIDER: RECEIVER, CLAIM: PROVIDER}
_STATUSES = (1, 10, 11)
ACTIONS = ("WQ", "U", "")
PAYERS_NUMBER = "1K"
_MOST_SEGMENTS = 20_000


@dataclass
class _Level:
    """One HL and what follows it, while it is read."""

    code: str
    segments: list[Segment] = field(default_factory=list)

    def first(self, name: str, qualifier: str = "") -> Segment | None:
        held = (one for one in self.segments if one.id == name)
        return next((one for one in held if not qualifier or one.text(1) == qualifier), None)

    def all(self, name: str) -> list[Segment]:
        return [one for one in self.segments if one.id == name]


class BatchReading:
    """Takes the segments between ST and SE; X12Error on the first that has no place there."""

    def __init__(self) -> None:
        self._level = _Level("")
        self._head: dict[str, _Level] = {"": self._level}
        self._claims: list[ClaimAck] = []

    def take(self, segment: Segment) -> None:
        if segment.id == "HL":
            self._enter(segment)
            return
        if segment.id not in _MAY_HOLD[self._level.code]:
            where = f"in the level of {LEVELS[self._level.code]}" if self._level.code else "before the first HL"
            raise segment.fault(None, f"it does not belong {where}")
        self._level.segments.append(segment)
        if len(self._level.segments) > _MOST_SEGMENTS:
            raise segment.fault(None, f"more than {_MOST_SEGMENTS:,} segments in one level are too many")

    def close(self, se: Segment) -> BatchAck:
        """The whole, now that the SE has come."""
        self._leave()
        for code in (SOURCE, RECEIVER):
            if code not in self._head:
                raise se.fault(None, f"the HL of {LEVELS[code]} ({code}) is missing before it")
        return _batch(self._head, tuple(self._claims), se)

    def _enter(self, hl: Segment) -> None:
        code = hl.text(3)
        if code not in LEVELS:
            raise hl.fault(3, f"{shown(code)} is no level of a 277CA")
        self._leave()
        if _PARENT[code] not in self._head:
            raise hl.fault(3, f"the HL of {LEVELS[_PARENT[code]]} ({_PARENT[code]}) is missing before it")
        self._level = _Level(code, [hl])
        if code != CLAIM:
            self._head[code] = self._level

    def _leave(self) -> None:
        if self._level.code == CLAIM:
            self._claims.append(_claim(self._level))


def _claim(level: _Level) -> ClaimAck:
    trn = level.first("TRN", "2")
    if trn is None:
        raise level.segments[0].fault(None, "the claim has no TRN*2: which claim is meant cannot be told")
    number = trn.required(2)
    stcs = level.all("STC")
    if not stcs:
        raise level.segments[0].fault(None, "the claim has no STC: what became of it is not said").in_claim(number)
    try:
        return _said(level, number, stcs)
    except X12Error as error:
        raise error.in_claim(number) from None


def _said(level: _Level, number: str, stcs: list[Segment]) -> ClaimAck:
    stc, named, ref = stcs[0], level.first("NM1"), level.first("REF", PAYERS_NUMBER)
    if stc.text(3) not in ACTIONS:
        raise stc.fault(3, f"{shown(stc.text(3))} is neither WQ (taken) nor U (sent back)")
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
        raise stc.fault(at, "a category and a status are expected, as in A2:20")
    return StatusCode(category, status, entity)


def _first_day(dtp: Segment) -> date:
    """Of a day, or of the days from and to."""
    first = dtp.required(3).partition("-")[0]
    try:
        return day_of(first)
    except ValueError as error:
        raise dtp.fault(3, f"{shown(first)} {error}") from None


def _batch(head: dict[str, _Level], claims: tuple[ClaimAck, ...], se: Segment) -> BatchAck:
    source, receiver = head[SOURCE], head[RECEIVER]
    nm1, trn, bht = source.first("NM1"), receiver.first("TRN", "2"), head[""].first("BHT")
    if nm1 is None:
        raise se.fault(None, "the NM1 of the sender is missing: who says it cannot be told")
    if trn is None:
        raise se.fault(None, "the TRN*2 of the batch is missing: which batch is meant cannot be told")
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
        raise qty.fault(2, f"{shown(qty.text(2))} is not a count")
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
