"""The same rules on a real PostgreSQL server, and two tabs that ask at once.

Collected only where a server is installed; conftest.py tells it where there is none.
"""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from queue import Queue

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import SQLModel, col, func, select

from mbp_claims.actions.hear_news import keep_hearing
from mbp_claims.actions.open_today import open_today
from mbp_claims.db import engine as door
from mbp_claims.db.bell import Bell
from mbp_claims.db.clear import clear
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.trail import record
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import News
from mbp_claims.domain.outage import Busy
from mbp_claims.domain.plan import InsurancePlan
from tests import builders
from tests.actions.test_open_money import (  # noqa: F401
    test_a_month_holds_what_was_done_in_it,
    test_a_payer_is_asked_for_as_the_first_and_as_the_second,
    test_open_money_is_the_next_payers_by_the_days_since_the_service,
    test_what_was_paid_too_much_is_told_apart,
)
from tests.actions.test_open_overview import (  # noqa: F401
    test_the_charge_of_a_session_is_followed_from_payer_to_payer,
    test_what_the_answer_does_not_explain_is_open_and_said,
)
from tests.actions.test_two_tabs import (  # noqa: F401
    both_at_once,
    refusals,
    test_a_primary_does_not_go_while_a_secondary_comes,
    test_completing_twice_gives_one_secondary,
    test_filing_twice_files_once,
    test_importing_twice_imports_once,
    test_numbers_are_given_out_once,
    test_posting_is_not_undone_while_what_it_made_is_filed,
    test_posting_twice_posts_once,
    test_replacing_twice_replaces_once,
    test_the_same_line_is_not_entered_by_hand_and_posted,
    test_two_tabs_cannot_both_add_the_primary,
    test_two_tabs_cannot_both_add_the_secondary,
    test_two_tabs_that_file_the_same_claims_together_file_each_once,
    test_undo_in_one_tab_and_a_new_plan_in_the_other_do_not_give_two_primaries,
)
from tests.actions.test_verify_trail import (  # noqa: F401
    test_a_head_kept_elsewhere_finds_a_chain_that_was_made_anew,
    test_many_at_once_are_chained_too_and_each_practice_has_its_own_chain,
    test_many_at_once_do_not_fork_the_chain,
    test_what_is_rolled_back_leaves_no_gap,
    test_what_is_spoilt_is_found_and_named,
    test_what_was_done_is_one_chain,
    written,
)
from tests.db.broken_rules import (
    BROKEN,
    DOCUMENTS,
    EMPTIED,
    LEDGER,
    NUMBERS,
    SUPERBILLS,
    TRAIL,
    TRAIL_END,
    open_chart,
)
from tests.db.postgres import PostgresServer
from tests.db.test_migrations import (  # noqa: F401
    config,
    test_claims_that_were_answered_before_there_was_a_ledger_have_their_entries,
    test_every_step_down_and_up_again_keeps_the_rows,
    test_what_was_recorded_before_the_trail_was_chained_is_chained,
)
from tests.desk import Desk

pytestmark = pytest.mark.postgres


@pytest.fixture
def chart(url: str) -> Iterator[Connection]:
    with engine(url).connect() as connection:
        open_chart(connection)
        yield connection


@pytest.fixture
def desk(url: str) -> Desk:
    with transaction(url) as db:
        builders.add_payers(db)
        clinician = builders.new_clinician(db, builders.new_practice(db))
        builders.new_client(db, clinician)
    return Desk(url, clinician)


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk.one(Client)


@pytest.mark.parametrize("rule", BROKEN)
def test_the_database_refuses(chart: Connection, rule: str):
    with pytest.raises(IntegrityError):
        chart.execute(BROKEN[rule])


@pytest.mark.parametrize("change", DOCUMENTS)
def test_a_document_is_put_away_and_never_erased_or_replaced(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="a document is put away, never erased or replaced"):
        chart.execute(DOCUMENTS[change])


@pytest.mark.parametrize("change", LEDGER)
def test_the_ledger_only_grows(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="the ledger only grows"):
        chart.execute(LEDGER[change])


@pytest.mark.parametrize("change", SUPERBILLS)
def test_a_superbill_stays_as_it_was_made(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="superbills are kept as they were made"):
        chart.execute(SUPERBILLS[change])


@pytest.mark.parametrize("change", TRAIL)
def test_the_trail_only_grows(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="the activity trail only grows"):
        chart.execute(TRAIL[change])


@pytest.mark.parametrize("change", TRAIL_END)
def test_the_end_of_the_trail_only_moves_on(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="the end of the activity trail only moves on"):
        chart.execute(TRAIL_END[change])


@pytest.mark.parametrize("table", EMPTIED)
def test_what_only_grows_is_not_emptied(chart: Connection, table: str):
    with pytest.raises(DBAPIError, match=EMPTIED[table]):
        chart.execute(text(f"TRUNCATE {table} CASCADE"))


