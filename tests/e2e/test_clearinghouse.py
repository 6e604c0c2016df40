"""Files go out and come in, in the browser: over the folder that everybody begins with, and over a real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from mbp_claims import testids
from mbp_claims.actions.demo.acks import waiting_acks
from mbp_claims.clock import now
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clearinghouse import ClearinghousePage
from tests.e2e.axe import findings
from tests.e2e.practice import PracticeUnderTest
from tests.transport.conftest import connection_to
from tests.transport.sshd import OpenSshServer

NUMBER = "C-1042-S"


@pytest.fixture
def folder(practice: PracticeUnderTest) -> Path:
    """Of the demo practice, emptied."""
    root = practice.folder / "clearinghouse" / "1"
    for name in ("outbox", "inbox", "archive"):
        (root / name).mkdir(parents=True, exist_ok=True)
        for file in (root / name).iterdir():
            file.unlink()
    return root


@pytest.fixture
def openssh(practice: PracticeUnderTest) -> Iterator[OpenSshServer]:
    """A real one, whose key lies in the folder of secrets."""
    made = OpenSshServer()
    made.start()
    secrets = practice.folder / "secrets"
    secrets.mkdir(exist_ok=True)
    (secrets / "clearinghouse_key").write_text(made.key.read_text())
    yield made
    made.throw_away()


def filed(page: Page) -> None:
    row = ClaimCenterPage(page).open("R-0412").row(NUMBER)
    row.file().submit()
    expect(row.status).to_have_text("Filed")


def claim_ack(practice: PracticeUnderTest, status: str, action: str, reference: str = "") -> bytes:
    """A payer's 277CA of the file that was sent last."""
    with practice.transaction() as db:
        control = max(db.exec(select(ClaimFile.control_number)))
    body = [
        "ST*277*0001*005010X214", "BHT*0085*08*C1*20261123*2150*TH", "HL*1**20*1", "NM1*PR*2*CIGNA*****PI*62308",
        "TRN*1*C1", "HL*2*1*21*1", "NM1*41*2*PRACTICE*****46*US", f"TRN*2*MBP{control:09d}",
        "STC*A1:19:PR*20261123*WQ*160",
        "HL*3*2*19*1", "NM1*85*2*PRACTICE*****XX*1234567893", "TRN*1*0", "HL*4*3*PT", "NM1*QC*1*ELLIS*ROWAN****MI*U1",
        "TRN*2*C-1042", f"STC*{status}*20261123*{action}*160", *([f"REF*1K*{reference}"] if reference else []),
    ]  # fmt: skip
    isa = "ISA*00*          *00*          *ZZ*CLEARHOUSE1    *ZZ*US             *261123*2150*^*00501*000000901*0*T*:"
    gs = "GS*HN*CLEARHOUSE1*US*20261123*2150*901*X*005010X214"
    end = [f"SE*{len(body) + 1}*0001", "GE*1*901", "IEA*1*000000901"]
    return "".join(f"{line}~\n" for line in (isa, gs, *body, *end)).encode()


def test_a_filed_claim_lies_in_the_outbox_and_the_payers_word_comes_back(
    page: Page, practice: PracticeUnderTest, folder: Path
):
    filed(page)
    (sent,) = (folder / "outbox").iterdir()
    assert sent.name.endswith(".837p")
    (folder / "inbox" / "a.277").write_bytes(claim_ack(practice, "A2:20:PR", "WQ", "CIG-77"))
    (folder / "inbox" / "b.pdf").write_bytes(b"%PDF")
    house = ClearinghousePage(page).open()
    house.sync()
    expect(house.synced).to_contain_text("1 acknowledgement came in. 1 file left in the inbox.")
    expect(house.left).to_contain_text("It is a PDF.")
    expect(house.acknowledgements).to_contain_text("277CA · 1 accepted")
    for theme in ("light", "dark"):
        assert findings(page) == [], theme
        house.toggle_dark_mode()
    house.acknowledgements.get_by_role("link", name=NUMBER).click()
    claim = ClaimPage(page, NUMBER).arrived()
    expect(claim.main).to_contain_text("Accepted")
    with page.expect_download() as download:
        claim.main.get_by_role("link", name="Download 277CA file").click()
    assert download.value.path().read_bytes().startswith(b"ISA*00*")


