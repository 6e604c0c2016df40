"""Clients: found, added, mended, and more of them than one page holds."""

from playwright.sync_api import Page, expect

from mbp_claims.actions.add_client import add_client
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.contact import ContactPage
from tests.e2e.practice import PracticeUnderTest


def test_the_list_says_who_has_which_plans_and_what_waits(page: Page):
    clients = ClientsPage(page).open()
    expect(clients.rows).to_have_count(8)
    expect(clients.count).to_have_text("8 clients")
    expect(clients.row("R-0412")).to_match_aria_snapshot(
        "- row /Rowan Ellis R-0412 03.14.1988 Primary and secondary 3 claims \\$151.20 11.17.2026/"
    )
    expect(clients.row("R-0433")).to_contain_text("No plan yet")


def test_a_client_is_found_by_name_birth_date_or_member_id(page: Page):
    clients = ClientsPage(page).open()
    for words in ("ellis", "rowan el", "03/14/1988", "W2186 40937", "40937"):
        clients.search(words)
        expect(clients.rows).to_have_count(1)
        expect(clients.rows).to_contain_text("Rowan Ellis")
        expect(clients.count).to_have_text("1 client")


def test_a_search_without_a_match_is_cleared_with_one_button(page: Page):
    clients = ClientsPage(page).open()
    clients.search("Nobody")
    expect(page.get_by_role("heading", name="No clients match “Nobody”.")).to_be_visible()
    clients.clear_search()
    expect(clients.rows).to_have_count(8)
    expect(clients.search_box).to_have_value("")


def test_only_those_with_pending_claims(page: Page):
    clients = ClientsPage(page).open()
    clients.pending_only.check()
    expect(clients.count).to_have_text("4 clients")
    expect(clients.rows).to_have_count(4)
    expect(clients.row("R-0398")).to_have_count(0)


def test_a_client_is_added_and_the_chart_opens(page: Page):
    form = ClientsPage(page).open().add_client()
    form.fill(first_name="Lumi", last_name="Aalto", born="1/2/90", sex="F")
    form.submit()
    chart = ClaimCenterPage(page)
    expect(chart.client).to_have_text("Lumi Aalto")
    expect(chart.main).to_contain_text("Born 01/02/1990 (36)")
    expect(chart.breadcrumb).to_contain_text("Lumi Aalto")


def test_what_is_wrong_is_told_beside_the_field_and_nothing_is_lost(page: Page):
    form = ClientsPage(page).open().add_client()
    form.fill(first_name="Lumi", born="1/2/2090", zip="12", phone="555", email="lumi")
    form.submit()
    expect(form.problems).to_have_text(
        [
            "Enter the last name",
            "Date of birth must be in the past",
            "Choose the sex on file with the payer",
            "ZIP code must be 5 or 9 digits",
            "Phone must be 10 digits, like (207) 555-0142",
            "Email must look like name@example.com",
        ]
    )
    expect(form.summary).to_be_focused()
    expect(form.box("First name")).to_have_value("Lumi")
    expect(form.root.get_by_role("textbox", name="ZIP code")).to_have_accessible_description(
        "ZIP code must be 5 or 9 digits"
    )


def test_contact_info_is_mended(page: Page):
    contact = ContactPage(page).open("R-0412")
    form = contact.edit()
    form.fill(city="Freeport", zip="04032", phone="207-555-0123")
    form.submit()
    expect(form.root).to_be_hidden()
    expect(contact.toast("Contact info saved.")).to_be_visible()
    expect(contact.facts).to_contain_text("Freeport, ME 04032")
    contact.reload()
    expect(contact.facts).to_contain_text("Freeport, ME 04032")


def test_the_tabs_of_a_chart_are_pages_of_their_own(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    chart.tabs.get_by_role("tab", name="Contact Info").click()
    expect(page).to_have_url("/clients/R-0412/contact")
    expect(ContactPage(page).facts).to_be_visible()
    page.go_back()
    expect(chart.plans).to_be_visible()
    expect(chart.tabs.get_by_role("tab", name="Claim Center")).to_have_attribute("aria-selected", "true")


def test_clients_come_fifty_to_a_page(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("empty")
    _add_clients(practice, 63)
    clients = ClientsPage(page).open()
    expect(clients.rows).to_have_count(50)
    expect(clients.main).to_contain_text("1–50 of 63")
    expect(clients.rows.first).to_contain_text("Avery Number01")
    clients.next()
    expect(clients.rows).to_have_count(13)
    expect(clients.main).to_contain_text("51–63 of 63")
    expect(clients.rows.first).to_contain_text("Avery Number51")
    clients.back()
    expect(clients.rows.first).to_contain_text("Avery Number01")
    clients.next()
    clients.search("Number6")
    expect(clients.rows).to_have_count(4)


def _add_clients(practice: PracticeUnderTest, count: int) -> None:
    with practice.transaction() as db:
        clinician = first_clinician(db)
        for number in range(1, count + 1):
            form = {"first_name": "Avery", "last_name": f"Number{number:02}", "born": "1990-01-02", "sex": "U"}
            add_client(db, clinician, form)


def test_an_address_that_is_no_clients_says_so(page: Page):
    chart = ClaimCenterPage(page).open("R-9999")
    expect(chart.heading).to_have_text("Client not found")
    expect(chart.main).to_contain_text("Check the address, or go back to your clients.")
    chart.main.get_by_role("link", name="Clients").click()
    expect(ClientsPage(page).table).to_be_visible()


def test_the_list_is_sorted_by_a_column_and_turned_round(page: Page):
    ClientsPage(page).open()
    head = page.get_by_role("columnheader", name="To bill")
    expect(head).to_have_attribute("aria-sort", "none")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    rows = page.get_by_role("table", name="Clients").locator("tbody").get_by_role("row")
    expect(rows.first).to_contain_text("$160.00")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).not_to_contain_text("$160.00")
