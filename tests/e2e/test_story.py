"""The whole story, as one person does it: from no plan to a secondary claim in her hands."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mbp_claims import testids
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from mbp_claims.x12.gate import gate
from tests.e2e.kept_rows import asked
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured

NO_PRIMARY = "There must be an active primary plan to enter a secondary plan."
SECONDARY_FIRST = "You cannot delete a primary plan without first removing the secondary plan."
GOLDEN = Path("tests/x12/files/golden/ex1")
OWN = {"ISA": (9, 10, 13), "GS": (4, 5, 6), "BHT": (3, 4, 5), "GE": (2,), "IEA": (2,)}
"""Elements that are the file's own: its control numbers, its dates and times."""


WINDOWS = {"320 px wide": (320, 640), "at 200 % zoom": (680, 450)}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_from_no_plan_to_a_secondary_claim_that_pyx12_calls_valid(page: Page, practice: PracticeUnderTest):
    _tell(page, practice)


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_the_whole_story_in_a_small_window(page: Page, practice: PracticeUnderTest, window: tuple[int, int]):
    """A screen of 1360 by 900 at 200 % shows as much as one of half the size; nothing has to be pushed sideways."""
    page.set_viewport_size({"width": window[0], "height": window[1]})
    _tell(page, practice)


def _tell(page: Page, practice: PracticeUnderTest) -> None:
    practice.load_scenario("empty")
    chart = _add_rowan(page)
    for step in (
        lambda: _add_both_plans(chart), lambda: _be_refused_to_delete_the_primary(chart),
        lambda: _bill_a_session(chart), lambda: _file_the_primary(chart), lambda: _import_its_era(page),
        lambda: _file_the_secondary(chart), lambda: _download_it(page, practice),
    ):  # fmt: skip
        step()
        assert page.evaluate(OVERFLOW) <= 0


def _add_rowan(page: Page) -> ClaimCenterPage:
    clients = ClientsPage(page).open()
    expect(page.get_by_text("Add a client to start billing.")).to_be_visible()
    form = clients.add_client().fill(
        first_name="Rowan", last_name="Ellis", born="3/14/88", sex="U", address="27 Thistledown Row",
        city="Portland", state="ME", zip="04101", phone="(207) 555-0112",
    )  # fmt: skip
    form.submit()
    chart = ClaimCenterPage(page)
    expect(chart.client).to_have_text("Rowan Ellis")
    expect(chart.plans).to_contain_text("No insurance plans yet. Add the primary plan first.")
    return chart


def _add_both_plans(chart: ClaimCenterPage) -> None:
    form = chart.add_plan().fill("Aetna", "W2186 40937")
    form.secondary.check()
    form.submit()
    expect(form.problems).to_have_text([NO_PRIMARY])
    expect(form.summary).to_be_focused()
    expect(form.member_id).to_have_value("W2186 40937")
    form.secondary.uncheck()
    form.submit()
    expect(form.root).to_be_hidden()
    expect(chart.toast("Aetna added as primary plan.")).to_be_visible()
    expect(chart.primary("Aetna").root).to_be_focused()
    expect(chart.primary("Aetna").letter).to_have_text("P")
    second = chart.add_plan().fill("Cigna", "U7741 05528", "07/01/2026")
    expect(second.secondary).to_be_checked()
    second.submit()
    expect(chart.secondary("Cigna").letter).to_have_text("S")


def _be_refused_to_delete_the_primary(chart: ClaimCenterPage) -> None:
    refusal = chart.primary("Aetna").try_to_delete()
    expect(refusal.root.get_by_role("heading")).to_have_text(SECONDARY_FIRST)
    expect(refusal.root).to_contain_text("Cigna is the active secondary plan.")
    expect(refusal.root.get_by_role("button", name="Keep plan")).to_be_focused()
    refusal.answer("Keep plan")
    expect(refusal.root).to_be_hidden()
    expect(chart.cards).to_have_count(2)


def _bill_a_session(chart: ClaimCenterPage) -> None:
    claim = chart.new_claim()
    claim.date.fill("11/17/26")
    claim.set_diagnosis(1, "F41.1")
    claim.line(1).fill("90837", "160")
    expect(claim.will_be_billed).to_contain_text("Aetna, primary")
    expect(claim.will_be_billed).to_contain_text("then Cigna")
    expect(claim.total).to_have_text("$160.00")
    claim.submit()
    expect(chart.row("C-1001").status).to_have_text("Ready to file")
    expect(chart.row("C-1001").root).to_contain_text("then SCigna")
    expect(chart.row("C-1001").actions).to_be_focused()


def _file_the_primary(chart: ClaimCenterPage) -> None:
    form = chart.row("C-1001").file()
    expect(form.bill).to_have_text("$160.00")
    form.submit()
    expect(chart.toast("Claim C-1001 filed to Aetna for $160.00.")).to_be_visible()
    expect(chart.row("C-1001").status).to_have_text("Filed")
    expect(chart.filed).to_contain_text("C-1001")
    expect(chart.row("C-1001-S").root).to_have_count(0)