def test_a_database_of_demonstrations_is_emptied_and_grows_only_again(desk: Desk):
    desk.do(record, "Something")
    with transaction(desk.url) as db:
        clear(db)
    assert desk.rows(Activity) == []
    with pytest.raises(DBAPIError, match="only grows"), engine(desk.url).begin() as connection:
        connection.execute(text("TRUNCATE activity"))


def test_sums_of_cents_are_whole_numbers_there_too(desk: Desk, client: Client):
    """PostgreSQL sums BIGINT as NUMERIC, which comes as a Decimal: Today could not write its amounts."""
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    work = desk.look(open_today)
    assert type(work.ready_sum.cents) is int and work.ready_sum.cents > 0
    assert {type(one.cents) for one in work.received} == {int}
    with reading(desk.url) as db:
        assert type(db.execute(select(func.sum(col(Claim.charge_cents)))).scalar_one()) is int
        assert db.execute(text("SELECT 1.5::numeric")).scalar_one() == Decimal("1.5")


@pytest.mark.parametrize("change", NUMBERS)
def test_a_control_number_is_never_given_out_again(chart: Connection, change: str):
    with pytest.raises(DBAPIError, match="a control number is never given out again"):
        chart.execute(NUMBERS[change])


def test_the_tables_of_the_migrations_are_those_of_the_nouns_and_they_go_and_come(url: str):
    command.check(config(url))
    command.downgrade(config(url), "base")
    assert set(inspect(engine(url)).get_table_names()) == {"alembic_version"}
    command.upgrade(config(url), "head")
    assert set(inspect(engine(url)).get_table_names()) == {*SQLModel.metadata.tables, "alembic_version"}


def test_without_our_lock_the_database_still_refuses_and_it_is_told_as_a_rule(
    desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch
):
    """Both have found the rank free before either takes it: what a lock forgotten somewhere would do."""
    from mbp_claims.actions import add_plan, settle_plans

    found = threading.Barrier(2, timeout=60)
    asked = settle_plans.holders
    monkeypatch.setattr(add_plan, "one_at_a_time", lambda db, clinician: None)
    monkeypatch.setattr(settle_plans, "holders", lambda *told: (asked(*told), found.wait())[0])
    came = both_at_once(*[lambda: desk.do(builders.primary, client)] * 2)
    assert refusals(came) == ["Somebody else has just changed the plans of this client. Reload to see them."]
    assert len(desk.rows(InsurancePlan)) == 1


def test_in_the_event_loop_nobody_waits_for_what_another_holds(desk: Desk, client: Client):
    """A try there is refused as Busy, and what is only read is there at once; in a thread the same is waited for."""
    held, may_end = threading.Event(), threading.Event()

    def long_work() -> None:
        with transaction(desk.url) as db:
            one_at_a_time(db, desk.clinician)
            held.set()
            assert may_end.wait(60)

    async def in_the_loop() -> None:
        with reading(desk.url) as db:
            assert db.get_one(Client, client.id).number == client.number
        with pytest.raises(Busy):
            desk.do(builders.primary, client)

    working = threading.Thread(target=long_work)
    working.start()
    assert held.wait(60)
    asyncio.run(in_the_loop())
    came: list[object] = []
    waiting = threading.Thread(target=lambda: came.append(desk.do(builders.primary, client)))
    waiting.start()
    may_end.set()
    working.join()
    waiting.join()
    assert len(came) == 1 and len(desk.rows(InsurancePlan)) == 1


def test_the_bell_rings_for_what_another_connection_keeps(desk: Desk, client: Client):
    bell = Bell(threading.Event(), desk.url)
    assert not bell.rang()
    with transaction(desk.url) as db:
        record(db, desk.clinician, "Contact info changed", client_id=client.id)
        assert not bell.rang()
    assert any(bell.rang() for _ in range(20))
    with transaction(desk.url) as db:
        record(db, desk.clinician, "Contact info changed", client_id=client.id)
        db.rollback()
    assert not bell.rang()
    bell.close()


def test_news_is_heard_again_after_the_server_was_away(
    server: PostgresServer, desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch
):
    """What was written meanwhile too: it is known how far the trail was heard."""
    monkeypatch.setattr(door, "settings", replace(door.settings, database_url=desk.url))
    stopping, listens = threading.Event(), threading.Event()
    heard, failed = Queue[News](), Queue[str]()

    def practices() -> set[int]:
        listens.set()
        return {desk.clinician.practice_id}

    asked = (stopping, practices, lambda _, news: heard.put(news), lambda what, _: failed.put(what))
    listening = threading.Thread(target=keep_hearing, args=asked, daemon=True)
    listening.start()
    try:
        assert listens.wait(20)
        desk.do(record, "Contact info changed", client_id=client.id)
        assert heard.get(timeout=20).clients == {client.id}
        server.pause()
        failed.get(timeout=20)
        server.start()
        desk.do(record, "Practice settings changed")
        assert heard.get(timeout=30).practice
    finally:
        stopping.set()
        listening.join(40)
