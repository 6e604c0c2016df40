"""A payer's ledger told in words."""

from typing import Any

from mbp_claims.domain.codes import provider_adjustment
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import Reconciliation
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Remittance, WithheldAmount
from mbp_claims.views.ledger import KeptRow, LedgerView, PaymentRow
from mbp_claims.views.show_review import as_deposit, deposit_words
from mbp_claims.words import _


def ledger_view(opened: Any) -> LedgerView:
    """Of an OpenLedger."""
    ledger = opened.ledger
    total: Reconciliation = ledger.total
    paid = {payment.id: payment for payment, __ in ledger.payments}
    return LedgerView(
        opened.payer_id, opened.payer, True, str(opened.year), [str(year) for year in opened.years],
        total.difference == 0, deposit_words(total),
        [_row(payment, told, payment.trace, show_day(payment.paid_on)) for payment, told in ledger.payments],
        _row(None, total, "", _("In all")), [_kept(one, paid[one.remittance_id]) for one in ledger.withheld],
        as_deposit(total.withheld),
    )  # fmt: skip


def _row(payment: Remittance | None, told: Reconciliation, check: str, date: str) -> PaymentRow:
    return PaymentRow(
        str(payment.id) if payment else "", check, date, format_cents(told.deposit), format_cents(told.posted),
        format_cents(told.waiting), format_cents(told.skipped), as_deposit(told.withheld),
        format_cents(told.difference) if told.difference else "",
    )  # fmt: skip


def _kept(one: WithheldAmount, payment: Remittance) -> KeptRow:
    return KeptRow(
        show_day(payment.paid_on), payment.trace, str(payment.id), one.reason, provider_adjustment(one.reason),
        one.reference, as_deposit(one.amount_cents),
    )  # fmt: skip
