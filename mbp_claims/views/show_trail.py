"""What happened, told in words: the timeline of a claim, and the activity of a chart."""

from collections.abc import Iterable

from mbp_claims.clock import local
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.standing import WORDS
from mbp_claims.views.claim import TimelineRow
from mbp_claims.words import _

STATUSES = {"pending": _("Pending"), **{str(key): words for key, words in WORDS.items()}}


def timeline_rows(trail: Iterable[Activity]) -> list[TimelineRow]:
    """Newest first, as they come."""
    return [_row(event, place == 0) for place, event in enumerate(trail)]


def _row(event: Activity, latest: bool) -> TimelineRow:
    moment = local(event.at)
    when = f"{moment:%m/%d/%Y} {moment.hour % 12 or 12}:{moment:%M %p}"
    change = f"{status_words(event.before)} → {status_words(event.after)}" if event.before and event.after else ""
    return TimelineRow(
        event.what, " · ".join(filter(None, (change, event.who))), when, f"{moment:%Y-%m-%dT%H:%M}", latest
    )  # fmt: skip


def status_words(word: str) -> str:
    """A status as its chip has it; anything else as it is."""
    return STATUSES.get(word, word)
