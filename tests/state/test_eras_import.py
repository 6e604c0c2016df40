"""Importing ERAs: files are taken and kept to be looked at, or refused with the reason; nothing is posted."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from era import COINSURED, Answer, era
from kept import status_of
from tab import Heard, Tab, upload

from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import eras_work
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_import import LARGEST, MOST_FILES, ImportState
from mbp_claims.state.shell import ShellState
from mbp_claims.views.era import ImportAnswer

AUTHORED = Path(__file__).parent.parent / "x12" / "files" / "authored"


@pytest.fixture
def inbox(client: Client) -> Tab:
    tab = Tab("/era")
    tab.do(ErasState.load)
    return tab


def answers(tab: Tab) -> list[ImportAnswer]:
    return list(tab.of(ImportState).answers)


def taken(tab: Tab, *files: tuple[str, bytes]) -> Heard:
    return tab.do(ImportState.take, [upload(name, content) for name, content in files])


def test_a_good_file_is_kept_and_its_page_opens_and_nothing_is_posted(inbox: Tab, filed: Claim):
    heard = taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    assert heard.goes_to == "/era/1"
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail, answer.tone, answer.href) == (
        "remit.835 is ready to review.", "1 claim, $92.80: 1 matched. Nothing is posted yet.", "success", "/era/1",
    )  # fmt: skip
    assert inbox.of(ShellState).announcement == f"{answer.title} {answer.detail}"
    assert inbox.of(ShellState).to_review == "1"
    assert status_of(filed.number) == "filed"
    (row,) = inbox.of(ErasState).rows
    assert (row.check, row.payer, row.amount, row.claims, row.matched, row.status, row.below, row.verb) == (
        "88120457", "Aetna", "$92.80", "1", "1 of 1", "Needs review", "1 line is ready to post", "Review",
    )  # fmt: skip


def test_while_it_is_read_the_page_says_so(inbox: Tab, filed: Claim):
    heard = taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    said = [delta[name] for delta in heard.deltas for name in delta if name.endswith("import_state")]
    assert said[0]["work_rx_state_"]["title"] == "Reading the file"
    assert inbox.of(ImportState).work.title == ""


def test_the_same_file_again_changes_nothing_and_links_to_the_first(inbox: Tab, filed: Claim, everything: Any):
    content = era(Answer(filed.number, COINSURED))
    taken(inbox, ("remit.835", content))
    before = everything()
    heard = taken(inbox, ("again.835", content))
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail) == ("again.835:", "Already imported on 11/23/2026. Nothing was changed.")
    assert (answer.tone, answer.link, answer.href) == ("neutral", "Open it", "/era/1")
    assert (heard.goes_to, everything()) == ("", before)


KEPT = ("bad_03_line_unbalanced.835", "bad_04_bpr_unbalanced.835", "bad_07_amount_letter_o.835")


@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_does_not_add_up_is_kept_in_quarantine_and_says_why(inbox: Tab, name: str):
    taken(inbox, (name, (AUTHORED / name).read_bytes()))
    (answer,) = answers(inbox)
    assert (answer.tone, answer.href) == ("warning", "/era/1")
    assert answer.detail.startswith("It does not add up, so it is in quarantine. ")
    assert answer.detail.endswith("Nothing was posted.")
    (row,) = inbox.of(ErasState).rows
    assert (row.status, row.tone) == ("Does not add up", "danger")


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
    told = [part["steps_rx_state_"] for delta in heard.deltas for part in delta.values() if "steps_rx_state_" in part]
    names = ("a.835", "b.835", "c.835")
    assert [(step["name"], step["words"]) for step in told[0]] == [(name, "Waiting") for name in names]


def test_more_files_than_are_taken_at_once_are_named(inbox: Tab):
    taken(inbox, *((f"{number}.835", b"nothing") for number in range(MOST_FILES + 2)))
    assert len(answers(inbox)) == MOST_FILES + 1
    first = answers(inbox)[0]
    assert (first.title, first.detail) == ("2 more files were not imported.", "Import up to 20 at a time.")


def test_a_file_that_is_too_large_is_not_read(inbox: Tab):
    inbox.do(ImportState.take, [upload("big.835", b"ISA", LARGEST + 1)])
    (answer,) = answers(inbox)
    assert answer.title == "big.835 is larger than 25 MB."


def test_what_was_said_stays_on_the_page_until_it_is_cleared(inbox: Tab):
    taken(inbox, ("a.835", b"nothing"))
    inbox.go("/clients").go("/era").do(ErasState.load)
    assert len(answers(inbox)) == 1
    inbox.do(ImportState.forget)
    assert answers(inbox) == []


def test_a_failure_changes_nothing_and_logs_nothing_of_the_file(
    inbox: Tab, filed: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("W218640937 in remit.835")

    monkeypatch.setattr("mbp_claims.actions.read_era.keep_remit", breaks)
    taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    (answer,) = answers(inbox)
    assert (answer.title, answer.detail) == ("The file was not imported.", "Nothing was changed. Try again.")
    assert everything() == before
    assert "W218640937" not in caplog.text


def test_a_file_that_is_called_off_changes_nothing_nor_do_those_after_it(
    inbox: Tab, filed: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch
):
    before, good = everything(), era(Answer(filed.number, COINSURED))
    inside = asyncio.Event()

    async def stopped_meanwhile() -> None:
        taking = asyncio.create_task(inbox.run(ImportState.take, [upload("a.835", good), upload("b.835", good)]))
        await inside.wait()
        await inbox.run(ImportState.stop)
        await taking

    real = eras_work.Work.step

    def step(self: eras_work.Work, what: str, done: int, of: int) -> None:
        loop.call_soon_threadsafe(inside.set)
        while not self.is_off:
            pass
        real(self, what, done, of)

    monkeypatch.setattr(eras_work.Work, "step", step)
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        runner.run(stopped_meanwhile())
    assert [one.title for one in answers(inbox)] == ["a.835 was stopped.", "b.835 was stopped."]
    assert everything() == before
    assert (inbox.of(ImportState).work.title, eras_work.call_off("")) == ("", False)


def test_reading_when_nothing_was_given_leaves_the_way_free(inbox: Tab, filed: Claim):
    inbox.do(ImportState.read)
    taken(inbox, ("remit.835", era(Answer(filed.number, COINSURED))))
    assert answers(inbox)[0].tone == "success"


def test_who_left_the_page_is_told_when_it_is_done(inbox: Tab, filed: Claim):
    files = [upload("remit.835", era(Answer(filed.number, COINSURED)))]
    inbox.go("/clients")
    heard = inbox.do(ImportState.take, files)
    assert heard.said == ["The ERA is ready to review."]
    assert heard.goes_to == ""
    assert answers(inbox)[0].title == "remit.835 is ready to review."


def test_payments_stand_fifty_a_page_newest_first(inbox: Tab, clinician: Clinician, filed: Claim):
    with transaction() as db:
        for number in range(60):
            import_and_post(db, clinician, "r.835", era(Answer("C-0", COINSURED), trace=f"{number:08d}"))
    inbox.do(ErasState.load)
    state = inbox.of(ErasState)
    assert ([row.check for row in state.rows][:2], len(state.rows)) == (["00000059", "00000058"], 50)
    assert (state.has_older, state.has_newer) == (True, False)
    inbox.do(ErasState.older)
    state = inbox.of(ErasState)
    assert (state.rows[0].check, len(state.rows)) == ("00000009", 10)
    assert (state.has_older, state.has_newer) == (False, True)
    inbox.do(ErasState.newer)
    assert len(inbox.of(ErasState).rows) == 50
