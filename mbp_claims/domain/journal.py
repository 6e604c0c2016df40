"""What a posting writes, collected as rows until all of it is saved at once."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mbp_claims.domain.activity import Deed
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.our_claim import CHANGES, OurClaim, OurLine

Row = tuple[Any, ...]
ANSWER = (
    "id", "claim_id", "practice_id", "source", "status_code", "paid_cents", "payer_control_number", "adjudicated_on",
    "remittance_id", "replaces_id", "remarks", "moa", "mia", "void_at", "created_at", "created_by",
)  # fmt: skip
PAYMENT = ("adjudication_id", "service_line_id", "paid_cents", "units", "procedure", "modifiers")
ADJUSTMENT = (
    "adjudication_id", "service_line_id", "position", "group_code", "reason_code", "amount_cents", "quantity",
)  # fmt: skip
ENTRY = ("practice_id", "services_id", "claim_id", "posting_id", "account", "cents", "at", "who")
LINE = (
    "posting_id", "claim_id", "remittance_claim_id", "adjudication_id", "before", "version", "made", "live",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to be posted to the claim `claim_id`. A reversal carries the payer's negative amounts."""

    claim_id: int
    answer: Answer
    source: str
    is_reversal: bool = False
    remittance_id: int | None = None
    remittance_claim_id: int | None = None
    replaces_id: int | None = None


@dataclass(slots=True)
class Line:
    """A claim that is changed, by which claim of a remittance, with which answer."""

    claim: OurClaim
    made: bool = False
    remittance_claim_id: int | None = None
    answer_id: int | None = None


@dataclass(slots=True)
class Journal:
    """Rows by table. Ids are given out beforehand, so that rows can refer to one another."""

    practice_id: int
    posting_id: int
    now: datetime
    today: date
    clinician_id: int | None
    who: str
    new_claim_id: Callable[[], int]
    new_answer_id: Callable[[], int]
    answers: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    adjustments: list[Row] = field(default_factory=list)
    claims: dict[int, OurClaim] = field(default_factory=dict)
    new_claims: list[OurClaim] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    activities: list[Deed] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    _before: dict[int, Row] = field(default_factory=dict)
    _line_of: dict[int, Line] = field(default_factory=dict)

    def keep_answer(self, claim: OurClaim, lines: tuple[OurLine, ...], told: Answered) -> int:
        """The id that the answer is kept under."""
        answer, kept = told.answer, self.new_answer_id()
        self.answers.append((
            kept, claim.id, self.practice_id, told.source, answer.status_code, answer.paid_cents,
            answer.control_number, answer.adjudicated_on, told.remittance_id, told.replaces_id,
            " ".join(answer.remarks), "*".join(answer.moa), "*".join(answer.mia), None, self.now, self.who,
        ))  # fmt: skip
        ids = {line.position: line.id for line in lines}
        for paid in answer.payments:
            self.payments.append(
                (kept, ids[paid.line], paid.cents, paid.units, paid.procedure, " ".join(paid.modifiers))
            )
        for position, one in enumerate(answer.reductions, 1):
            self.adjustments.append(
                (kept, ids.get(one.line), position, one.group, one.reason, one.cents, one.quantity)
            )
        return kept

    def touch(self, claim: OurClaim, remittance_claim_id: int | None = None, kept: int | None = None) -> None:
        """To be called before a claim is changed: what it was is remembered, once for the claim."""
        if claim.id not in self._before:
            self._before[claim.id] = claim.state
            self.claims[claim.id] = claim
            claim.version += 1
        line = self._line_of.get(claim.id)
        if line is None or (kept is not None and line.answer_id is not None):
            self._line_of[claim.id] = line = Line(claim)
            self.lines.append(line)
        if kept is not None:
            line.remittance_claim_id, line.answer_id = remittance_claim_id, kept

    def made(self, claim: OurClaim) -> None:
        claim.version += 1
        self.new_claims.append(claim)
        self._before[claim.id] = ()
        self._line_of[claim.id] = line = Line(claim, made=True)
        self.lines.append(line)

    def enter(self, primary: OurClaim, cents: dict[tuple[str, int], int]) -> None:
        for (account, claim_id), amount in cents.items():
            self.entries.append((
                self.practice_id, primary.id, claim_id or primary.id, self.posting_id, account, amount, self.now,
                self.who,
            ))  # fmt: skip

    def record(self, claim: OurClaim, what: str, change: tuple[str, str] = ("", "")) -> None:
        self.activities.append(
            Deed(self.now, self.clinician_id, self.who, what, *change, claim.client_id, claim.plan_id, claim.id)
        )

    def line_rows(self) -> Iterator[Row]:
        """The lines as they are kept, each with what its claim was before, as far as that changed."""
        told: set[int] = set()
        for line in self.lines:
            claim = line.claim
            before = "" if claim.id in told else _changed(self._before[claim.id], claim)
            told.add(claim.id)
            yield (
                self.posting_id, claim.id, line.remittance_claim_id, line.answer_id, before, claim.version, line.made,
                True,
            )  # fmt: skip


def _changed(before: Row, claim: OurClaim) -> str:
    """JSON of the columns that changed, as they were."""
    found = {
        name: was.isoformat() if isinstance(was, date) else was
        for name, was, now in zip(CHANGES, before, claim.state, strict=False) if was != now
    }  # fmt: skip
    return _ENCODER.encode(found) if found else ""


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def read_state(kept: str) -> dict[str, Any]:
    """Columns of a claim as they were."""
    told: dict[str, Any] = json.loads(kept) if kept else {}
    if told.get("follow_up_on"):
        told["follow_up_on"] = date.fromisoformat(told["follow_up_on"])
    if told.get("completed_at"):
        told["completed_at"] = datetime.fromisoformat(told["completed_at"])
    return told
