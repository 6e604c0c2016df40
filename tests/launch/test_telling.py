from pathlib import Path

import pytest
import reflex_base

from mbp_claims.launch.telling import CAUGHT, TELL, told

SCRIPT = Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js"


def test_reflexs_script_hears_our_event_and_doing_it_twice_changes_nothing():
    once = told(SCRIPT.read_text())
    assert once.count(TELL) == once.count(CAUGHT) == 1
    assert told(once) == once


def test_a_script_that_looks_otherwise_stops_the_build():
    with pytest.raises(RuntimeError, match="Reflex wrote no"):
        told("const nothing = 1;")
