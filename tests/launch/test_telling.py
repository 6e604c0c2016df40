from pathlib import Path

import pytest
import reflex_base
from reflex_base.constants.state import FIELD_MARKER

import mbp_claims
from mbp_claims.launch.telling import ANEW, CAUGHT, TELL, told
from mbp_claims.state.shell import ShellState

SCRIPT = Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js"


def test_reflexs_script_hears_our_event_and_doing_it_twice_changes_nothing():
    once = told(SCRIPT.read_text())
    assert once.count(TELL) == once.count(ANEW) == once.count(CAUGHT) == 1
    assert told(once) == once


def test_a_script_that_looks_otherwise_stops_the_build():
    with pytest.raises(RuntimeError, match="Reflex wrote no"):
        told("const nothing = 1;")


def test_the_page_knows_by_which_words_a_server_begins_anew():
    """Every page has them: who works here, of which a state that was just made knows nothing."""
    script = (Path(mbp_claims.__file__).parents[1] / "assets" / "mbp.js").read_text()
    assert f'"{ShellState.get_full_name()}"' in script
    assert f"clinician{FIELD_MARKER}" in script and ShellState.get_fields()["clinician"].default == ""
