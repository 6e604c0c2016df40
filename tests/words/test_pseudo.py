"""A language that nobody speaks shows what no translator would ever see."""

import json
import os
import subprocess
import sys

import pytest

from mbp_claims.settings import Settings
from mbp_claims.words.chosen import PSEUDO
from mbp_claims.words.languages import pseudo


def told(*command: str) -> str:
    """What a program of ours says in the pseudo-language."""
    environment = os.environ | {"MBP_LANGUAGE": PSEUDO}
    run = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=True)
    return run.stdout


def test_the_pseudo_language_is_accented_longer_and_keeps_the_places_of_values():
    assert pseudo("{payer} paid") == "⟦{payer} påîð·····⟧"
    assert pseudo("{count:,} claims") == "⟦{count:,} çļåîmš·······⟧"
    assert pseudo(" still to bill ") == " ⟦šţîļļ ţö bîļļ······⟧ "
    assert pseudo("") == ""


def test_every_text_of_every_specimen_is_marked():
    """What is left are words of the cast: the gallery gives them to ui/ as a state would."""
    drawn = json.loads(told("-m", "tests.words.drawn"))
    assert drawn["bare"] == {}
    assert drawn["marked"] > 700


def test_a_refusal_is_told_in_the_language_of_the_program():
    script = (
        "from datetime import date\n"
        "from mbp_claims.domain.client import ClientDraft\n"
        "from mbp_claims.domain.violation import RuleViolation\n"
        "try:\n    ClientDraft.parse({}, date(2026, 11, 23))\n"
        "except RuleViolation as refused:\n    print(*refused.fields.values(), sep='\\n')\n"
    )
    sentences = told("-c", script).splitlines()
    assert pseudo("Enter the first name") in sentences
    assert all(one.startswith("⟦") and one.endswith("⟧") for one in sentences)


def test_a_language_without_a_catalogue_is_refused_with_those_that_there_are():
    with pytest.raises(ValueError, match=r"no language of this program: xx\. There are en, en_XA"):
        Settings.from_environment({"MBP_LANGUAGE": "xx"})
