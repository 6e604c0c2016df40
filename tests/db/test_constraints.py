"""What the database holds by itself, on SQLite; test_postgres.py asks PostgreSQL the same."""

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from tests.db.broken_rules import BROKEN, DOCUMENTS, LEDGER, NUMBERS, SUPERBILLS, TRAIL, TRAIL_END, open_chart


@pytest.fixture
def chart(connection: Connection) -> Connection:
    open_chart(connection)
    return connection


@pytest.mark.parametrize("rule", BROKEN)
def test_the_database_refuses(chart: Connection, rule: str):
    with pytest.raises(IntegrityError):
        chart.execute(BROKEN[rule])


@pytest.mark.parametrize("change", TRAIL)
def test_the_trail_only_grows(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="the activity trail only grows"):
        chart.execute(TRAIL[change])


@pytest.mark.parametrize("change", TRAIL_END)
def test_the_end_of_the_trail_only_moves_on(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="the end of the activity trail only moves on"):
        chart.execute(TRAIL_END[change])


@pytest.mark.parametrize("change", DOCUMENTS)
def test_a_document_is_put_away_and_never_erased_or_replaced(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="a document is put away, never erased or replaced"):
        chart.execute(DOCUMENTS[change])


@pytest.mark.parametrize("change", LEDGER)
def test_the_ledger_only_grows(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="the ledger only grows"):
        chart.execute(LEDGER[change])


@pytest.mark.parametrize("change", SUPERBILLS)
def test_a_superbill_stays_as_it_was_made(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="superbills are kept as they were made"):
        chart.execute(SUPERBILLS[change])


@pytest.mark.parametrize("change", NUMBERS)
def test_a_control_number_is_never_given_out_again(chart: Connection, change: str):
    with pytest.raises(IntegrityError, match="a control number is never given out again"):
        chart.execute(NUMBERS[change])


def test_what_the_rules_allow_is_carried_out(chart: Connection):
    for statement in (
        "UPDATE plan SET active = false, primary_id = NULL, primary_rank = NULL, primary_active = NULL WHERE id = 2",
        "UPDATE plan SET active = false WHERE id = 1",
        "UPDATE plan SET active = true WHERE id = 3",
        "UPDATE plan SET active = true, primary_id = 3, primary_rank = 'primary', primary_active = true WHERE id = 2",
        "UPDATE claim SET status = 'filed' WHERE id = 2",
    ):
        chart.execute(text(statement))
    active = chart.execute(text("SELECT id FROM plan WHERE active ORDER BY id")).scalars().all()
    assert list(active) == [2, 3]
