"""When a session ends by itself, and what of it is kept."""

from datetime import UTC, datetime, timedelta

from mbp_claims.domain.user_session import LONGEST, Ended, ends_at, new_session_id, session_key

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
IDLE = timedelta(minutes=30)


def test_it_ends_half_an_hour_after_its_person_was_last_seen():
    assert ends_at(NINE, NINE + timedelta(hours=2), IDLE) == (NINE + timedelta(hours=2, minutes=30), Ended.IDLE)


def test_it_never_lasts_longer_than_twelve_hours():
    assert ends_at(NINE, NINE + timedelta(hours=11, minutes=50), IDLE) == (NINE + LONGEST, Ended.HOURS)
    assert timedelta(hours=12) == LONGEST


def test_an_id_cannot_be_guessed_and_is_not_what_is_kept():
    ids = {new_session_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(one) >= 43 and session_key(one) != one and len(session_key(one)) == 64 for one in ids)
