"""No order of plan actions, on no day, reaches a secondary without its primary or two plans of one rank."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mbp_claims.actions.add_plan import add_plan, edit_plan
from mbp_claims.actions.end_plan import deactivate_plan, end_plan
from mbp_claims.actions.promote_plan import promote_plan
from mbp_claims.actions.remove_plan import remove_plan, restore_plan
from mbp_claims.actions.take_back_promotion import take_back_promotion
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.succession import succession
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk, fresh_copy

DAYS = st.integers(-12, 12)
ENDS = st.one_of(st.none(), st.none(), DAYS)
PLACE = st.integers(0, 5)


class Chart(RuleBasedStateMachine):
    """A client's plans, changed at random as the days pass. Refusals are fine; what is kept must hold."""

    migrated: Path

    @initialize()
    def open_chart(self) -> None:
        url = fresh_copy(self.migrated, "chart.db")
        self.today = date(2026, 11, 23)
        self.was_alone = self.days_passed = False
        with transaction(url) as db:
            builders.add_payers(db)
            clinician = builders.new_clinician(db, builders.new_practice(db))
            self.client: Client = builders.new_client(db, clinician)
        self.desk = Desk(url, clinician)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            engine(self.desk.url).dispose()

    def ask(self, verb, *told) -> None:  # type: ignore[no-untyped-def]
        with builders.on(self.today), suppress(RuleViolation):
            self.desk.do(verb, *told)

    def form(self, second: bool, starts: int, ends: int | None) -> dict[str, object]:
        day = self.today + timedelta(days=starts)
        last = "" if ends is None else (self.today + timedelta(days=max(ends, starts))).isoformat()
        return {
            "payer": "2" if second else "1", "member_id": "W1", "relationship": "self", "effective": day.isoformat(),
            "ends": last, "secondary": second,
        }  # fmt: skip

    def plan(self, place: int) -> int:
        plans = self.desk.rows(InsurancePlan)
        return plans[place % len(plans)].id if plans else 0

    @rule(second=st.booleans(), starts=DAYS, ends=ENDS)
    def add(self, second: bool, starts: int, ends: int | None) -> None:
        self.ask(add_plan, self.client.number, self.form(second, starts, ends))

    @rule(place=PLACE, second=st.booleans(), starts=DAYS, ends=ENDS)
    def edit(self, place: int, second: bool, starts: int, ends: int | None) -> None:
        if plan_id := self.plan(place):
            self.ask(edit_plan, plan_id, self.form(second, starts, ends))

    @rule(place=PLACE, ends=DAYS)
    def end(self, place: int, ends: int) -> None:
        if plan_id := self.plan(place):
            self.ask(end_plan, plan_id, {"ends": (self.today + timedelta(days=ends)).isoformat()})

    @rule(place=PLACE, verb=st.sampled_from([deactivate_plan, remove_plan, restore_plan]))
    def make_inactive_or_remove_or_restore(self, place: int, verb) -> None:  # type: ignore[no-untyped-def]
        if plan_id := self.plan(place):
            self.ask(verb, plan_id)

    @rule()
    def promote(self) -> None:
        self.ask(promote_plan, self.client.number)

    @rule(place=PLACE, other=PLACE)
    def take_back(self, place: int, other: int) -> None:
        """The days left the secondary alone before it was promoted, and it is again."""
        if plan_id := self.plan(place):
            before = self.desk.rows(InsurancePlan)
            self.ask(take_back_promotion, plan_id, self.plan(other))
            self.was_alone = self.was_alone or self.desk.rows(InsurancePlan) != before

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.days_passed = True

    @invariant()
    def the_rules_hold(self) -> None:
        plans = self.desk.rows(InsurancePlan) if hasattr(self, "desk") else []
        self.one_of_each_rank_and_the_secondary_leans_on_the_primary(plans)
        kept = [plan for plan in plans if not plan.removed_at]
        self.the_letters_say_the_same(kept)
        self.no_two_plans_of_a_rank_share_a_day_to_come(kept)

    def one_of_each_rank_and_the_secondary_leans_on_the_primary(self, plans: list[InsurancePlan]) -> None:
        held = {plan.rank: plan for plan in plans if plan.active}
        assert len(held) == sum(plan.active for plan in plans)
        assert not any(plan.removed_at for plan in held.values())
        if second := held.get(Rank.SECONDARY):
            assert second.primary_id == held[Rank.PRIMARY].id

    def the_letters_say_the_same(self, kept: list[InsurancePlan]) -> None:
        """Only the days leave a secondary alone; then its primary has ended, and is asked about or followed later."""
        letters = [plan.letter for plan in kept if plan.standing(self.today) == "active"]
        assert len(letters) == len(set(letters))
        alone = letters == ["S"]
        if alone:
            assert self.was_alone or self.days_passed
            coming = [plan for plan in kept if plan.rank == Rank.PRIMARY and plan.effective > self.today]
            assert succession(kept, self.today) or coming
        self.was_alone, self.days_passed = alone, False

    def no_two_plans_of_a_rank_share_a_day_to_come(self, kept: list[InsurancePlan]) -> None:
        for rank in Rank:
            coming = [plan for plan in kept if plan.rank == rank and not plan.is_over(self.today)]
            for one, following in pairwise(sorted(coming, key=lambda plan: plan.effective)):
                assert one.ends is not None and one.ends < following.effective


def test_no_order_of_plan_actions_breaks_the_rules(migrated_file: Path):
    Chart.migrated = migrated_file
    run_state_machine_as_test(Chart, settings=settings(max_examples=60, stateful_step_count=20, deadline=None))
