"""The testers' kit: what its docs say is so."""

import re
from pathlib import Path

from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.testing import plugin
from mbp_claims.testing.test_id_table import TABLE, table

GUIDE = Path("docs/testing.md").read_text()


def test_the_table_of_test_ids_is_current():
    assert TABLE.read_text() == table(), "make test-ids"


def test_the_guide_names_every_call_and_every_fixture():
    fixtures = [name for name, it in vars(plugin).items() if type(it).__name__ == "FixtureFunctionDefinition"]
    assert fixtures
    assert not [name for name in fixtures if not re.search(rf"`{name}\b", GUIDE)]
    assert not [one.name for one in ENDPOINTS if f"{one.method} {one.name}`" not in GUIDE]


def test_the_suite_in_typescript_has_ten_scripts_and_imports_nothing_of_ours():
    scripts = "".join(path.read_text() for path in Path("tests/typescript").glob("*.spec.ts"))
    assert len(re.findall(r"^test\(", scripts, re.MULTILINE)) >= 10
    assert set(re.findall(r'from "([^"]+)"', scripts)) == {"./practice"}
