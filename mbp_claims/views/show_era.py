"""Remittances told in words: as rows of the inbox."""

from mbp_claims.clock import local
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import EraFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Remittance
from mbp_claims.views.era import EraRow

Status = tuple[str, str, str]
POSTED: Status = ("Posted", "success", "check")
PARTLY: Status = ("Partly posted", "warning", "file-search")
REVIEW: Status = ("Needs review", "warning", "file-search")
NOTHING: Status = ("Nothing to post", "neutral", "info")
SKIPPED: Status = ("Skipped", "neutral", "info")
OFF: Status = ("Does not add up", "danger", "triangle-alert")


def era_row(facts: EraFacts) -> EraRow:
    remittance = facts.remittance
    return EraRow(
        str(remittance.id), remittance.trace, show_day(local(remittance.imported_at).date()), facts.payer,
        format_cents(remittance.total_cents), f"{remittance.claims:,}",
        f"{remittance.matched:,} of {remittance.claims:,}", *status_of(remittance), _below(remittance),
        "Review" if remittance.waiting else "Open",
    )  # fmt: skip


def status_of(remittance: Remittance) -> Status:
    """How a payment stands: words, tone, icon."""
    if remittance.waiting:
        return OFF if not remittance.is_balanced else (PARTLY if remittance.posted else REVIEW)
    if not remittance.claims:
        return NOTHING
    return POSTED if remittance.posted else SKIPPED


def _below(remittance: Remittance) -> str:
    """What is left to do, or was left out."""
    lost = remittance.claims - remittance.matched
    skipped = remittance.claims - remittance.posted - remittance.waiting
    if remittance.waiting and not remittance.is_balanced:
        return "Post its lines one by one"
    if remittance.waiting and lost - skipped > 0:
        return f"{_lines(lost - skipped)} not matched"
    if remittance.waiting:
        return f"{_lines(remittance.waiting)} ready to post"
    return f"{_lines(skipped)} skipped" if skipped and remittance.posted else ""


def _lines(count: int) -> str:
    return "1 line is" if count == 1 else f"{count:,} lines are"
