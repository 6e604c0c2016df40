"""Claims told in words: as rows of a table."""

from datetime import datetime

from mbp_claims.clock import local, today
from mbp_claims.domain.claim import WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.codes import meaning, procedure_short
from mbp_claims.domain.days import show_day
from mbp_claims.domain.deadline import countdown, crossover_overdue, nothing_came
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import standing
from mbp_claims.views.claim import ClaimRow
from mbp_claims.words import _, ngettext

CHIPS = {
    "ready": ("ready", "file-check"),
    "needs_adjustments": ("warning", "pencil-line"),
    "off": ("danger", "triangle-alert"),
    "waiting": ("neutral", "clock"),
    "filed": ("info", "send"),
    "accepted": ("info", "inbox"),
    "overpaid": ("danger", "triangle-alert"),
    "cob_changed": ("warning", "triangle-alert"),
    "reversed": ("warning", "undo-2"),
    "rejected": ("danger", "circle-x"),
    "denied": ("danger", "ban"),
    "completed": ("success", "check"),
    "crossed_over": ("neutral", "arrow-right-left"),
    "withdrawn": ("neutral", "undo-2"),
    "not_billable": ("neutral", "ban"),
}
FILED = {"1": _("Filed"), "7": _("Replacement filed"), "8": _("Void filed")}
WHERE = {
    ClaimStatus.PENDING: "pending",
    ClaimStatus.REJECTED: "pending",
    ClaimStatus.COMPLETED: "completed",
    ClaimStatus.DENIED: "completed",
    ClaimStatus.WITHDRAWN: "gone",
    ClaimStatus.NOT_BILLABLE: "gone",
}


def claim_row(facts: ClaimFacts, with_client: bool = False) -> ClaimRow:
    """For the tables of the practice, which name the client; or for a chart, with one table for all that was filed."""
    claim = facts.claim
    stands = standing(claim)
    tone, icon = CHIPS[stands.kind]
    return ClaimRow(
        claim.number, _under(facts), show_day(claim.service_from), _service(facts),
        "S" if claim.is_secondary else "P", facts.payer, facts.next_payer, format_cents(claim.charge_cents),
        _paid(facts), _to_bill(claim, with_client), stands.words, tone, icon, _below(facts), " ".join(facts.actions),
        where(claim, with_client), facts.client.name if with_client else "", facts.client.number if with_client else "",
    )  # fmt: skip


def where(claim: Claim, practice_wide: bool = False) -> str:
    """The table that the claim belongs to: pending, filed, among the practice's also completed; or gone."""
    table = WHERE.get(ClaimStatus(claim.status), "filed")
    return "filed" if table == "completed" and not practice_wide else table


def shown_day(moment: datetime | None) -> str:
    return show_day(local(moment).date()) if moment else ""


def _under(facts: ClaimFacts) -> str:
    claim = facts.claim
    if where(claim) == "pending" and facts.primary:
        return _("from {number}", number=facts.primary.number)
    if claim.completed_at and claim.status not in WITH_PAYER:
        return _("completed {day}", day=shown_day(claim.completed_at))
    return _("filed {day}", day=shown_day(claim.filed_at)) if claim.filed_at else ""


def _service(facts: ClaimFacts) -> str:
    short = procedure_short(facts.line.procedure)
    more = f" + {facts.line_count - 1}" if facts.line_count > 1 else ""
    return f"{facts.line.procedure}{more}" + (f" · {short}" if short and not more else "")


def _paid(facts: ClaimFacts) -> str:
    """In the pending table what the primary paid, else what the claim's own payer paid."""
    pending = where(facts.claim) == "pending"
    cents = facts.primary.paid_cents if pending and facts.primary else facts.claim.paid_cents
    return "" if cents is None else format_cents(cents)


def _to_bill(claim: Claim, practice_wide: bool) -> str:
    """What is to be asked for; among the practice's filed ones, what the payer was asked for."""
    told = ("pending", "filed") if practice_wide else ("pending",)
    return format_cents(claim.to_bill_cents) if where(claim, practice_wide) in told else ""


def _below(facts: ClaimFacts) -> str:
    claim = facts.claim
    match standing(claim).kind:
        case "ready" if claim.is_secondary and facts.from_era:
            return ngettext("ERA filled in {count} amount", "ERA filled in {count} amounts", claim.cob_amounts)
        case "ready" if claim.is_secondary:
            return _("Filled in from the EOB")
        case "needs_adjustments":
            return _("Enter the amounts") if facts.from_era else _("No ERA yet")
        case "off":
            return _("Check the ERA amounts") if facts.from_era else _("Check the amounts")
        case "overpaid":
            return _("{overpaid} too much", overpaid=format_cents(claim.overpaid_cents))
        case "crossed_over" if crossover_overdue(claim, today()):
            return nothing_came(facts.payer)
        case "crossed_over":
            return ", ".join(filter(None, (claim.note, countdown(claim, today()))))
        case "filed":
            return _(claim.note) or f"{FILED[claim.frequency]} {shown_day(claim.filed_at)}"
        case "reversed":
            return _("Waiting for the correction")
        case "cob_changed":
            return _("File a replacement")
        case "denied":
            return _denial(claim.note)
        case "completed" if claim.paid_cents is not None:
            return _("Paid {paid}", paid=format_cents(claim.paid_cents))
    return _(claim.note)


def _denial(codes: str) -> str:
    """`CO-29, time limit`: the first reason, in words."""
    first = codes.split(",")[0]
    reason = first.partition("-")[2]
    return f"{first}, {meaning(reason).lower()}" if reason else codes
