from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mbp_claims import clock
from mbp_claims.settings import Settings, settings


def test_without_any_variable_the_program_serves_this_machine_alone_from_a_file():
    plain = Settings.from_environment({})
    assert plain.address == "http://127.0.0.1:3000"
    assert plain.database_file == Path("data/mbp_claims.db")
    assert plain.demo
    assert not plain.gallery
    assert not plain.test_mode
    assert plain.test_files


def test_a_database_server_has_no_file():
    assert Settings.from_environment({"MBP_DATABASE_URL": "postgresql+psycopg://localhost/mbp"}).database_file is None


def test_a_frozen_moment_without_a_zone_is_the_practices_own():
    frozen = Settings.from_environment({"MBP_NOW": "2026-11-23T21:40:00", "MBP_TIMEZONE": "America/Chicago"}).frozen_now
    assert frozen is not None
    assert frozen.utcoffset() == timedelta(hours=-6)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MBP_PORT", "http"),
        ("MBP_PORT", "0"),
        ("MBP_PORT", "65536"),
        ("MBP_NOW", "tomorrow"),
        ("MBP_TIMEZONE", "Mars/Olympus"),
        ("MBP_TIMEZONE", "../etc/passwd"),
        ("MBP_GALLERY", "perhaps"),
        ("MBP_TEST_FILES", "never"),
        ("MBP_SYNC_MINUTES", "often"),
        ("MBP_SYNC_MINUTES", "1441"),
    ],
)
def test_a_value_that_cannot_be_understood_is_refused_by_name(name: str, value: str):
    with pytest.raises(ValueError, match=name):
        Settings.from_environment({name: value})


def test_the_tests_stand_late_in_an_evening_whose_utc_day_is_already_over():
    assert settings.frozen_now == datetime.fromisoformat("2026-11-24T02:40:00+00:00")
    assert clock.today().isoformat() == "2026-11-23"
    assert clock.now().hour == 21
