"""The printed form: every letter lies within the box that it belongs to, on any paper and with any printer."""

from dataclasses import replace

import pytest
from filings import golden_filing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import Letter, eob, letters, paper, words

from mbp_claims.domain.filing import Filing
from mbp_claims.domain.paper_rules import missing_on_paper
from mbp_claims.domain.paper_terms import FormPrinter
from mbp_claims.paper.claim_form import form_pages
from mbp_claims.paper.grid import COLUMN, DESCENT, LINE, PAGE, Box, boxes
from mbp_claims.paper.printing import print_claim, print_test

EXAMPLES = ("ex1", "ex3", "ex4", "ex5")
HAIR = 0.8
"""A letter may lean over the edge of its cell by that much."""


def within(box: Box, one: Letter) -> bool:
    x, foot = box.x, box.baseline - DESCENT
    return (
        x - HAIR <= one.left and one.right <= x + box.width * COLUMN + HAIR
        and foot - HAIR <= one.bottom and one.top <= foot + LINE + HAIR
    )  # fmt: skip


def read(page: list[Letter]) -> dict[str, str]:
    """The text of each box that has any; AssertionError for a letter that is in none."""
    found: dict[str, str] = {}
    for one in page:
        homes = [box for box in boxes().values() if within(box, one)]
        assert homes, one
        for box in homes:
            found[box.key] = found.get(box.key, "") + one.text
    return found


def told(of: dict[str, str]) -> dict[str, str]:
    return {key: text.replace(" ", "") for key, text in of.items()}


def form_only(filing: Filing, printer: FormPrinter | None = None) -> bytes:
    return print_claim(paper(filing, printer, eob=None))


def assert_each_box_reads_as_it_says(filing: Filing) -> None:
    for page, said in zip(letters(form_only(filing)), form_pages(paper(filing)), strict=True):
        found = read(page)
        for key, text in told(said).items():
            # The word CONTINUED covers the two columns of the total.
            assert found[key] == text, key


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_box_reads_as_it_says(example: str):
    assert_each_box_reads_as_it_says(golden_filing(example))


def test_boxes_do_not_lie_on_each_other():
    """But for the one word that takes the place of a total."""
    cells: dict[tuple[int, int], str] = {}
    for box in boxes().values():
        if box.key == "28.continued":
            continue
        for column in range(box.column, box.column + box.width):
            assert cells.setdefault((box.line, column), box.key) == box.key, box.key
    assert max(column for _, column in cells) <= 79
    assert max(line for line, _ in cells) <= 64


def test_ten_letters_an_inch_and_six_lines_an_inch():
    (page,) = letters(form_only(golden_filing("ex1")))
    signature = [one for one in page if within(boxes()["12"], one)]
    assert signature[9].left - signature[0].left == pytest.approx(10 * COLUMN, abs=1.5), "SIGNATURE ON"
    assert boxes()["2"].baseline - boxes()["5.street"].baseline == 2 * LINE


def test_money_ends_at_the_line_before_the_cents():
    filing = golden_filing("ex3")
    (page,) = letters(form_only(filing))
    for key in ("24f.dollars.1", "24f.dollars.2", "28.dollars", "29.dollars"):
        box = boxes()[key]
        rightmost = max(one.right for one in page if within(box, one))
        assert box.x + box.width * COLUMN - rightmost < COLUMN / 2, key


def test_the_printer_moves_everything_by_the_same():
    here = letters(form_only(golden_filing("ex1")))[0]
    moved = letters(form_only(golden_filing("ex1"), FormPrinter(practice_id=1, right=15, down=-20)))[0]
    for one, other in zip(here, moved, strict=True):
        assert other.left - one.left == pytest.approx(15 / 10 * 72 / 25.4, abs=0.01)
        assert other.bottom - one.bottom == pytest.approx(20 / 10 * 72 / 25.4, abs=0.01)


def test_on_the_pre_printed_form_there_is_nothing_but_what_the_boxes_say():
    (text,) = words(form_only(golden_filing("ex1")))
    assert "official" not in text
    (drawn,) = words(form_only(golden_filing("ex1"), FormPrinter(practice_id=1, lined=True)))
    assert "Not the official form." in drawn
    assert "Page 1 of 1." in drawn


def test_the_eob_stands_behind_the_form():
    filing = golden_filing("ex1")
    form, behind = words(print_claim(paper(filing)))
    assert "SIGNATURE ON FILE" in form
    assert "Explanation of benefits" in behind
    assert "Page 1 of 1" in behind
    assert len(words(print_claim(paper(replace(filing, lines=filing.lines[:1] * 7), eob=eob(filing))))) == 3


def test_the_test_page_has_an_x_wherever_a_letter_may_stand():
    (page,) = letters(print_test(FormPrinter(practice_id=1)))
    assert {box.key for box in boxes().values() if any(within(box, one) for one in page)} == boxes().keys()


def test_the_test_page_says_how_to_use_it_within_the_paper():
    pdf = print_test(FormPrinter(practice_id=1, right=15, down=-5))
    assert "Now moved 1.5 mm to the right and -0.5 mm down." in words(pdf)[0]
    assert all(one.bottom > 0 and one.top < PAGE[1] for one in letters(pdf)[0])


def test_the_pdf_names_no_person_in_its_title():
    assert b"Rowan" not in print_claim(paper(golden_filing("ex1"))).split(b"stream")[0]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
CENTS = st.integers(0, 99_999_999)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_claim_with_nothing_missing_fits_and_its_totals_add_up(data: st.DataObject):
    filing = golden_filing(data.draw(st.sampled_from(EXAMPLES)))
    client, practice = filing.client, filing.practice
    client.first_name, client.last_name, client.address, client.city = (data.draw(NAMES) for _ in range(4))
    practice.name, practice.address = data.draw(NAMES), data.draw(NAMES)
    filing.payer.name, filing.plan.name, filing.plan.group_number = (data.draw(NAMES) for _ in range(3))
    charges = data.draw(st.lists(CENTS, min_size=1, max_size=13))
    first = filing.lines[0].model_dump()
    lines = tuple(
        type(filing.lines[0])(**{**first, "position": n, "charge_cents": cents}) for n, cents in enumerate(charges, 1)
    )
    filing = replace(filing, lines=lines)
    if missing_on_paper(paper(filing)):
        return
    pages = form_pages(paper(filing))
    for page in pages:
        for key, text in page.items():
            assert text.isascii() and 0 < len(text) <= boxes()[key].width
    rows = [
        int(page[f"24f.dollars.{row}"] + page[f"24f.cents.{row}"])
        for page in pages for row in range(1, 7) if f"24f.cents.{row}" in page
    ]  # fmt: skip
    assert rows == charges
    assert int(pages[-1]["28.dollars"] + pages[-1]["28.cents"]) == sum(rows)
    assert all(one.left >= 0 and one.right <= PAGE[0] for page in letters(form_only(filing)) for one in page)
    assert_each_box_reads_as_it_says(filing)


def test_a_hyphen_at_the_end_of_a_box_is_read_as_one():
    filing = golden_filing("ex1")
    filing.client.address = "Rue Saint-"
    assert_each_box_reads_as_it_says(filing)