def _import_its_era(page: Page) -> None:
    inbox = EraInboxPage(page).open()
    expect(page.get_by_text("No ERAs yet")).to_be_visible()
    era = inbox.import_era(coinsured("C-1001", "20261117").file())
    expect(era.heading).to_have_text("Aetna, $92.80")
    expect(era.adds_up).to_contain_text("$92.80 = $92.80")
    expect(era.claim("C-1001")).to_contain_text("Completes C-1001")
    expect(era.claim("C-1001")).to_contain_text("C-1001-S appears under Pending Claims, $23.20 to Cigna.")
    expect(era.post_bar).to_contain_text("Post 1 payment, $92.80")
    era.post()
    expect(era.toast("1 payment posted. 1 secondary claim is ready to file.")).to_be_visible()
    expect(era.claim("C-1001")).to_contain_text("C-1001-S, $23.20 to Cigna")
    expect(era.live_region).to_have_text("1 payment posted. 1 secondary claim is ready to file.")


def _file_the_secondary(chart: ClaimCenterPage) -> None:
    ClientsPage(chart.page).open().chart_of("Rowan Ellis")
    row = chart.row("C-1001-S")
    expect(row.status).to_have_text("Ready to file")
    expect(row.root).to_contain_text("ERA filled in 3 amounts")
    expect(row.root).to_contain_text("$23.20")
    items = ["File Claim", "View details", "View primary claim", "View primary ERA", "Print claim form",
             "Mark as not billable"]  # fmt: skip
    expect(row.open_menu()).to_have_text(items)
    chart.page.keyboard.press("Escape")
    form = row.file()
    expect(form.banner).to_contain_text("Filled in from the ERA. Aetna, 11/20/2026, check 90010001.")
    expect(form.adjustment(1).group).to_have_value("CO")
    expect(form.adjustment(1).reason).to_have_value(re.compile("^45 "))
    expect(form.adjustment(1).amount).to_have_value("44.00")
    expect(form.adjustment(2).group).to_have_value("PR")
    expect(form.adjustment(2).reason).to_have_value(re.compile("^2 "))
    expect(form.adjustment(2).amount).to_have_value("23.20")
    expect(form.equation()).to_match_aria_snapshot("- status: $160.00 charge = $92.80 paid + $67.20 adjusted Balanced")
    expect(form.balance()).to_have_text("Balanced")
    expect(form.bill).to_have_text("$23.20")
    expect(form.submit_button).to_be_focused()
    form.submit()
    expect(form.root).to_be_hidden()
    expect(chart.toast("Claim C-1001-S filed to Cigna for $23.20.")).to_be_visible()
    expect(row.status).to_have_text("Filed")
    expect(chart.pending).to_contain_text("All caught up. Nothing is waiting to be filed.")


def _download_it(page: Page, practice: PracticeUnderTest) -> None:
    claim = ClaimPage(page, "C-1001-S").open()
    expect(claim.heading).to_have_text("Claim C-1001-S")
    expect(claim.status).to_have_text("Filed")
    expect(claim.timeline.first).to_contain_text("C-1001-S filed to Cigna")
    expect(claim.timeline.first).to_contain_text("Waiting to send → Filed · June Marlow, LCSW")
    text = claim.download_837().read_text()
    assert gate(text) == []
    assert "SBR*S*18*" in text and "SVD*60054*92.8*HC:90837**1~" in text
    assert asked(practice, "SELECT status FROM claim WHERE number = 'C-1001-S'") == [("filed",)]


def test_the_golden_example_comes_out_segment_by_segment(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("golden-ex1")
    era = EraInboxPage(page).open().import_era(GOLDEN / "primary.835")
    expect(era.claim("CHC-2026-0001")).to_contain_text("$106.00 to Northwind Mutual")
    era.post()
    expect(era.claim("CHC-2026-0001")).to_contain_text("Ready to file")
    claim = ClaimPage(page, "CHC-2026-0001-S").open()
    form = claim.file()
    expect(form.balance(1)).to_have_text("Balanced")
    expect(form.balance(2)).to_have_text("Balanced")
    expect(form.bill).to_have_text("$106.00")
    form.submit()
    expect(claim.status).to_have_text("Filed")
    written = _segments(claim.download_837())
    assert written == _segments(GOLDEN / "secondary.837p")
    assert claim.download_835().read_bytes() == (GOLDEN / "primary.835").read_bytes()


def _segments(file: Path) -> list[list[str]]:
    """What the file says, without what is its own."""
    found = [segment.strip().split("*") for segment in file.read_text().split("~") if segment.strip()]
    return [_shared(elements) for elements in found]


def _shared(elements: list[str]) -> list[str]:
    own = OWN.get(elements[0], ())
    return ["…" if place in own else element for place, element in enumerate(elements)]


def test_the_claims_own_test_ids_are_where_the_contract_says(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    expect(chart.primary("Aetna").root).to_have_attribute("data-testid", testids.PLAN_CARD_PRIMARY)
    expect(chart.secondary("Cigna").root).to_have_attribute("data-testid", testids.PLAN_CARD_SECONDARY)
    expect(page.get_by_test_id(testids.PLAN_BADGE_P)).to_have_text("P")
    expect(page.get_by_test_id(testids.PLAN_BADGE_S)).to_have_text("S")
