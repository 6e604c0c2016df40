"""A file of several ERAs told in words: what it holds, and what posting all of it at once posts."""

from mbp_claims.domain.era_facts import EraPreview
from mbp_claims.domain.money import format_cents
from mbp_claims.views.era_review import WholeFileView
from mbp_claims.views.show_era import era_row
from mbp_claims.words import ngettext

MOST_ROWS = 25


def whole_file_view(preview: EraPreview) -> WholeFileView:
    whole = preview.whole
    if not whole.payments:
        return WholeFileView()
    more = len(whole.payments) - MOST_ROWS
    off = sum(not one.remittance.is_balanced for one in whole.payments)
    return WholeFileView(
        preview.file.name,
        ngettext("{count:,} ERA in this file", "{count:,} ERAs in this file", len(whole.payments)),
        [era_row(one) for one in whole.payments[:MOST_ROWS]],
        ngettext("{count:,} more is in the ERA Inbox.", "{count:,} more are in the ERA Inbox.", more)
        if more > 0 else "",
        whole.ready, whole.ready_cents, whole.ready_eras,
        ngettext("{count:,} ERA does not add up: it stays.", "{count:,} ERAs do not add up: they stay.", off)
        if off else "",
        " ".join(map(str, whole.undo)) if len(whole.undo) > 1 else "",
    )  # fmt: skip


def file_to_post(count: int, cents: int, eras: int) -> str:
    """Beside the button that posts the whole file: `5 payments in 2 ERAs, $1,234.00`. Nothing where no line is ready
    or only one ERA's are."""
    if eras < 2 or not count:
        return ""
    return ngettext(
        "{count:,} payment in {eras:,} ERAs, {amount}", "{count:,} payments in {eras:,} ERAs, {amount}", count,
        eras=eras, amount=format_cents(cents),
    )  # fmt: skip
