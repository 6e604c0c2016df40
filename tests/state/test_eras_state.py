"""The ERA inbox: files are taken, refused with the reason, and the page of one payment."""

from pathlib import Path
from typing import Any

import pytest
from era import COINSURED, Answer, Line, era
from kept import status_of
from tab import Heard, Tab, upload

from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.eras import LARGEST, MOST_FILES, ErasState, EraState
from mbp_claims.state.shell import ShellState
from mbp_claims.views.era import EraView, ImportAnswer

AUTHORED = Path(__file__).parent.parent / "x12" / "files" / "authored"


@pytest.fixture
def inbox(client: Client) -> Tab:
    tab = Tab("/era")
    tab.do(ErasState.load)
    return tab


def answers(tab: Tab) -> list[ImportAnswer]:
    return list(tab.of(ErasState).answers)


def taken(tab: Tab, *files: tuple[str, bytes]) -> Heard:
    return tab.do(ErasState.take, [upload(name, content) for name, content in files])


def page(tab: Tab, era_id: int | str) -> EraView:
    tab.go(f"/era/{era_id}").do(EraState.load)
    return tab.of(EraState).view


def test_a_good_file_is_posted_its_page_opens_and_the_secondary_is_announced(inbox: Tab, filed: Claim):
    heard = taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    assert heard.said == ["1 payment posted. 1 secondary claim is waiting under Pending Claims."]
    assert heard.goes_to == "/era/1"
    assert inbox.of(ShellState).announcement == f"Secondary claim {filed.number}-S was created."
    assert (status_of(filed.number), status_of(f"{filed.number}-S")) == ("completed", "pending")
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail, answer.tone) == ("remit.835 was imported.", "1 of 1 claims posted.", "success")
    (row,) = inbox.of(ErasState).rows
    assert (row.check, row.payer, row.amount, row.matched, row.status) == (
        "88120457", "Aetna", "$92.80", "1 of 1", "Posted",
    )  # fmt: skip


def test_while_it_is_read_the_page_says_so(inbox: Tab, filed: Claim):
    heard = taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    said = [delta[name] for delta in heard.deltas for name in delta if name.endswith("eras_state")]
    assert [one.get("importing_rx_state_") for one in said][:1] == [True]
    assert not inbox.of(ErasState).importing


def test_the_same_file_again_changes_nothing_and_links_to_the_first(inbox: Tab, filed: Claim, everything: Any):
    content = era(Answer(filed.number, COINSURED))
    taken(inbox, ("remit.835", content))
    before = everything()
    heard = taken(inbox, ("again.835", content))
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail) == ("again.835", "Already imported on 11/23/2026. Nothing was changed.")
    assert (answer.tone, answer.link, answer.href) == ("neutral", "Open it", "/era/1")
    assert (heard.said, heard.goes_to, everything()) == ([], "", before)


KEPT = ("bad_03_line_unbalanced.835", "bad_04_bpr_unbalanced.835", "bad_07_amount_letter_o.835")


@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_does_not_add_up_is_kept_and_says_why_nothing_was_posted(inbox: Tab, name: str):
    taken(inbox, (name, (AUTHORED / name).read_bytes()))
    (answer,) = answers(inbox)
    assert (answer.tone, answer.href) == ("warning", "/era/1")
    assert answer.detail.startswith("It does not add up, so nothing of it was posted. ")


@pytest.mark.parametrize("name", sorted(path.name for path in AUTHORED.glob("bad_*") if path.name not in KEPT))
def test_a_bad_file_changes_nothing_and_says_why(inbox: Tab, everything: Any, name: str):
    before = everything()
    heard = taken(inbox, (name, (AUTHORED / name).read_bytes()))
    (answer,) = answers(inbox)
    assert answer.tone == "danger"
    assert answer.title
    assert "Nothing was" in f"{answer.title} {answer.detail}"
    assert (heard.said, heard.goes_to, everything()) == ([], "", before)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 ...", b"hello", b"\x00" * 200, "ISA*é".encode("latin-1")])
def test_what_is_no_835_is_named_and_not_kept(inbox: Tab, everything: Any, content: bytes):
    before = everything()
    taken(inbox, ("letter.pdf", content))
    (answer,) = answers(inbox)
    assert answer.tone == "danger"
    assert everything() == before


