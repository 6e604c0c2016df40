"""What a posting writes, collected as rows until all of it is saved at once."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.our_claim import CHANGES, OurClaim, OurLine

Row = dict[str, Any]


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
class Journal:
    """Rows by table. Ids are given out beforehand, so that rows can refer to one another."""

    practice_id: int
    posting_id: int
    now: datetime
    today: date
    who: str
    new_claim_id: Callable[[], int]
    new_answer_id: Callable[[], int]
    answers: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    adjustments: list[Row] = field(default_factory=list)
    claims: dict[int, OurClaim] = field(default_factory=dict)
    new_claims: list[OurClaim] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    activities: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    _before: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    _line_of: dict[int, Row] = field(default_factory=dict)

    def keep_answer(self, claim: OurClaim, lines: tuple[OurLine, ...], told: Answered) -> int:
        """The id that the answer is kept under."""
        answer, kept = told.answer, self.new_answer_id()
        self.answers.append({
            "id": kept, "practice_id": self.practice_id, "claim_id": claim.id, "source": told.source,
            "status_code": answer.status_code, "paid_cents": answer.paid_cents,
            "payer_control_number": answer.control_number, "adjudicated_on": answer.adjudicated_on,
            "remittance_id": told.remittance_id, "replaces_id": told.replaces_id, "remarks": " ".join(answer.remarks),
            "moa": "*".join(answer.moa), "mia": "*".join(answer.mia), "void_at": None, "created_at": self.now,
            "created_by": self.who,
        })  # fmt: skip
        ids = {line.position: line.id for line in lines}
        for paid in answer.payments:
            self.payments.append({
                "adjudication_id": kept, "service_line_id": ids[paid.line], "paid_cents": paid.cents,
                "units": paid.units, "procedure": paid.procedure, "modifiers": " ".join(paid.modifiers),
            })  # fmt: skip
        for position, one in enumerate(answer.reductions, 1):
            self.adjustments.append({
                "adjudication_id": kept, "service_line_id": ids.get(one.line), "position": position,
                "group_code": one.group, "reason_code": one.reason, "amount_cents": one.cents,
                "quantity": one.quantity,
            })  # fmt: skip
        return kept

    def touch(self, claim: OurClaim, remittance_claim_id: int | None = None, kept: int | None = None) -> None:
        """To be called before a claim is changed: what it was is remembered, once for the claim."""
        if claim.id not in self._before:
            self._before[claim.id] = claim.state
            self.claims[claim.id] = claim
            claim.version += 1
        if remittance_claim_id is not None or kept is not None or claim.id not in self._line_of:
            line = self._line_of.get(claim.id)
            if line is None or line["adjudication_id"] is not None:
                self._line_of[claim.id] = line = self._line(claim, made=False)
            line["remittance_claim_id"], line["adjudication_id"] = remittance_claim_id, kept

    def made(self, claim: OurClaim) -> None:
        self.new_claims.append(claim)
        claim.version += 1
        self._before[claim.id] = ()
        self._line_of[claim.id] = self._line(claim, made=True)

    def enter(self, primary: OurClaim, cents: dict[tuple[str, int], int]) -> None:
        for (account, claim_id), amount in cents.items():
            self.entries.append({
                "practice_id": self.practice_id, "services_id": primary.id, "claim_id": claim_id or primary.id,
                "posting_id": self.posting_id, "account": account, "cents": amount, "at": self.now, "who": self.who,
            })  # fmt: skip

    def record(self, claim: OurClaim, what: str, change: tuple[str, str] = ("", "")) -> None:
        self.activities.append({
            "practice_id": self.practice_id, "at": self.now, "who": self.who, "what": what, "before": change[0],
            "after": change[1], "client_id": claim.client_id, "plan_id": claim.plan_id, "claim_id": claim.id,
        })  # fmt: skip

    def close(self) -> None:
        """Tells each line what its claim was before, as far as that changed, and which version it left."""
        told: set[int] = set()
        for line in self.lines:
            claim_id = line["claim_id"]
            claim, before = line.pop("claim"), self._before[claim_id]
            line["version"] = claim.version
            if before and claim_id not in told:
                now = claim.state
                line["before"] = keep_state(
                    {name: was for name, was, is_now in zip(CHANGES, before, now, strict=True) if was != is_now}
                )
            told.add(claim_id)

    def _line(self, claim: OurClaim, made: bool) -> Row:
        line = {
            "posting_id": self.posting_id, "claim_id": claim.id, "remittance_claim_id": None, "adjudication_id": None,
            "before": "", "version": 0, "made": made, "live": True, "claim": claim,
        }  # fmt: skip
        self.lines.append(line)
        return line


def keep_state(changed: dict[str, Any]) -> str:
    return json.dumps(changed, default=lambda moment: moment.isoformat(), ensure_ascii=False)


def read_state(kept: str) -> dict[str, Any]:
    """Columns of a claim as they were."""
    told: dict[str, Any] = json.loads(kept) if kept else {}
    if told.get("follow_up_on"):
        told["follow_up_on"] = date.fromisoformat(told["follow_up_on"])
    if told.get("completed_at"):
        told["completed_at"] = datetime.fromisoformat(told["completed_at"])
    return told
