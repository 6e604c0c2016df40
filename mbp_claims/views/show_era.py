"""Remittances told in words: the inbox, one payment, and what came of an import."""

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import EraFacts, OpenEra
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Outcome, RemittanceClaim
from mbp_claims.domain.standing import standing
from mbp_claims.views.era import EraClaimRow, EraProblem, EraReason, EraRow, EraUnmatchedRow, EraView
from mbp_claims.views.show_claim import CHIPS

POSTED = ("Posted", "success", "check")
REVIEW = ("Needs review", "warning", "file-search")


def era_row(facts: EraFacts) -> EraRow:
    remittance, left = facts.remittance, facts.claims - facts.posted
    return EraRow(
        str(remittance.id), remittance.trace, show_day(local(remittance.imported_at).date()),
        facts.payer, format_cents(remittance.total_cents), f"{facts.posted} of {facts.claims}",
        *(REVIEW if left else POSTED), _left(left),
    )  # fmt: skip


def _left(left: int) -> str:
    return "" if not left else ("1 claim was not posted" if left == 1 else f"{left} claims were not posted")


def era_view(era: OpenEra) -> EraView:
    remittance = era.facts.remittance
    left = era.facts.claims - era.facts.posted
    made = [claim for claim, _ in era.secondaries.values()]
    status, tone, icon = REVIEW if left else POSTED
    return EraView(
        id=str(remittance.id), check=remittance.trace, payer=era.facts.payer,
        amount=format_cents(remittance.total_cents), date=show_day(remittance.paid_on), status=status, tone=tone,
        icon=icon, sum_words=_sum(era) if remittance.is_balanced else remittance.imbalance,
        adds_up=remittance.is_balanced, sum_title="Adds up" if remittance.is_balanced else "Does not add up",
         posted=_count(era.facts.posted, "payment posted.", "payments posted."),
        posted_more=_count(len(made), "secondary claim followed.", "secondary claims followed.") if made else "",
        matched=[_matched(row, era) for row in era.rows if row.outcome == Outcome.POSTED],
        not_matched=[_not_matched(row) for row in era.rows if row.outcome == Outcome.NOT_MATCHED],
        problems=[_problem(row) for row in era.rows if row.outcome == Outcome.PROBLEM],
        href=routes.file_835(remittance.id or 0),
    )  # fmt: skip


def _sum(era: OpenEra) -> str:
    """`$176.80 = $92.80 + $84.00 + $0.00`; what the payer kept or gave besides comes last."""
    terms = [format_cents(row.paid_cents) for row in era.rows]
    besides = era.facts.remittance.provider_adjustments_cents
    shown = (
        terms if len(terms) <= 6 else [f"{format_cents(sum(r.paid_cents for r in era.rows))} for {len(terms)} claims"]
    )
    kept = f" {'−' if besides > 0 else '+'} {format_cents(abs(besides))} provider adjustments" if besides else ""
    return f"{format_cents(era.facts.remittance.total_cents)} = {' + '.join(shown)}{kept}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _matched(row: RemittanceClaim, era: OpenEra) -> EraClaimRow:
    claim = era.ours[row.claim_id or 0]
    followed = era.secondaries.get(row.claim_id or 0)
    stands = standing(followed[0] if followed else claim)
    below = f"{followed[0].number}, {format_cents(followed[0].to_bill_cents)} to {followed[1]}" if followed else ""
    return EraClaimRow(
        row.claim_number, show_day(row.service_on), f"{row.services} · {row.patient.title()}", claim.number,
        "claim number, lines and charge agree", format_cents(row.charge_cents), format_cents(row.paid_cents),
        row.adjustments.split("; ") if row.adjustments else [], stands.words, *CHIPS[stands.kind], below,
    )  # fmt: skip


def _not_matched(row: RemittanceClaim) -> EraUnmatchedRow:
    title = " · ".join(filter(None, (f"Line {row.position}", show_day(row.service_on), row.services)))
    detail = f"{row.patient.title()} · control number {row.claim_number}"
    return EraUnmatchedRow(row.claim_number, title, detail, format_cents(row.paid_cents), [EraReason(row.why)])


def _problem(row: RemittanceClaim) -> EraProblem:
    return EraProblem(f"Claim {row.claim_number} was not posted", row.why)
