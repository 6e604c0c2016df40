"""What the other plans of a chart allow: one plan of a rank on a day, and no secondary without an active primary."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.plan import NO_PRIMARY, InsurancePlan, Rank, holder
from mbp_claims.domain.succession import first_of, supported
from mbp_claims.words import _


@dataclass(frozen=True)
class PlanTerm:
    """Which rank a plan is to hold, from when until when."""

    rank: Rank
    effective: date
    ends: date | None

    @classmethod
    def of(cls, plan: InsurancePlan) -> "PlanTerm":
        return cls(Rank(plan.rank), plan.effective, plan.ends)

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.ends is not None and self.ends < today

    def meets(self, other: InsurancePlan) -> bool:
        """Whether the two have a day in common."""
        return other.effective <= (self.ends or date.max) and self.effective <= (other.ends or date.max)


@dataclass(frozen=True)
class ChartRules:
    """The client's other plans (payers' names by plan id), and the plan that is being changed, if one is."""

    others: tuple[InsurancePlan, ...]
    names: dict[int, str]
    edited: InsurancePlan | None = None

    def refusals(self, term: PlanTerm, today: date) -> dict[str, str]:
        """The sentence by the field it belongs to: `secondary`, `effective` or `ends`. Nothing: it may be so."""
        if name := self.pulled_away(term, today):
            return {name: self.leaned_on(today)}
        if term.is_over(today):
            return {}
        if term.rank is Rank.SECONDARY and not self.has_primary_for(term, today, again=self.stands_second(today)):
            return {"secondary": NO_PRIMARY}
        there = self.in_the_way(term, today)
        return {"secondary": _taken(term.rank, self.names[there.id or 0])} if there else {}

    def in_the_way(self, term: PlanTerm, today: date) -> InsurancePlan | None:
        """The first plan of the same rank, not over, that has a day in common with the term."""
        rivals = [
            plan for plan in self.others
            if plan.rank == term.rank and not plan.removed_at and not plan.is_over(today) and term.meets(plan)
        ]  # fmt: skip
        return min(rivals, key=lambda plan: plan.effective, default=None)

    def stands_second(self, today: date) -> bool:
        """Whether the plan that is being changed is the secondary already."""
        plan = self.edited
        return plan is not None and plan.rank == Rank.SECONDARY and plan.active and not plan.is_over(today)

    def has_primary_for(self, term: PlanTerm, today: date, again: bool = False) -> bool:
        """A secondary that was there before (`again`) stays when its primary has ended in the meantime."""
        before = holder(self.others, Rank.PRIMARY)
        if again and before and before.is_over(today):
            return True
        return supported(self._primaries(today), term.effective, today)

    def pulled_away(self, term: PlanTerm, today: date) -> str:
        """The field by which a primary would be taken from under the secondary that leans on it; or nothing."""
        behind = first_of(self.others, Rank.SECONDARY, today)
        if behind is None or self.edited is None or self.edited.rank != Rank.PRIMARY or self.edited.is_over(today):
            return ""
        kept = [(term.effective, term.ends)] if term.rank is Rank.PRIMARY else []
        before = [*self._primaries(today), (self.edited.effective, self.edited.ends)]
        if supported([*self._primaries(today), *kept], behind.effective, today):
            return ""
        if not supported(before, behind.effective, today):
            return ""
        if term.rank is not Rank.PRIMARY:
            return "secondary"
        return "ends" if term.is_over(today) else "effective"

    def leaned_on(self, today: date) -> str:
        """Why the plan that is being changed must stay."""
        behind = first_of(self.others, Rank.SECONDARY, today)
        payer = self.names[behind.id or 0] if behind else _("A plan")
        return _("{payer} is the active secondary plan behind this one. End or remove {payer} first.", payer=payer)

    def _primaries(self, today: date) -> list[tuple[date, date | None]]:
        kept = [p for p in self.others if p.rank == Rank.PRIMARY and not p.removed_at and not p.is_over(today)]
        return [(p.effective, p.ends) for p in kept]


def _taken(rank: Rank, payer: str) -> str:
    if rank is Rank.PRIMARY:
        return _("There is already an active primary plan ({payer}). End it first, or check Secondary.", payer=payer)
    return _("There is already an active secondary plan ({payer}). End it before you add another.", payer=payer)
