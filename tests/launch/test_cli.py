import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


def mbp_claims(*arguments: str, folder: Path = CHECKOUT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mbp_claims.cli", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)} | environment,
        capture_output=True,
        text=True,
    )


def test_a_taken_port_is_said_in_one_sentence_before_anything_is_touched(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = mbp_claims("run", MBP_PORT=str(port), MBP_DATABASE_URL=f"sqlite:///{tmp_path}/practice.db")
    assert said.returncode == 1
    assert said.stderr.startswith(f"Port {port} is taken.")
    assert said.stderr.count("\n") == 1
    assert not (tmp_path / "practice.db").exists()


def test_outside_the_checkout_it_says_where_to_go(tmp_path: Path):
    said = mbp_claims("run", folder=tmp_path)
    assert (said.returncode, said.stderr) == (1, "Run this in the folder that holds rxconfig.py.\n")


def test_a_second_migration_has_nothing_to_do(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/practice.db"
    assert mbp_claims("migrate", MBP_DATABASE_URL=url).stdout == "Database migrated.\n"
    assert mbp_claims("migrate", MBP_DATABASE_URL=url).stdout == "Database is up to date.\n"


def test_settings_that_cannot_be_understood_are_said_in_one_sentence():
    said = mbp_claims("run", MBP_PORT="many")
    assert (said.returncode, said.stderr) == (1, "MBP_PORT is not a port number: many\n")


def test_help_names_every_command_and_a_command_alone_loads_little(tmp_path: Path):
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "mbp_claims.cli", "--help"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(CHECKOUT)}, capture_output=True, text=True,
    )  # fmt: skip
    assert all(name in said.stdout for name in ("run", "build", "serve", "migrate", "demo", "demo-reset"))
    assert not [heavy for heavy in ("reflex", "sqlalchemy", "pyx12", "mbp_claims.settings") if heavy in said.stderr]


@pytest.mark.parametrize("command", ["run", "serve"])
def test_told_to_listen_to_other_machines_without_tls_it_says_where_to_read(tmp_path: Path, command: str):
    said = mbp_claims(command, MBP_HOST="0.0.0.0", MBP_DATABASE_URL=f"sqlite:///{tmp_path}/practice.db")
    assert said.returncode == 1
    assert said.stderr.startswith("MBP_HOST=0.0.0.0 would send health records over the network unencrypted.")
    assert said.stderr.strip().endswith("docs/behind-a-proxy.md")
    assert said.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
