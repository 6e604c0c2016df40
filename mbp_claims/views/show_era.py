"""Remittances told in words: as rows of the inbox."""

from mbp_claims.clock import local
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import EraFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Remittance
from mbp_claims.views.era import EraRow
from mbp_claims.words import _, ngettext

Status = tuple[str, str, str]
POSTED: Status = (_("Posted"), "success", "check")
PARTLY: Status = (_("Partly posted"), "warning", "file-search")
REVIEW: Status = (_("Needs review"), "warning", "file-search")
NOTHING: Status = (_("Nothing to post"), "neutral", "info")
SKIPPED: Status = (_("Skipped"), "neutral", "info")
OFF: Status = (_("Does not add up"), "danger", "triangle-alert")


def era_row(facts: EraFacts) -> EraRow:
    remittance = facts.remittance
    return EraRow(
        str(remittance.id), remittance.trace, show_day(local(remittance.imported_at).date()), facts.payer,
        format_cents(remittance.total_cents), f"{remittance.claims:,}",
        _("{matched:,} of {claims:,}", matched=remittance.matched, claims=remittance.claims), *status_of(remittance),
        left_to_do(remittance),
        _("Review") if remittance.waiting else _("Open"),
    )  # fmt: skip


def status_of(remittance: Remittance) -> Status:
    """How a payment stands: words, tone, icon."""
    if remittance.waiting:
        return OFF if not remittance.is_balanced else (PARTLY if remittance.posted else REVIEW)
    if not remittance.claims:
        return NOTHING
    return POSTED if remittance.posted else SKIPPED


def left_to_do(remittance: Remittance) -> str:
    """What is left to do, or was left out."""
    lost = remittance.claims - remittance.matched
    skipped = remittance.claims - remittance.posted - remittance.waiting
    if remittance.waiting and not remittance.is_balanced:
        return _("Post its lines one by one")
    if remittance.waiting and lost - skipped > 0:
        return ngettext("{count:,} line is not matched", "{count:,} lines are not matched", lost - skipped)
    if remittance.waiting:
        return ngettext("{count:,} line is ready to post", "{count:,} lines are ready to post", remittance.waiting)
    if not skipped or not remittance.posted:
        return ""
    return ngettext("{count:,} line is skipped", "{count:,} lines are skipped", skipped)