def test_of_many_files_each_gets_its_own_answer(inbox: Tab, filed: Claim):
    good = era(Answer(filed.number, COINSURED))
    heard = taken(inbox, ("a.835", b"nothing"), ("b.835", good), ("c.835", good))
    assert [answer.tone for answer in answers(inbox)] == ["danger", "success", "neutral"]
    assert heard.goes_to == "", "of several files none is opened by itself"


def test_more_files_than_are_taken_at_once_are_named(inbox: Tab):
    taken(inbox, *((f"{number}.835", b"nothing") for number in range(MOST_FILES + 2)))
    assert len(answers(inbox)) == MOST_FILES + 1
    last = answers(inbox)[-1]
    assert (last.title, last.detail) == ("2 more files were not imported.", "Import up to 20 at a time.")


def test_a_file_that_is_too_large_is_not_read(inbox: Tab):
    inbox.do(ErasState.take, [upload("big.835", b"ISA", LARGEST + 1)])
    (answer,) = answers(inbox)
    assert answer.title == "big.835 is larger than 10 MB."


def test_a_failure_changes_nothing_and_logs_nothing_of_the_file(
    inbox: Tab, filed: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("W218640937 in remit.835")

    monkeypatch.setattr("mbp_claims.actions.post_era.post", breaks)
    taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail) == ("The file was not imported.", "Nothing was changed. Try again.")
    assert everything() == before
    assert "W218640937" not in caplog.text


def test_payments_stand_fifty_a_page_newest_first(inbox: Tab, clinician: Clinician, filed: Claim):
    with transaction() as db:
        for number in range(60):
            import_and_post(db, clinician, "r.835", era(Answer("C-0", COINSURED), trace=f"{number:08d}"))
    inbox.do(ErasState.load)
    state = inbox.of(ErasState)
    assert ([row.check for row in state.rows][:2], len(state.rows)) == (["00000059", "00000058"], 50)
    assert (state.has_older, state.has_newer) == (True, False)
    inbox.do(ErasState.older)
    assert ([row.check for row in state.rows][-1], len(state.rows)) == ("00000000", 10)
    assert (state.has_older, state.has_newer) == (False, True)
    inbox.do(ErasState.older)
    inbox.do(ErasState.newer)
    inbox.do(ErasState.newer)
    assert state.rows[0].check == "00000059"


def test_the_page_of_a_payment_adds_up_and_says_what_followed(inbox: Tab, filed: Claim):
    taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED), Answer("C-2210", COINSURED))))
    shown = page(inbox, 1)
    assert (shown.check, shown.payer, shown.date, shown.amount) == ("88120457", "Aetna", "11/12/2026", "$185.60")
    assert shown.sum_words == "$185.60 = $92.80 + $92.80"
    (matched,) = shown.matched
    assert (matched.claim_number, matched.charge, matched.paid) == (filed.number, "$160.00", "$92.80")
    assert matched.adjustments == ["CO-45 $44.00", "PR-2 $23.20"]
    assert matched.below == f"{filed.number}-S, $23.20 to Cigna"
    (stranger,) = shown.not_matched
    assert [reason.text for reason in stranger.reasons] == ["No claim has control number C-2210"]
    assert (shown.status, shown.posted_more) == ("Needs review", "1 secondary claim followed.")
    assert inbox.of(ShellState).to_review == "1"


def test_a_claim_of_which_the_payer_answered_one_line_is_not_posted(
    inbox: Tab, clinician: Clinician, client: Client, plans: None
):
    from tests import builders

    with transaction() as db:
        claim = builders.filed(db, clinician, client, ("100.00", "60.00"))
    half = Answer(claim.number, (Line(16000, 9280, (("CO", "45", 6720),)),))
    taken(inbox, ("remit.835", era(half)))
    assert page(inbox, 1).matched == []
    assert status_of(claim.number) == "filed"


@pytest.mark.parametrize("address", ["999", "0", "", "x", "1 OR 1=1", "-1", "9" * 40, "1.0", "%31"])
def test_an_address_that_is_no_payment(inbox: Tab, address: str):
    shown = page(inbox, address)
    assert (shown.found, shown.check, inbox.of(EraState).phase) == (False, "", "ready")
