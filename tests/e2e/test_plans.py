"""Insurance plans in the chart: entered, mended, ended, deleted and brought back."""

import io

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.kept_rows import asked
from tests.e2e.practice import PracticeUnderTest


@pytest.fixture
def chart(page: Page, practice: PracticeUnderTest) -> ClaimCenterPage:
    """Rowan with Aetna first and Cigna second; no claims."""
    practice.load_scenario("primary-and-secondary")
    return ClaimCenterPage(page).open("R-0412")


def test_a_plan_is_mended(chart: ClaimCenterPage):
    form = chart.secondary("Cigna").edit()
    expect(form.member_id).to_have_value("U774105528")
    expect(form.secondary).to_be_checked()
    expect(form.subscriber_field("First name")).to_have_value("Dana")
    form.member_id.fill("U7741-0552-9")
    form.copay.fill("25")
    form.submit()
    expect(form.root).to_be_hidden()
    expect(chart.toast("Cigna saved.")).to_be_visible()
    expect(chart.secondary("Cigna").root).to_contain_text("U7741 05529")
    expect(chart.secondary("Cigna").root).to_contain_text("$25.00")


def test_what_is_missing_is_told_in_the_order_of_the_form_and_while_it_is_mended(chart: ClaimCenterPage):
    form = chart.add_plan()
    form.payer.fill("Blue")
    form.copay.fill("free")
    form.relationship.select_option("Spouse")
    form.ends.fill("2/30/2026")
    form.submit()
    expect(form.problems).to_have_text(
        [
            "Choose a payer from the list, or add “Blue” as a new payer",
            "Enter the member ID",
            "Copay must be an amount, like 25.00",
            "Enter the subscriber’s first name",
            "Enter the subscriber’s last name",
            "Enter the subscriber’s date of birth",
            "Choose the sex on file with the payer",
            "Enter the effective date",
            "End date must be a real date, like 12/31/2026",
            "There is already an active primary plan (Aetna). End it first, or check Secondary.",
        ]
    )
    form.problems.filter(has_text="member ID").click()
    expect(form.member_id).to_be_focused()
    expect(form.member_id).to_have_accessible_description("Enter the member ID")
    form.member_id.fill("W218640937")
    form.member_id.press("Tab")
    expect(form.problems.filter(has_text="member ID")).to_have_count(0)
    expect(form.member_id).to_have_attribute("aria-invalid", "false")


