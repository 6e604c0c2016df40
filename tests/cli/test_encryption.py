"""`mbp-claims database`: a key is made, set, changed and taken off from the terminal; a wrong one is a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
KEY, OTHER = "a sentence that nobody guesses", "another sentence, for later"


class Terminal:
    """In the checkout, with a database of its own."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "practice.db"
        self.environment = {"MBP_DATABASE_URL": f"sqlite:///{self.file}"}

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        ended = subprocess.run(
            [sys.executable, "-m", "mbp_claims.cli", *arguments],
            cwd=CHECKOUT, env=os.environ | self.environment | environment, capture_output=True, text=True,
        )  # fmt: skip
        return ended.returncode, ended.stdout.strip(), ended.stderr.strip()


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_a_key_is_long_and_another_each_time(terminal: Terminal):
    keys = {terminal.run("database", "key")[1] for _ in range(2)}
    assert len(keys) == 2
    assert min(map(len, keys)) >= 40


def test_a_practice_is_encrypted_opened_given_another_key_and_decrypted(terminal: Terminal, tmp_path: Path):
    assert terminal.run("migrate") == (0, "Database migrated.", "")
    refused = terminal.run("migrate", MBP_DATABASE_KEY=KEY)
    assert refused[0] == 1
    assert "is not encrypted, and a key is set. Encrypt it: mbp-claims database encrypt" in refused[2]
    status, told, _ = terminal.run("database", "encrypt", MBP_DATABASE_KEY=KEY)
    assert (status, told.partition(".")[0]) == (0, "The database is encrypted")
    assert not terminal.file.read_bytes().startswith(b"SQLite")
    assert terminal.run("migrate", MBP_DATABASE_KEY=KEY) == (0, "Database is up to date.", "")
    assert "is encrypted. Set its key" in terminal.run("migrate")[2]
    wrong = terminal.run("migrate", MBP_DATABASE_KEY=OTHER)
    assert wrong == (
        1, "", f"MBP_DATABASE_KEY does not open the database {terminal.file}. "
        "Nothing was changed. Set the key that it has.",
    )  # fmt: skip
    (tmp_path / "key").write_text(f"{OTHER}\n")
    new = {"MBP_NEW_DATABASE_KEY_FILE": str(tmp_path / "key")}
    assert terminal.run("database", "rekey", MBP_DATABASE_KEY=KEY, **new)[0] == 0
    assert terminal.run("migrate", MBP_DATABASE_KEY_FILE=str(tmp_path / "key"))[0] == 0
    assert terminal.run("database", "decrypt", MBP_DATABASE_KEY=OTHER)[0] == 0
    assert terminal.run("migrate") == (0, "Database is up to date.", "")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"MBP_DATABASE_KEY": "short"}, "MBP_DATABASE_KEY is too short: 20 characters at least."),
        ({"MBP_DATABASE_KEY_FILE": "/nowhere"}, "MBP_DATABASE_KEY_FILE names a file that cannot be read: /nowhere"),
        ({"MBP_DATABASE_KEY_FILE": "/dev/null"}, "MBP_DATABASE_KEY_FILE names a file that is empty: /dev/null"),
        ({"MBP_DATABASE_KEY": KEY, "MBP_DATABASE_KEY_FILE": "/x"}, "Both MBP_DATABASE_KEY and MBP_DATABASE_KEY_FILE"),
    ],
)
def test_a_key_that_cannot_be_used_is_said(terminal: Terminal, environment: dict[str, str], sentence: str):
    status, _, told = terminal.run("migrate", **environment)
    assert status == 1
    assert told.startswith(sentence)
    assert "\n" not in told
    assert not terminal.file.exists()


def test_commands_without_what_they_need_say_so(terminal: Terminal):
    assert "Set MBP_DATABASE_KEY first" in terminal.run("database", "encrypt")[2]
    assert "There is no database" in terminal.run("database", "encrypt", MBP_DATABASE_KEY=KEY)[2]
    assert "MBP_NEW_DATABASE_KEY" in terminal.run("database", "rekey", MBP_DATABASE_KEY=KEY)[2]
    postgres = {"MBP_DATABASE_URL": "postgresql+psycopg://localhost/mbp", "MBP_DATABASE_KEY": KEY}
    assert "Only an SQLite database" in terminal.run("database", "encrypt", **postgres)[2]
