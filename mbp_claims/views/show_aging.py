"""What is owed by age, told in words: a row for each payer, and their sums."""

from collections.abc import Sequence

from mbp_claims import routes
from mbp_claims.domain.claim_age import AGES
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.worklist import AgedPayer, Sum, total
from mbp_claims.views.today import AgeCell, PayerRow
from mbp_claims.words import _, ngettext


def payer_row(payer: AgedPayer) -> PayerRow:
    cells = [_cell(age, of) for age, of in zip(AGES, payer.ages, strict=True)]
    return PayerRow(payer.payer, routes.claims_of(payer.payer), cells, format_cents(payer.total.cents))


def sums_row(payers: Sequence[AgedPayer]) -> PayerRow:
    columns = [total(payer.ages[at] for payer in payers) for at in range(len(AGES))]
    cells = [AgeCell(age, format_cents(of.cents)) for age, of in zip(AGES, columns, strict=True)]
    return PayerRow(_("All payers"), "", cells, format_cents(total(columns).cents))


def claims_words(count: int) -> str:
    """`1 claim`, `1,204 claims`."""
    return ngettext("{count:,} claim", "{count:,} claims", count)


def _cell(age: str, of: Sum) -> AgeCell:
    return AgeCell(age, format_cents(of.cents), claims_words(of.claims)) if of.claims else AgeCell(age)