def test_a_rejected_claim_says_what_to_mend_and_is_refiled(page: Page, practice: PracticeUnderTest, folder: Path):
    filed(page)
    (folder / "inbox" / "a.277").write_bytes(claim_ack(practice, "A3:33:IL", "U"))
    house = ClearinghousePage(page).open()
    house.sync()
    expect(house.acknowledgements).to_contain_text("Member ID not found")
    row = ClaimCenterPage(page).open("R-0412").row(NUMBER)
    expect(row.status).to_have_text("Rejected")
    claim = ClaimPage(page, NUMBER).open()
    expect(claim.main).to_contain_text("Rejected: member ID not found.")
    expect(claim.main).to_contain_text("Check the plan against the insurance card")
    expect(claim.main).to_contain_text("Cigna sent it back.")
    expect(claim.main.get_by_role("button", name="Fix and refile")).to_be_visible()


def test_what_waits_in_the_demo_inbox_sends_a_claim_back_which_is_fixed_and_refiled(
    page: Page, practice: PracticeUnderTest, folder: Path
):
    with practice.transaction() as db:
        for name, content in waiting_acks(db, first_clinician(db), now()).items():
            (folder / "inbox" / name).write_bytes(content)
    house = ClearinghousePage(page).open()
    house.sync()
    expect(house.synced).to_contain_text("3 acknowledgements came in.")
    expect(ClaimPage(page, "C-1050").open().main).to_contain_text("Accepted")
    claim = ClaimPage(page, "C-1053").open()
    expect(claim.main).to_contain_text("Rejected: diagnosis is not right.")
    claim.main.get_by_role("button", name="Fix and refile").click()
    page.get_by_test_id(testids.FILE_CLAIM_DIALOG).get_by_role("button", name="Submit").click()
    expect(claim.status).to_have_text("Filed")
    (sent,) = (folder / "outbox").iterdir()
    assert "CLM*C-1053*160***11:B:1*" in sent.read_text()


def test_a_server_is_pinned_only_after_its_key_was_looked_at_and_a_claim_is_filed_when_it_has_arrived(
    page: Page, practice: PracticeUnderTest, openssh: OpenSshServer
):
    house = ClearinghousePage(page).open()
    form = house.edit()
    form.fill(way="SFTP server")
    form.save()
    expect(form.summary).to_be_focused()
    expect(form.summary).to_contain_text("Enter the host")
    form.fill(
        way="SFTP server", host="127.0.0.1", port=str(openssh.port), username=openssh.user, sign_in="Key",
        kept_in="File in the folder of secrets", secret_name="clearinghouse_key",
    )  # fmt: skip
    form.save()
    expect(form.shown_key).to_contain_text("SHA256:")
    assert findings(page) == []
    form.save()
    expect(form.root).to_be_hidden()
    expect(house.tried).to_contain_text("The connection works")
    expect(house.connection).to_contain_text(f"127.0.0.1, port {openssh.port}")
    filed(page)
    assert len(openssh.sent()) == 1


def test_a_server_that_is_gone_leaves_the_claim_waiting_and_send_now_sends_it(
    page: Page, practice: PracticeUnderTest, openssh: OpenSshServer
):
    with practice.transaction() as db:
        told = {"kept_in": "file", "secret_name": "clearinghouse_key"}
        db.add(connection_to(openssh, practice_id=first_clinician(db).practice_id, **told))
    openssh.stop()
    row = ClaimCenterPage(page).open("R-0412").row(NUMBER)
    row.file().submit()
    expect(row.root).to_contain_text("does not answer")
    expect(row.status).to_have_text("Waiting to send")
    house = ClearinghousePage(page).open()
    expect(house.waiting).to_contain_text("1 file waits to be sent")
    expect(house.navigation).to_contain_text("Clearinghouse")
    openssh.start()
    house.send()
    expect(house.waiting).to_be_hidden()
    expect(ClaimCenterPage(page).open("R-0412").row(NUMBER).status).to_have_text("Filed")
    assert len(openssh.sent()) == 1
