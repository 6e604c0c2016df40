"""assets/mbp.js by itself, on a page of a few lines: opening, asking, submitting once, typing, where focus goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

SCRIPT = Path(__file__).parent.parent.parent / "assets" / "mbp.js"
FORM = """
<main><h1>Page</h1><button id="opener" data-opens="form">Open</button><button id="next">Next</button>
<button id="slow" data-opens="form" data-waits>Open slowly</button></main>
<dialog id="form" aria-label="Form" data-guard="form-discard" data-key="1" tabindex="-1">
  <button data-leaves="form">Close</button>
  <form id="f">
    <label>Name <input name="name" value="Rowan"></label>
    <label>Amount <input name="amount" data-money></label>
    <label>Date <input name="date" data-date></label>
    <section data-rows><div id="rows"></div><button type="button" data-adds onclick="add()">Add</button></section>
    <input type="hidden" name="anyway" value="">
  </form>
  <button class="submit" type="submit" form="f">Submit</button>
</dialog>
<dialog id="form-discard" role="alertdialog" aria-label="Discard?">
  <button data-closes="form-discard" data-first>Keep editing</button>
  <button data-closes="form-discard form">Discard</button>
</dialog>
<dialog id="zero" role="alertdialog" aria-label="Zero?">
  <button data-closes="zero" data-first>Go back</button><button data-submits="f" data-name="anyway">Anyway</button>
</dialog>
<script>
  const sent = [];
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    sent.push(Object.fromEntries(new FormData(event.target)));
  });
  const later = (change) => setTimeout(change, 20);
  let made = 0;
  function add() {
    const id = ++made;
    later(() => document.getElementById("rows").insertAdjacentHTML("beforeend", `<div data-row="${id}">
      <input aria-label="Row ${id}" name="row-${id}">
      <button type="button" data-removes onclick="later(() => this.parentElement.remove())">Remove ${id}</button>
      </div>`));
  }
