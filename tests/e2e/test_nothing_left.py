"""What lies on the disk while somebody works: the database, and nothing beside it that says anything of anybody."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mbp_claims import routes
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.practice import PracticeUnderTest

LINUX = Path("/proc/self/status").exists()


def test_what_a_screen_shows_and_what_was_uploaded_is_not_on_the_disk(page: Page, practice: PracticeUnderTest):
    ClaimCenterPage(page).open("R-0412")
    page.goto(routes.ERAS)
    refused = {"name": "mine.835", "mimeType": "text/plain", "buffer": b"ISA*00*" + b"Zebulon " * 300_000}
    page.locator("input[type=file]").first.set_input_files(refused)
    expect(page.get_by_text("Nothing was saved.").first).to_be_visible()
    kept = [path for path in practice.folder.rglob("*") if path.is_file() and path.name != "server.log"]
    beside = [path for path in kept if not path.name.startswith(("practice.db", "marked.db"))]
    assert {path.relative_to(practice.folder).parts[0] for path in beside} <= {"demo", "clearinghouse", "secrets"}
    assert not [path for path in kept if b"Zebulon " * 9 in path.read_bytes()]
    assert not list(Path("uploaded_files").glob("*"))
    assert practice.database.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not LINUX, reason="asks /proc, which Linux has")
def test_what_the_server_writes_is_its_owners_and_its_memory_is_never_written(practice: PracticeUnderTest):
    told = Path(f"/proc/{practice.running.pid}")
    status = dict(line.partition(":")[::2] for line in (told / "status").read_text().splitlines())
    assert status["Umask"].strip() == "0077"
    (cores,) = [line for line in (told / "limits").read_text().splitlines() if line.startswith("Max core file size")]
    assert cores.split()[4:6] == ["0", "0"]
