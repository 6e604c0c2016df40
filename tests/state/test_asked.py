"""What somebody was refused, as the owner of a practice reads it: in words, whatever is asked, and as it was kept."""

import re

import pytest
from reflex_base.registry import RegistrationContext
from tab import Tab

from mbp_claims.domain.asked import _FILES, DEEDS, FORMS, PLACES, asked, in_words
from mbp_claims.state.gate import called

CODE = re.compile(r"State\b|_|\.|/")


def calls() -> set[str]:
    """Of every handler of ours that a browser can call."""
    names = RegistrationContext.ensure_context().event_handlers
    return {called(name) for name in names if Tab and "mbp_claims" in name}


def test_every_call_is_told_in_words():
    told = {call: asked(call) for call in (*calls(), *_FILES)}
    assert len(told) > 150
    assert {call: words for call, words in told.items() if CODE.search(words) or not words[0].isupper()} == {}


def test_no_words_are_kept_for_calls_that_are_gone():
    ours = calls()
    assert {call for call in DEEDS if "State." in call} <= ours
    assert {*PLACES, *FORMS} <= {call.partition(".")[0] for call in ours}


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("LedgerState.load, not there, or somebody else's", "Opening a payer’s ledger, not there, or somebody else's"),
        ("ClaimsState.put_away, not signed in; 41 more before",
         "Marking a claim as not billable, not signed in; 41 more before"),
        ("GET /files/837, not signed in", "Downloading an 837P file, not signed in"),
        ("GET /files/novel, not signed in", "Opening a file, not signed in"),
        ("AdjustmentState.set_amount, no such call", "Filling in the form File Claim, no such call"),
        ("RefundLettersState.load, not signed in", "Opening refund letters, not signed in"),
        ("RefundLettersState.send_again, not signed in", "Refund letters: send again, not signed in"),
        ("an unknown call, no such call", "Something that this program cannot do, no such call"),
        ("Signing in as June Marlow, LCSW, too many tries", "Signing in as June Marlow, LCSW, too many tries"),
    ],
)  # fmt: skip
def test_what_was_refused_is_read_in_words(kept: str, read: str):
    assert in_words(f"Refused: {kept}") == f"Refused: {read}"


@pytest.mark.parametrize("what", ["C-1042 filed to Aetna", "", "ClaimsState.put_away", "Refused: EraState"])
def test_anything_else_is_read_as_it_was_kept(what: str):
    assert in_words(what) == what
