"""Any deed is killed (SIGKILL) at a random moment: all of it or nothing is kept. `make soak` kills some hundreds."""

import time
from pathlib import Path

import pytest

from tests.everybody.deeds import DEEDS
from tests.everybody.kills import Kills

SOME = ("send", "import and post", "file a batch")


@pytest.mark.usefixtures("database_url")
@pytest.mark.parametrize("name", SOME)
def test_killed_at_a_random_moment_it_is_done_or_not_begun(migrated_file: Path, tmp_path: Path, name: str):
    kills = Kills(tmp_path, migrated_file, seed=time.time_ns())
    kills.one(name)
    assert set(kills.killed.deeds) <= set(DEEDS)