def test_a_dependents_plan_asks_for_its_subscriber(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.add_plan().fill("Cigna", "U774105528")
    expect(form.subscriber).to_be_hidden()
    form.relationship.select_option("Child")
    expect(form.subscriber).to_be_visible()
    form.subscriber_field("First name").fill("Marisol")
    form.subscriber_field("Last name").fill("Ellis")
    form.subscriber_field("Date of birth").fill("5/2/1961")
    form.subscriber_field("Sex on file with the payer").select_option("Female")
    expect(form.subscriber_field("City")).to_be_hidden()
    words = form.subscriber.get_by_text("Same address as the client").bounding_box()
    assert words and words["height"] < 30, "One line beside its box"
    form.same_address.uncheck()
    form.subscriber_field("Address").fill("9 Cedar Court")
    form.subscriber_field("City").fill("Bath")
    form.subscriber_field("State").select_option("ME")
    form.subscriber_field("ZIP code").fill("04530")
    form.submit()
    expect(chart.secondary("Cigna").root).to_contain_text("Marisol Ellis (child)")
    kept = "SELECT subscriber_born, subscriber_city, subscriber_zip FROM plan WHERE rank = 'secondary'"
    assert asked(practice, kept) == [("1961-05-02", "Bath", "04530")]


def test_medicare_second_is_asked_why(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.add_plan().fill("Medicare Part B, Maine", "1EG4TE5MK73")
    expect(form.why_second).to_be_visible()
    form.secondary.uncheck()
    expect(form.why_second).to_be_hidden()
    form.secondary.check()
    form.submit()
    expect(form.problems).to_have_text(["Choose why Medicare pays second"])
    form.why_second.select_option("12")
    form.submit()
    expect(chart.secondary("Medicare Part B, Maine").root).to_be_visible()
    assert asked(practice, "SELECT msp_type FROM plan WHERE rank = 'secondary'") == [("12",)]


def test_a_payer_that_is_not_on_the_list_is_added(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("empty")
    with practice.transaction() as db:
        _add_lior(db)
    chart = ClaimCenterPage(page).open("R-0401")
    form = chart.add_plan()
    form.payer.fill("Lighthouse Keepers Fund")
    expect(form.root.get_by_text("No payer matches “Lighthouse Keepers Fund”.")).to_be_visible()
    form.root.get_by_role("option", name="Add “Lighthouse Keepers Fund” as a new payer").click()
    form.member_id.fill("LK 12")
    form.effective.fill("1/1/26")
    form.submit()
    expect(chart.primary("Lighthouse Keepers Fund").root).to_be_visible()


def _add_lior(db) -> None:
    from mbp_claims.actions.add_client import add_client
    from mbp_claims.db.clinicians import first_clinician

    add_client(db, first_clinician(db), {"first_name": "Lior", "last_name": "Vance", "born": "1998-10-23", "sex": "M"})


def test_a_plan_ends_on_a_day(chart: ClaimCenterPage):
    dialog = chart.secondary("Cigna").end("12/5/26")
    expect(dialog.root).to_be_hidden()
    expect(chart.toast("Cigna ends 12/05/2026.")).to_be_visible()
    expect(chart.secondary("Cigna").root).to_contain_text("Ends in 12 days")
    expect(chart.secondary("Cigna").letter).to_have_text("S")


def test_an_ended_plan_has_no_letter_and_lies_with_the_past_ones(chart: ClaimCenterPage):
    chart.secondary("Cigna").end("11/20/2026")
    expect(chart.past_plans).to_contain_text("Past plans (1)")
    expect(chart.secondary("Cigna").root).to_have_count(0)
    chart.past_plans.get_by_text("Past plans").click()
    expect(chart.other("Cigna").root).to_contain_text("Ended 11/20/2026")
    expect(chart.other("Cigna").letter).to_have_count(0)


def test_a_plan_cannot_end_before_it_began(chart: ClaimCenterPage):
    dialog = chart.secondary("Cigna").end("1/1/2020")
    expect(dialog.problems).to_have_text(["End date must be on or after the effective date"])


def test_a_plan_is_made_inactive_at_once(chart: ClaimCenterPage):
    chart.secondary("Cigna").choose("Make inactive")
    expect(chart.toast("Plan made inactive.")).to_be_visible()
    expect(chart.past_plans).to_contain_text("Past plans (1)")


def test_a_primary_is_not_made_inactive_from_under_its_secondary(chart: ClaimCenterPage):
    chart.primary("Aetna").choose("Make inactive")
    told = "Cigna is the active secondary plan behind this one. End or remove Cigna first."
    expect(chart.toast(told)).to_be_visible()
    expect(chart.cards).to_have_count(2)


def test_the_refused_deletion_offers_to_remove_the_secondary_first(chart: ClaimCenterPage):
    chart.primary("Aetna").try_to_delete().answer("Remove secondary plan")
    question = chart.secondary("Cigna").deletion
    expect(question.root).to_contain_text("It has no claims.")
    question.answer("Delete plan")
    expect(chart.toast("Cigna plan deleted.")).to_be_visible()
    expect(chart.secondary("Cigna").root).to_have_count(0)
    chart.primary("Aetna").delete().answer("Delete plan")
    expect(chart.plans).to_contain_text("No insurance plans yet. Add the primary plan first.")


def test_a_plan_that_starts_later_has_no_letter(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    chart.add_plan().fill("Cigna", "U774105528", "01/01/2027").submit()
    expect(chart.other("Cigna").root).to_contain_text("Starts 01/01/2027")
    expect(chart.other("Cigna").letter).to_have_count(0)


def test_a_card_is_kept_with_its_plan(chart: ClaimCenterPage):
    form = chart.primary("Aetna").edit()
    form.choose_card("back", _file("card.txt", b"not a picture"))
    expect(form.root.get_by_text("The file must be a JPG, PNG, HEIC or PDF")).to_be_visible()
    form.choose_card("front", _file("aetna.jpg", _picture()))
    expect(form.root.get_by_role("button", name="Insurance card, front: choose another file")).to_be_visible()
    form.submit()
    expect(form.root).to_be_hidden()
    dialog = chart.primary("Aetna").view_card()
    image = dialog.get_by_role("img", name="Front of Aetna insurance card")
    expect(image).to_be_visible()
    expect(image).to_have_js_property("naturalWidth", 32)
    expect(dialog.get_by_role("img", name="Back of Aetna insurance card")).to_have_count(0)


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (32, 20), "teal").save(drawn, "JPEG")
    return drawn.getvalue()


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}
