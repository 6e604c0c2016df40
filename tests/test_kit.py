"""The testers' kit: what its docs say is so."""

import re
import tomllib
from pathlib import Path

import pytest

from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.launch.pages import PACKAGE, SOURCES
from mbp_claims.testing import plugin, program
from mbp_claims.testing.test_id_table import TABLE, table

GUIDE = Path("docs/testing.md").read_text()


def test_the_table_of_test_ids_is_current():
    assert TABLE.read_text() == table(), "make test-ids"


def test_the_guide_names_every_call_and_every_fixture():
    fixtures = [name for name, it in vars(plugin).items() if type(it).__name__ == "FixtureFunctionDefinition"]
    assert fixtures
    assert not [name for name in fixtures if not re.search(rf"`{name}\b", GUIDE)]
    assert not [one.name for one in ENDPOINTS if f"{one.method} {one.name}`" not in GUIDE]


def test_the_program_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = Path.cwd()
    monkeypatch.chdir(tmp_path)
    assert program.folder() == home


def test_the_package_brings_along_all_that_the_program_is_built_and_started_from():
    """Where there is no checkout, `mbp_server` starts it from these."""
    told = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["setuptools"]["data-files"]
    patterns = [(Path(place), pattern) for place, each in told.items() for pattern in each]
    brought = {place.relative_to("share/mbp-claims") / path.name: path
               for place, pattern in patterns for path in Path().glob(pattern)}  # fmt: skip
    assert all(stands == path for stands, path in brought.items())
    needed = {*SOURCES, "alembic.ini", "alembic", "tools"} - {PACKAGE.name}
    files = {path for name in needed for path in (Path(name), *Path(name).rglob("*")) if path.is_file()}
    made = {"__pycache__", "external", ".gitkeep"}
    assert {path for path in files if not made & set(path.parts)} == {*brought}


def test_the_suite_in_typescript_has_ten_scripts_and_imports_nothing_of_ours():
    scripts = "".join(path.read_text() for path in Path("tests/typescript").glob("*.spec.ts"))
    assert len(re.findall(r"^test\(", scripts, re.MULTILINE)) >= 10
    assert set(re.findall(r'from "([^"]+)"', scripts)) == {"./practice"}
