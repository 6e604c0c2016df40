"""Paper: what the practice says of it, printing without filing, and filing on it."""

import pytest
from papers import words
from sqlmodel import Session

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import check_batch, file_batch, file_claims, read_batch
from mbp_claims.actions.print_claim import keep_paper_terms, open_eob, open_form, open_printed, open_printing
from mbp_claims.db import clinicians, paper
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.paper_terms import PaperTerms, PrintedForm
from mbp_claims.domain.practice import Clinician
from tests import builders
from tests.desk import Desk, as_another

ON_PAPER = {"only": "on", "address": "PO Box 188061\nChattanooga, TN 37422"}


def practice_has(db: Session, clinician: Clinician, **changes: str) -> None:
    practice = clinicians.practice_of(db, clinician)
    for name, value in changes.items():
        setattr(practice, name, value)


@pytest.fixture
def second(desk: Desk, client: Client) -> Claim:
    """C-1001-S, ready to go to Cigna for $23.20."""
    desk.do(builders.both, client)
    return desk.do(builders.completed, client)[1]


def test_to_a_payer_of_paper_only_the_claim_is_filed_on_paper(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    filed = desk.do(file_claim, second.number, builders.COINSURED)
    assert (filed.claim.status, filed.form_id) == ("filed", 1)
    assert desk.rows(ClaimFile) == []
    assert desk.trail[-1] == ("C-1001-S filed on paper to Cigna", "pending", "filed")
    kept = desk.one(PrintedForm)
    assert (kept.name, kept.created_by) == ("C-1001-S-CMS-1500.pdf", "June Marlow, LCSW")
    form, behind = words(desk.do(open_printed, kept.id).content)
    for said in ("CIGNA", "PO BOX 188061", "CHATTANOOGA TN 37422", "ELLIS, ROWAN", "16000", "9280"):
        assert said in form
    assert "$160.00 charge = $92.80 paid" in behind


def test_filed_once_however_often_it_is_asked(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    desk.do(file_claim, second.number)
    again = desk.do(file_claim, second.number)
    assert again.already
    assert len(desk.rows(PrintedForm)) == 1


def test_what_is_missing_is_said_and_nothing_is_kept(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    desk.do(practice_has, tax_id="")
    refused = desk.refused(file_claim, second.number)
    assert list(refused.fields.values()) == ["Add the practice’s tax ID, 9 digits"]
    assert desk.rows(PrintedForm) == []
    assert desk.do(open_printing, second.number).missing == ("Add the practice’s tax ID, 9 digits",)


def test_paper_needs_no_clearinghouse(desk: Desk, second: Claim):
    desk.do(practice_has, submitter_id="", receiver_id="", receiver_name="")
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    assert desk.do(file_claim, second.number).form_id


def test_printing_files_nothing(desk: Desk, second: Claim):
    before = desk.everything()
    opened = desk.do(open_form, second.id)
    assert (opened.name, opened.media_type, opened.inline) == ("C-1001-S-CMS-1500.pdf", "application/pdf", False)
    assert desk.everything() == before


def test_the_primary_claim_names_the_plan_that_comes_next(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim = desk.do(builders.started, client)
    (form,) = words(desk.do(open_form, claim.id).content)
    assert "CIGNA" in form


def test_what_was_filed_stays_as_it_was_printed(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    desk.do(file_claim, second.number)
    before = desk.do(open_printed, 1).content
    desk.do(keep_paper_terms, second.number, ON_PAPER | {"address": "Elsewhere", "lined": "on", "right": "1.5"})
    assert desk.do(open_printed, 1).content == before


def test_what_is_said_of_paper_is_kept_for_the_practice_and_the_payer(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, {"leaves_29": "on", "lined": "on", "right": "-1.5", "down": "2"})
    terms, printer = desk.one(PaperTerms), desk.look(paper.form_printer)
    assert (terms.only, terms.leaves_29, terms.address) == (False, True, "")
    assert (printer.lined, printer.right, printer.down) == (True, -15, 20)
    desk.do(keep_paper_terms, second.number, {})
    assert (len(desk.rows(PaperTerms)), desk.look(paper.form_printer).right) == (1, 0)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("right", "21", "Enter millimeters from -20 to 20, like 1.5"),
        ("down", "a bit", "Enter millimeters from -20 to 20, like 1.5"),
        ("down", "1.25", "Enter millimeters from -20 to 20, like 1.5"),
        ("address", "a\nb\nc\nd", "Use 3 lines or fewer; the payer’s name is printed above them"),
        ("address", "x" * 39, "Use 38 characters a line or fewer"),
    ],
)
def test_what_cannot_be_printed_is_refused(desk: Desk, second: Claim, field: str, typed: str, sentence: str):
    assert desk.refused(keep_paper_terms, second.number, {field: typed}).fields == {field: sentence}


def test_the_eob_of_an_answer_is_printed(desk: Desk, second: Claim):
    opened = desk.do(open_eob, second.primary_claim_id)
    assert opened.name == "C-1001-EOB.pdf"
    assert "From the paper EOB" in words(opened.content)[0]
    with pytest.raises(NotFound):
        desk.do(open_eob, second.id)


def test_nobody_prints_for_another_practice(desk: Desk, second: Claim):
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    desk.do(file_claim, second.number)
    for action, which in ((open_form, second.id), (open_eob, second.primary_claim_id), (open_printed, 1)):
        with pytest.raises(NotFound):
            as_another(desk, builders.stranger).do(action, which)


def test_among_many_claims_those_on_paper_are_left_behind_with_the_reason(desk: Desk, client: Client, second: Claim):
    electronic = desk.do(builders.started, client).number
    batch = desk.do(read_batch, [electronic, second.number])
    desk.do(keep_paper_terms, second.number, ON_PAPER)
    filed = desk.do(file_claims, [electronic, second.number])
    assert [claim.number for claim in filed.claims] == [electronic]
    assert filed.left == {second.number: "Cigna takes paper only. File it by itself to print the form."}
    late = desk.do(file_batch, check_batch(batch))
    assert second.number in late.left, "though it was read before the payer was said to take paper only"
