"""Reads an 835 into rows that may be kept: no database is asked, and nobody waits meanwhile."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from mbp_claims.domain.claim_match import first_day
from mbp_claims.domain.kept_remit import keep_remit
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd
from mbp_claims.domain.remittance import Outcome, Problem, Proposal
from mbp_claims.settings import settings
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.intake import Intake

EVERY = 200


class KeptClaim(NamedTuple):
    """A claim of a payment as it will be kept: columns of RemittanceClaim in the order of `remittance_rows.KEPT`."""

    position: int
    claim_number: str
    status_code: str = ""
    charge_cents: int = 0
    paid_cents: int = 0
    service_on: date | None = None
    services: str = ""
    adjustments: str = ""
    patient: str = ""
    said: str = ""
    claim_id: int | None = None
    match: str = ""
    outcome: str = Outcome.NOT_MATCHED.value
    problem: str = ""
    why: str = ""
    imbalance: str = ""
    flags: str = ""
    proposal: str = ""


@dataclass(frozen=True)
class ReadPayment:
    """A payment without its claims, their rows as they will be kept, and the equation that does not hold, if any.

    `found` are pairs of ids, by position: of the client and of the primary claim; nothing until it was matched.
    """

    end: PaymentEnd
    rows: tuple[KeptClaim, ...]
    imbalance: str
    found: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadEra:
    """A file that was read and may be kept: nothing of it is in the database yet.

    `place` is how far the practice's trail had come when it was matched; None until it was.
    """

    name: str
    content: bytes
    digest: str
    payments: tuple[ReadPayment, ...]
    place: int | None = None

    @property
    def claims(self) -> int:
        return sum(len(one.rows) for one in self.payments)


def read_era(name: str, content: bytes, step: Step = silent) -> ReadEra:
    """Only reads. RuleViolation with the exact reason when it is no 835, or cut short."""
    payments: list[ReadPayment] = []
    rows: list[KeptClaim] = []
    reader = EraReader(content, Intake(name, accept_test=settings.test_files, keep_unreadable=True))
    for part in reader:
        if isinstance(part, RemitClaim):
            rows.append(_row(len(rows) + 1, part))
        elif isinstance(part, UnreadableClaim):
            rows.append(_unreadable(len(rows) + 1, part))
        elif isinstance(part, PaymentEnd):
            payments.append(ReadPayment(part, tuple(rows), _first_imbalance(part, rows)))
            rows = []
        if reader.claims_read % EVERY == 0:
            step("bytes", reader.bytes_read, len(content))
            step("read", reader.claims_read, 0)
    step("read", reader.claims_read, reader.claims_read)
    return ReadEra(name, content, hashlib.sha256(content).hexdigest(), tuple(payments))


def _first_imbalance(end: PaymentEnd, rows: list[KeptClaim]) -> str:
    """What keeps the payment from adding up: a claim that could not be read, one that is off, its own total."""
    unreadable = (row.why for row in rows if row.problem == Problem.UNREADABLE)
    broken = (row.imbalance for row in rows if row.imbalance)
    own = (end.imbalance.sentence for _ in range(1) if end.imbalance)
    return next(chain(unreadable, broken, own), "")


def _row(position: int, remit: RemitClaim) -> KeptClaim:
    broken = next((one.sentence for one in remit.imbalances() if one.blocks), "")
    cuts = [f"{one.group}-{one.reason} {format_cents(one.amount_cents)}" for one in remit.all_adjustments]
    return KeptClaim(
        position, remit.claim_number, remit.status, remit.charge_cents, remit.paid_cents, first_day(remit),
        " ".join([line.procedure.code for line in remit.lines]), "; ".join(cuts),
        remit.patient.name if remit.patient else "", keep_remit(remit), imbalance=broken,
        proposal=Proposal.OPEN.value if remit.corrected_insured else "",
    )  # fmt: skip


def _unreadable(position: int, one: UnreadableClaim) -> KeptClaim:
    return KeptClaim(
        position, one.claim_number, outcome=Outcome.PROBLEM.value, problem=Problem.UNREADABLE.value, why=one.sentence
    )
