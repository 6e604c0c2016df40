"""What others did to the claims of a table: their rows travel as after one's own clicks, alone."""

import reflex as rx

from mbp_claims.actions.list_claims import changed_claims
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.news import News
from mbp_claims.state.base import look
from mbp_claims.views.show_claim import where
from mbp_claims.words import _

MANY = _("The claims were brought up to date.")
MOST_NAMED = 3


class RowNews(rx.State, mixin=True):
    """For a state with RowActions."""

    def _hear(self, news: News) -> str:
        """Names the claims that appear; who sees the table sees them."""
        if self.phase != "ready" or not self._concerned(news):
            return ""
        if news.everything:
            self._show_all()
            return MANY
        shown = self._numbers() if news.of_chart(self._client_id) else []
        looked = look(changed_claims, sorted(news.claims), shown)
        found = looked.value or ()
        if not looked.failed and not {one.claim.number for one in found}.issuperset(shown):
            # The client is somebody else's now: nothing of the rows stays in the browser.
            self._show_all()
            return ""
        new = [one for one in found if self._appears(one)]
        self._show_rows(found)
        self._count()
        return (
            " ".join(map(_created, new))
            if len(new) <= MOST_NAMED
            else _("{count:,} claims were added.", count=len(new))
        )

    def _concerned(self, news: News) -> bool:
        if self._client_id is None:
            return bool(news.claims or news.charts or news.everything)
        return news.of_client(self._client_id)

    def _numbers(self) -> list[str]:
        """Of all rows that the browser has."""
        listed = {row.number for table in self._starts for row in getattr(self, table)}
        return sorted(listed.union(*self._laid_over.values()))

    def _appears(self, facts: ClaimFacts) -> bool:
        unknown = not any(self._known(table, facts.claim.number) for table in self._starts)
        waits = unknown and where(facts.claim) == "pending"
        return waits and self._misses("pending", facts, self._row(facts))


def _created(facts: ClaimFacts) -> str:
    if facts.claim.is_secondary:
        return _("Secondary claim {number} was created.", number=facts.claim.number)
    return _("Claim {number} was added.", number=facts.claim.number)
