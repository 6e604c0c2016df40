"""The trail in a database: chained whatever is done, one chain for each practice, and what is spoilt is found."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text

from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.undo_posting import undo_posting
from mbp_claims.actions.verify_trail import Checked, trail_heads, verify_trails
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.trail import record, record_stranger
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.origin import asked_from
from mbp_claims.domain.posting import Posting
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice

MISSING, CHANGED = "is missing", "is not what was written here, or does not follow from the entry before it"


def verified(url: str, kept: dict | None = None) -> list[Checked]:
    with reading(url) as db:
        return list(verify_trails(db, kept))


def broken(url: str) -> list[tuple[int, str]]:
    return [(one.place, one.why) for checked in verified(url) for one in checked.broken]


@contextmanager
def tampering(url: str) -> Iterator[Connection]:
    """As somebody who may do everything with the database."""
    with engine(url).begin() as connection:
        if connection.dialect.name == "sqlite":
            for (name,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            for table in ("activity", "trail_head"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        yield connection


@pytest.fixture
def written(desk: Desk, client: Client) -> Desk:
    """A trail of some entries, made by clicks, by a posting, and by nobody."""
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    desk.do(lambda db, _: record_stranger(db, desk.clinician.practice_id, "Sign-in refused", Kind.SIGN_IN))
    assert len(desk.rows(Activity)) > 5
    return desk


def test_what_was_done_is_one_chain(written: Desk):
    (checked,) = verified(written.url)
    entries = written.rows(Activity)
    assert [one.place for one in entries] == list(range(1, len(entries) + 1))
    assert (checked.entries, checked.broken) == (len(entries), ())
    assert (checked.head.place, checked.head.digest) == (entries[-1].place, entries[-1].digest)


def test_many_at_once_are_chained_too_and_each_practice_has_its_own_chain(written: Desk):
    golden = as_another(written, lambda db: golden_practice(db, "ex1"))
    golden.do(import_and_post, "a.835", golden_era("ex1"))
    golden.do(undo_posting, golden.rows(Posting)[-1].id)
    counts = {one.practice_id: one.entries for one in verified(written.url)}
    assert broken(written.url) == []
    assert set(counts) == {written.clinician.practice_id, golden.clinician.practice_id}
    assert min(counts.values()) > 3


def test_an_entry_says_from_where(desk: Desk):
    def asked(db, clinician) -> None:  # type: ignore[no-untyped-def]
        asked_from("192.0.2.7")
        record(db, clinician, "Something")
        asked_from("")

    desk.do(asked)
    assert [one.address for one in desk.rows(Activity)] == ["192.0.2.7"]


SPOILT: dict[str, tuple[str, int, str]] = {
    "other words": ("UPDATE activity SET what = 'nothing happened' WHERE place = 3", 3, CHANGED),
    "somebody else": ("UPDATE activity SET who = 'Otis Vale' WHERE place = 1", 1, CHANGED),
    "another day": ("UPDATE activity SET at = '2026-01-01 00:00:00.000000' WHERE place = 2", 2, CHANGED),
    "another client": ("UPDATE activity SET client_id = NULL WHERE place = 1", 1, CHANGED),
    "one taken out": ("DELETE FROM activity WHERE place = 4", 4, MISSING),
    "the first taken out": ("DELETE FROM activity WHERE place = 1", 1, MISSING),
    "the last taken out": ("DELETE FROM activity WHERE place = (SELECT max(place) FROM activity)", 0, MISSING),
    "all but the head": ("DELETE FROM activity WHERE place > 1", 2, "to"),
    "two that changed places": (
        "UPDATE activity SET place = CASE place WHEN 1000 THEN 2 WHEN 2000 THEN 1 END WHERE place IN (1000, 2000)", 1,
        CHANGED,
    ),
    "one put in behind": (
        "INSERT INTO activity (practice_id, place, at, who, address, kind, what, before, after, digest) SELECT "
        "practice_id, place + 1, at, who, address, kind, what, before, after, digest FROM activity ORDER BY place DESC "
        "LIMIT 1", 0, CHANGED,
    ),
    "a head that is gone": ("DELETE FROM trail_head", 0, "is the last, but the record of where the trail ends is gone"),
    "another head": (
        "UPDATE trail_head SET digest = 'd'", 0, "is the last, but the record of where the trail ends says otherwise"
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_spoilt_is_found_and_named(written: Desk, how: str):
    statement, place, why = SPOILT[how]
    last = len(written.rows(Activity))
    with tampering(written.url) as connection:
        if how == "two that changed places":
            connection.execute(text("UPDATE activity SET place = place * 1000 WHERE place < 3"))
        connection.execute(text(statement))
    found = broken(written.url)
    assert found[0][1].startswith(why)
    assert found[0][0] == (place or (last + 1 if how == "one put in behind" else last))


def test_a_head_kept_elsewhere_finds_a_chain_that_was_made_anew(written: Desk):
    (checked,) = verified(written.url)
    kept = {checked.practice_id: {checked.head.place: checked.head.digest}}
    with tampering(written.url) as connection:
        connection.execute(text("DELETE FROM activity"))
        connection.execute(text("DELETE FROM trail_head"))
    written.do(record, "All is well")
    assert broken(written.url) == []
    (found,) = verified(written.url, kept)
    assert [(one.place, one.why) for one in found.broken] == [
        (checked.head.place, "is missing: its digest was kept elsewhere")
    ]
    (elsewhere,) = [one for one in verified(written.url, {99: {1: "d"}}) if one.practice_id == 99]
    assert [one.place for one in elsewhere.broken] == [1]


def test_heads_are_those_that_the_check_finds(written: Desk):
    with reading(written.url) as db:
        assert [head for _, _, head in trail_heads(db)] == [one.head for one in verified(written.url)]


def test_many_at_once_do_not_fork_the_chain(desk: Desk, client: Client):
    """Eight people at once, who only look: none of them holds the practice."""
    failed: list[BaseException] = []

    def kept(work: Callable[[], object]) -> None:
        try:
            for _ in range(5):
                work()
        except BaseException as failure:
            failed.append(failure)

    works = [lambda: desk.do(record, "Chart opened", kind=Kind.READ, client_id=client.id)] * 8
    threads = [threading.Thread(target=kept, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert (broken(desk.url), len(desk.rows(Activity))) == ([], 40)
    assert verified(desk.url)[0].head.place == 40


def test_what_is_rolled_back_leaves_no_gap(written: Desk):
    last = len(written.rows(Activity))
    with pytest.raises(ZeroDivisionError), transaction(written.url) as db:
        record(db, written.clinician, "Something")
        db.flush()
        raise ZeroDivisionError
    written.do(record, "Something else")
    assert (len(written.rows(Activity)), broken(written.url)) == (last + 1, [])