</script>
"""


@pytest.fixture
def form_page(browser: Browser) -> Iterator[Page]:
    """The page, with the script loaded as the app loads it: before anything else."""
    page = browser.new_page()
    page.set_content(f"<script>{SCRIPT.read_text()}</script>{FORM}")
    yield page
    page.close()


def opened(page: Page):
    page.get_by_role("button", name="Open", exact=True).click()
    dialog = page.get_by_role("dialog", name="Form")
    expect(dialog).to_be_visible()
    return dialog


def test_a_dialog_opens_on_its_first_field_and_gives_focus_back(form_page: Page):
    dialog = opened(form_page)
    expect(dialog.get_by_label("Name")).to_be_focused()
    form_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(form_page.locator("#opener")).to_be_focused()


def test_focus_goes_where_the_closing_says_when_that_is_there(form_page: Page):
    opened(form_page)
    form_page.evaluate("mbp.close('form', '#not-there', '#next')")
    expect(form_page.locator("#next")).to_be_focused()


def test_focus_falls_back_to_the_heading_when_what_opened_it_is_gone(form_page: Page):
    opened(form_page)
    form_page.evaluate("document.getElementById('opener').remove(); mbp.close('form')")
    expect(form_page.get_by_role("heading", name="Page")).to_be_focused()


def test_who_goes_on_with_the_mouse_meanwhile_keeps_the_focus(form_page: Page):
    """What is to have it may not be there yet; a menu that was opened meanwhile would close again."""
    opened(form_page)
    form_page.evaluate("document.getElementById('opener').remove(); mbp.close('form', '#not-there-yet')")
    form_page.locator("#next").click()
    form_page.evaluate("async () => { for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame); }")
    expect(form_page.locator("#next")).to_be_focused()


def test_typing_is_not_lost_without_asking(form_page: Page):
    dialog = opened(form_page)
    dialog.get_by_label("Name").fill("Rowan Ellis")
    form_page.keyboard.press("Escape")
    alert = form_page.get_by_role("alertdialog", name="Discard?")
    expect(alert.get_by_role("button", name="Keep editing")).to_be_focused()
    form_page.keyboard.press("Enter")
    expect(alert).to_be_hidden()
    expect(dialog.get_by_label("Name")).to_be_focused()
    expect(dialog.get_by_label("Name")).to_have_value("Rowan Ellis")
    dialog.get_by_role("button", name="Close").click()
    alert.get_by_role("button", name="Discard").click()
    expect(dialog).to_be_hidden()
    expect(form_page.locator("#opener")).to_be_focused()


def test_a_form_is_sent_once_until_the_answer_is_there(form_page: Page):
    dialog = opened(form_page)
    submit = dialog.get_by_role("button", name="Submit")
    submit.dblclick(force=True)
    form_page.keyboard.press("Control+Enter")
    assert form_page.evaluate("sent.length") == 1
    expect(submit).to_have_attribute("aria-disabled", "true")
    form_page.evaluate("document.getElementById('f').innerHTML += '<p tabindex=-1 data-summary>Wrong</p>'")
    form_page.evaluate("mbp.problem('form')")
    expect(form_page.get_by_text("Wrong")).to_be_focused()
    form_page.keyboard.press("Control+Enter")
    assert form_page.evaluate("sent.length") == 2


def test_what_was_asked_before_filing_travels_with_the_form_only_that_time(form_page: Page):
    opened(form_page)
    form_page.keyboard.press("Control+Enter")
    form_page.evaluate("mbp.open('zero')")
    form_page.get_by_role("button", name="Anyway").click()
    assert form_page.evaluate("sent.map(({ anyway }) => anyway)") == ["", "yes"]
    form_page.evaluate("mbp.problem('form')")
    form_page.keyboard.press("Control+Enter")
    assert form_page.evaluate("sent.map(({ anyway }) => anyway)") == ["", "yes", ""]


def test_a_dialog_that_waits_for_its_content_takes_focus_and_hands_it_on(form_page: Page):
    form_page.locator("#slow").click()
    dialog = form_page.get_by_role("dialog", name="Form")
    expect(dialog).to_have_attribute("data-waiting", "")
    expect(dialog).to_be_focused()
    form_page.evaluate("document.getElementById('form').dataset.key = '2'")
    expect(dialog).not_to_have_attribute("data-waiting", "")
    expect(dialog.get_by_label("Name")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("23.2", "23.20"), ("$1,234.50", "1234.50"), ("-4", "-4.00"), ("007", "7.00"), (".5", "0.50"),
     ("23.205", "23.205"), ("12,34", "12,34"), ("--4", "--4"), ("abc", "abc"), ("", "")],
)  # fmt: skip
def test_amounts_are_rewritten_when_left_and_never_rounded(form_page: Page, typed: str, kept: str):
    amount = opened(form_page).get_by_label("Amount")
    amount.fill(typed)
    amount.blur()
    expect(amount).to_have_value(kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("7/1/26", "07/01/2026"), ("07012026", "07/01/2026"), ("2026-07-01", "07/01/2026"), ("3.14.1988", "03/14/1988"),
     ("3/14/88", "03/14/1988"), ("02/29/2026", "02/29/2026"), ("2/30/26", "2/30/26"), ("13/1/2026", "13/1/2026"),
     ("soon", "soon")],
)  # fmt: skip
def test_dates_are_rewritten_when_left_and_only_real_ones(form_page: Page, typed: str, kept: str):
    day = opened(form_page).get_by_label("Date")
    day.fill(typed)
    day.blur()
    expect(day).to_have_value(kept)


def test_focus_follows_rows_that_come_and_go(form_page: Page):
    dialog = opened(form_page)
    dialog.get_by_role("button", name="Add").click()
    expect(dialog.get_by_label("Row 1")).to_be_focused()
    form_page.keyboard.press("Alt+n")
    expect(dialog.get_by_label("Row 2")).to_be_focused()
    dialog.get_by_role("button", name="Remove 1").click()
    expect(dialog.get_by_role("button", name="Remove 2")).to_be_focused()
    form_page.keyboard.press("Enter")
    expect(dialog.get_by_role("button", name="Add")).to_be_focused()


def test_what_an_open_dialog_shows_is_not_said_besides(form_page: Page):
    said = form_page.evaluate("""() => {
        const said = [], toast = { success: (words) => said.push(words) };
        const tell = (words) => mbp.told([["unlessOpen", "form", "said", words]], toast, () => {});
        tell("While it is shut.");
        mbp.open("form");
        tell("While it is open.");
        return said;
    }""")
    assert said == ["While it is shut."]


ROWS = "".join(
    f'<tr id="row-{n}"><td><a href="#{n}">Claim {n}</a><button aria-haspopup="menu">Actions {n}</button></td></tr>'
    for n in (1, 2, 3)
)


def test_the_focus_of_a_row_that_others_take_away_goes_to_the_same_place_of_the_next(form_page: Page):
    form_page.evaluate(
        "rows => document.querySelector('main').insertAdjacentHTML('beforeend', rows)", f"<table><tbody>{ROWS}"
    )
    form_page.get_by_role("button", name="Actions 2").focus()
    form_page.evaluate("document.getElementById('row-1').remove()")
    expect(form_page.get_by_role("button", name="Actions 2")).to_be_focused()
    form_page.evaluate("document.getElementById('row-2').remove()")
    expect(form_page.get_by_role("button", name="Actions 3")).to_be_focused()
    form_page.get_by_role("button", name="Next").focus()
    form_page.evaluate("document.getElementById('row-3').remove()")
    expect(form_page.get_by_role("button", name="Next")).to_be_focused()
