"""Refusals in the trail: each once, then counted; a flood does not fill the disk."""

from datetime import UTC, datetime, timedelta

from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.refusing import AGAIN_AFTER, MOST, MOST_KEPT, MOST_OF_NOBODIES, WINDOW, Refusal, Throttle

THEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
JUNE = Clinician(id=1, practice_id=1, first_name="June", last_name="Marlow")


def refusal(what: str = "ClaimsState.put_away", after: timedelta = timedelta(), **told: object) -> Refusal:
    return Refusal(what, "not signed in", THEN + after, **{"address": "192.0.2.7", **told})  # type: ignore[arg-type]


def test_the_first_is_told_at_once():
    told = Throttle().admit(refusal())
    assert told and told.words == "Refused: ClaimsState.put_away, not signed in"


def test_the_same_is_counted_and_told_with_the_next():
    throttle = Throttle()
    throttle.admit(refusal())
    assert [throttle.admit(refusal(after=timedelta(seconds=n))) for n in range(1, 42)] == [None] * 41
    told = throttle.admit(refusal(after=AGAIN_AFTER))
    assert told and told.words == "Refused: ClaimsState.put_away, not signed in; 41 more before"


def test_what_is_asked_otherwise_or_by_another_is_told():
    throttle = Throttle()
    assert all(
        throttle.admit(one)
        for one in (refusal(), refusal("PlansState.end"), refusal(address="192.0.2.8"), refusal(clinician=JUNE))
    )


def test_nobody_writes_more_in_an_hour_than_fits_whatever_is_asked_from_wherever():
    throttle = Throttle()
    of_one = [throttle.admit(refusal(f"X.{n}", clinician=JUNE)) for n in range(3 * MOST)]
    of_an_address = [throttle.admit(refusal(f"X.{n}")) for n in range(3 * MOST)]
    of_many = [throttle.admit(refusal(f"X.{n}", address=f"192.0.2.{n % 250}")) for n in range(5 * MOST_OF_NOBODIES)]
    assert sum(map(bool, of_one)) == sum(map(bool, of_an_address)) == MOST
    assert sum(map(bool, of_many)) == MOST_OF_NOBODIES - MOST
    assert throttle.admit(refusal("X.new", after=WINDOW))


def test_its_memory_has_an_end():
    throttle = Throttle()
    for n in range(3 * MOST_KEPT):
        throttle.admit(refusal(f"X.{n}"))
    assert len(throttle._told) == MOST_KEPT
