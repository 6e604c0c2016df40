"""The ledger of a claim told in words."""

from collections import Counter
from typing import Any

from mbp_claims.clock import local
from mbp_claims.domain.claim_facts import OpenClaim
from mbp_claims.domain.days import show_day
from mbp_claims.domain.ledger import Account, Balances, LedgerEntry
from mbp_claims.domain.money import format_cents
from mbp_claims.views.claim_ledger import ClaimLedgerView, LedgerRow, OwedRow
from mbp_claims.words import _

MOVES = {Account.CHARGE: 1, Account.PAID: -1, Account.WRITTEN_OFF: -1, Account.WAIVED: -1}
"""How an account moves what is open of the charge; the others only say who owes it."""
DECIDED = {Account.WAIVED: _("was written off by you."), Account.BILLED: _("was billed to the client by you.")}


def claim_ledger_view(ledger: Any, open_claim: OpenClaim) -> ClaimLedgerView:
    """Of a ClaimLedger."""
    second = open_claim.secondary
    payers = {open_claim.primary.claim.id: open_claim.primary.payer.name}
    payers |= {second.claim.id: second.payer.name} if second else {}
    rows, left = [], 0
    for entry in ledger.entries:
        if entry.account in MOVES:
            change = entry.cents * MOVES[Account(entry.account)]
            left += change
            rows.append(_row(entry, payers.get(entry.claim_id, _("The payer")), change, left))
    balances: Balances = ledger.balances
    return ClaimLedgerView(
        rows, _owed(balances, second.payer.name if second else ""),
        _undecided(balances.undecided, open_claim), _decided(ledger.entries),
    )  # fmt: skip


def _row(entry: LedgerEntry, payer: str, change: int, left: int) -> LedgerRow:
    amount = f"−{format_cents(-change)}" if change < 0 else format_cents(change)
    balance = f"−{format_cents(-left)}" if left < 0 else format_cents(left)
    return LedgerRow(show_day(local(entry.at).date()), _what(entry, payer), entry.who, amount, balance)


def _what(entry: LedgerEntry, payer: str) -> str:
    back = entry.cents < 0
    match entry.account:
        case Account.CHARGE:
            return _("Charge taken back") if back else _("Charge")
        case Account.PAID:
            return _("{payer} took back its payment", payer=payer) if back else _("{payer} paid", payer=payer)
        case Account.WAIVED:
            return _("Your write-off taken back") if back else _("Written off by you")
    return _("Write-off taken back, {payer}", payer=payer) if back else _("Written off, {payer}", payer=payer)


def _owed(balances: Balances, second: str) -> list[OwedRow]:
    parts = (
        (_("Waits for {second}", second=second or _("the secondary")), balances.held, "info"),
        (_("The client owes"), balances.client, "neutral"),
        (_("For you to decide"), balances.undecided, "warning"),
        (_("Overpaid, review"), balances.overpaid, "danger"),
    )
    found = [OwedRow(label, format_cents(cents), tone) for label, cents, tone in parts if cents]
    return found or [OwedRow(_("Nothing is open"), format_cents(0), "success")]


def _undecided(cents: int, open_claim: OpenClaim) -> str:
    """Why nobody owes it: the payers said so, or the answer does not add up."""
    if not cents:
        return ""
    if open_claim.facts.claim.off_cents:
        return _("{amount} is not explained by the answer.", amount=format_cents(cents))
    return _("{undecided} is left open by the payers (PI or OA).", undecided=format_cents(cents))


def _decided(entries: tuple[LedgerEntry, ...]) -> str:
    sums: Counter[str] = Counter()
    for entry in entries:
        sums[entry.account] += entry.cents
    said = [f"{format_cents(sums[account])} {words}" for account, words in DECIDED.items() if sums[account]]
    return " ".join(said)
