"""The inbox: what is known is taken in by what it holds and put away, what is not stays and is named."""

from pathlib import Path
from typing import Any

import pytest
from test_acknowledge import NUMBER, golden, harbor, stands  # noqa: F401

from mbp_claims.actions.import_era import keep_era
from mbp_claims.actions.sync_clearinghouse import Synced, sync_clearinghouse
from mbp_claims.domain.ack_file import AckFile, Leftover
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailFile
from mbp_claims.domain.remittance import EraFile
from mbp_claims.transport.folder import FolderMailbox
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era
from tests.transport.conftest import connection_to, openssh, server  # noqa: F401
from tests.transport.sshd import OpenSshServer

ERA = golden_era("ex1").replace(b"TRN*1*", b"TRN*1*9")


@pytest.fixture
def inbox(harbor: Desk, tmp_path: Path) -> Path:  # noqa: F811
    folder = tmp_path / "clearinghouse" / str(harbor.clinician.practice_id) / "inbox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def sync(desk: Desk) -> Synced:
    return sync_clearinghouse(desk.do, pause=lambda _seconds: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_file_goes_where_it_belongs_whatever_it_is_called(harbor: Desk, inbox: Path):  # noqa: F811
    (inbox / "1.txt").write_bytes(golden("277ca_accepted.277"))
    (inbox / "2.835").write_bytes(golden("999_accepted.999"))
    (inbox / "3").write_bytes(golden("ta1_accepted.ta1"))
    done = sync(harbor)
    assert (done.collected.acknowledgements, done.collected.left, done.problem) == (3, [], "")
    assert done.claims == [NUMBER]
    assert stands(harbor)[0] == "accepted"
    assert [file.kind for file in harbor.rows(AckFile)] == ["277CA", "999", "TA1"]
    assert names(inbox) == []
    assert names(inbox.parent / "archive") == ["1.txt", "2.835", "3"]
    assert harbor.one(Connection).synced == "3 acknowledgements came in."


def test_an_era_is_imported_like_any_other(harbor: Desk, inbox: Path):  # noqa: F811
    before = len(harbor.rows(EraFile))
    (inbox / "remit.edi").write_bytes(golden_era("ex1"))
    done = sync(harbor)
    assert (done.collected.eras, done.collected.again) == (0, 1)
    assert names(inbox) == []
    assert len(harbor.rows(EraFile)) == before


def test_an_era_is_matched_before_anybody_has_to_wait_for_it(harbor: Desk, inbox: Path):  # noqa: F811
    (inbox / "remit.835").write_bytes(ERA)
    matched = []

    def step(action: Any, *told: Any, **named: Any) -> Any:
        if action is keep_era:
            matched.append(told[0].place is not None)
        return harbor.do(action, *told, **named)

    done = sync_clearinghouse(step, pause=lambda _seconds: None, look=harbor.look)
    assert (matched, done.collected.eras, names(inbox)) == ([True], 1, [])


def test_what_is_not_known_stays_and_is_named_with_the_reason(harbor: Desk, inbox: Path):  # noqa: F811
    (inbox / "report.pdf").write_bytes(b"%PDF-1.7")
    (inbox / "cut.277").write_bytes(golden("277ca_accepted.277")[:400])
    (inbox / "good.999").write_bytes(golden("999_accepted.999"))
    done = sync(harbor)
    assert names(inbox) == ["cut.277", "report.pdf"]
    assert {left.name: left.why for left in harbor.rows(Leftover)} == {
        "cut.277": done.collected.left[0].why,
        "report.pdf": (
            "report.pdf is not an 835 or an acknowledgement. It is a PDF. Ask the payer for the electronic file."
        ),
    }
    assert "cut short" in done.collected.left[0].why
    assert done.words == "1 acknowledgement came in. 2 files left in the inbox."
    (inbox / "report.pdf").unlink()
    (inbox / "cut.277").write_bytes(golden("277ca_accepted.277"))
    sync(harbor)
    assert harbor.rows(Leftover) == []


def test_a_file_that_still_grows_is_left_until_it_is_whole(
    harbor: Desk,  # noqa: F811
    inbox: Path,
):
    content = golden("277ca_accepted.277")
    path = inbox / "slow.277"
    path.write_bytes(content[:300])

    def goes_on(_seconds: float) -> None:
        path.write_bytes(content)

    done = sync_clearinghouse(harbor.do, pause=goes_on)
    assert [left.why for left in done.collected.left] == [
        "It is still being written. It is looked at again the next time."
    ]
    assert stands(harbor)[0] == "filed"
    sync(harbor)
    assert stands(harbor)[0] == "accepted"


def test_killed_after_it_was_kept_and_before_it_was_put_away_it_is_taken_once(
    harbor: Desk,  # noqa: F811
    inbox: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    (inbox / "a.277").write_bytes(golden("277ca_accepted.277"))

    def killed(_self: FolderMailbox, _file: MailFile) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(FolderMailbox, "put_away", killed)
        sync(harbor)
    before = harbor.rows(AckFile)
    assert len(before) == 1 and names(inbox) == ["a.277"]
    done = sync(harbor)
    assert (done.collected.again, done.collected.acknowledgements) == (1, 0)
    assert harbor.rows(AckFile) == before and names(inbox) == []


def test_a_name_that_cannot_be_written_is_left(harbor: Desk, inbox: Path):  # noqa: F811
    (inbox / "a\nb.277").write_bytes(golden("277ca_accepted.277"))
    assert [left.why for left in sync(harbor).collected.left] == [
        "Its name cannot be written here. Give it another."
    ]


def test_another_practice_has_an_inbox_of_its_own(harbor: Desk, inbox: Path):  # noqa: F811
    (inbox / "a.277").write_bytes(golden("277ca_accepted.277"))
    other = as_another(harbor, builders.stranger)
    assert sync(other).words == "Nothing was waiting, nothing has come."
    assert names(inbox) == ["a.277"]


def test_over_sftp_the_same_happens(
    harbor: Desk,  # noqa: F811
    server: OpenSshServer,  # noqa: F811
):
    harbor.do(
        lambda db, who: db.add(connection_to(server, practice_id=who.practice_id, after_fetch="delete"))
    )
    server.put("a.277", golden("277ca_accepted.277"))
    server.put("b.pdf", b"%PDF-1.7")
    done = sync(harbor)
    assert done.problem == ""
    assert stands(harbor)[0] == "accepted"
    assert names(server.home / "inbox") == ["b.pdf"]
    assert names(server.home / "archive") == []


def test_a_way_that_is_blocked_is_said_and_kept(harbor: Desk, server: OpenSshServer):  # noqa: F811
    harbor.do(lambda db, who: db.add(connection_to(server, practice_id=who.practice_id, inbox="nowhere")))
    assert sync(harbor).problem == "There is no folder nowhere on 127.0.0.1."
    kept = harbor.one(Connection)
    assert (kept.problem, kept.synced) == ("There is no folder nowhere on 127.0.0.1.", "")
