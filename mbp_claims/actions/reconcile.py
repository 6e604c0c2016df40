"""Whether what a payer paid is where it should be: on posted claims, waiting, or withheld; to the cent."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from mbp_claims.db import ledgers, remittance_rows, remittances
from mbp_claims.domain.era_facts import EnteredBefore, Reconciliation
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import WAITING, Outcome, Remittance, WithheldAmount


@dataclass(frozen=True)
class PayerLedger:
    """A payer's payments in a time: each with how it is made up, and every amount that it withheld or added."""

    payments: tuple[tuple[Remittance, Reconciliation], ...]
    withheld: tuple[WithheldAmount, ...]

    @property
    def total(self) -> Reconciliation:
        """All payments together."""
        told = [one for _, one in self.payments]
        return Reconciliation(
            sum(one.deposit for one in told), sum(one.posted for one in told), sum(one.waiting for one in told),
            sum(one.skipped for one in told), sum(one.withheld for one in told), sum(one.before for one in told),
        )  # fmt: skip


def reconcile(db: Session, clinician: Clinician, remittance_id: int) -> Reconciliation:
    """Of one payment. NotFound when it is no ERA of this practice."""
    return reconciliation(db, remittances.remittance(db, clinician, remittance_id))


def payer_ledger(db: Session, clinician: Clinician, payer_identifier: str, first: date, last: date) -> PayerLedger:
    """Of one payer (its identifier in the files), for payments of these days."""
    paid = remittances.payments_of(db, clinician, payer_identifier, first, last)
    return PayerLedger(
        tuple((one, reconciliation(db, one)) for one in paid),
        tuple(amount for one in paid for amount in remittances.withheld(db, one)),
    )


def reconciliation(db: Session, remittance: Remittance) -> Reconciliation:
    """What the ledger has of the payment beside what the payment says."""
    sums = remittance_rows.outcome_sums(db, remittance)

    def cents(*outcomes: Outcome) -> int:
        return sum(sums.get(outcome, (0, 0))[1] for outcome in outcomes)

    told = Reconciliation(
        remittance.total_cents, ledgers.paid_by(db, remittance), cents(*WAITING), cents(Outcome.SKIPPED),
        remittance.provider_adjustments_cents,
    )  # fmt: skip
    if told.posted == cents(Outcome.POSTED):
        return told
    return replace(told, before=sum(one.cents for one in entered_before(db, remittance)))


def entered_before(db: Session, remittance: Remittance) -> tuple[EnteredBefore, ...]:
    """What earlier postings had entered for claims that the payment answered anew and took nothing back of: a claim was
    replaced after its answer was typed from paper."""
    return tuple(EnteredBefore(*one) for one in ledgers.entered_before(db, remittance))
