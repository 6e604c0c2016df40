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


def test_the_program_is_served_under_the_addresses_it_was_told_and_no_other():
    here = Settings.from_environment({"MBP_PORT": "3001"})
    assert here.origins == ("http://127.0.0.1:3001", "http://localhost:3001")
    public = Settings.from_environment({"MBP_ADDRESS": "https://Claims.example.org/, https://10.1.2.3:8443"})
    assert public.origins == ("https://claims.example.org", "https://10.1.2.3:8443")
    assert public.address == "https://claims.example.org"
    assert public.proxies == "127.0.0.1"
    assert here.proxies == ""


@pytest.mark.parametrize(
    ("environment", "exposed"),
    [
        ({}, False), ({"MBP_HOST": "localhost"}, False), ({"MBP_HOST": "::1"}, False), ({"MBP_HOST": "0.0.0.0"}, True),
        ({"MBP_HOST": "claims.local"}, True), ({"MBP_HOST": "0.0.0.0", "MBP_ADDRESS": "http://claims.local"}, True),
        ({"MBP_HOST": "0.0.0.0", "MBP_ADDRESS": "https://claims.example.org"}, False),
    ],
)  # fmt: skip
def test_other_machines_reach_it_by_tls_or_not_at_all(environment: dict[str, str], exposed: bool):
    assert Settings.from_environment(environment).is_exposed == exposed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MBP_ADDRESS", "claims.example.org"), ("MBP_ADDRESS", "https://claims.example.org/path"),
        ("MBP_ADDRESS", "javascript:alert(1)"), ("MBP_ADDRESS", "https://a b"), ("MBP_PROXIES", "everybody"),
        ("MBP_PROXIES", "*"), ("MBP_PROXIES", "10.0.0.1/8"),
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_by_name(name: str, value: str):
    with pytest.raises(ValueError, match=name):
        Settings.from_environment({name: value})


def test_a_secret_comes_from_the_environment_or_a_file_and_stands_in_no_text_of_the_settings(tmp_path: Path):
    key, address = "a sentence that nobody guesses", "postgresql+psycopg://mbp:hunter2@localhost/mbp"
    (tmp_path / "key").write_text(f"{key}\n")
    (tmp_path / "url").write_text(address)
    told = {"MBP_DATABASE_KEY_FILE": str(tmp_path / "key"), "MBP_DATABASE_URL_FILE": str(tmp_path / "url")}
    read = Settings.from_environment(told)
    assert (read.database_key, read.database_url) == (key, address)
    assert Settings.from_environment({"MBP_DATABASE_KEY": key}).database_key == key
    assert key not in repr(read)
    assert "hunter2" not in repr(read)
