"""Remittances, imports and the New Claim form, told in words."""

from dataclasses import replace
from datetime import date

import pytest
from nouns import ROWAN, claim

from mbp_claims.actions.import_era import Imported
from mbp_claims.actions.posted import Posted
from mbp_claims.domain.claim_facts import NewClaim
from mbp_claims.domain.effect import Effect, Sequel, Verdict
from mbp_claims.domain.era_facts import EraFacts
from mbp_claims.domain.remittance import Remittance
from mbp_claims.views.marked import marked
from mbp_claims.views.show_effect import causes, verdict_chip
from mbp_claims.views.show_era import era_row
from mbp_claims.views.show_import import FAILED, import_answer, import_step, stopped, too_large, too_many
from mbp_claims.views.show_new_claim import edit_claim_view, new_claim_view
from mbp_claims.views.show_posting import posted_words, to_post
from tests.views.open_claims import ERA, JUNE, line

TODAY = date(2026, 11, 23)


def payment(claims: int = 3, matched: int = 0, posted: int = 0, waiting: int = 0, imbalance: str = "") -> Remittance:
    counts = {"claims": claims, "matched": matched, "posted": posted, "waiting": waiting, "imbalance": imbalance}
    return Remittance(**{**ERA.model_dump(), **counts})


@pytest.mark.parametrize(
    ("of", "status", "below", "verb"),
    [
        (payment(2, 2, 2), "Posted", "", "Open"),
        (payment(3, 2, 0, 3), "Needs review", "1 line is not matched", "Review"),
        (payment(3, 0, 0, 3), "Needs review", "3 lines are not matched", "Review"),
        (payment(3, 3, 0, 3), "Needs review", "3 lines are ready to post", "Review"),
        (payment(3, 3, 2, 1), "Partly posted", "1 line is ready to post", "Review"),
        (payment(3, 2, 2, 0), "Posted", "1 line is skipped", "Open"),
        (payment(1, 0, 0, 0), "Skipped", "", "Open"),
        (payment(0), "Nothing to post", "", "Open"),
        (payment(2, 2, 0, 2, "off"), "Does not add up", "Post its lines one by one", "Review"),
    ],
)
def test_a_payment_in_the_inbox(of: Remittance, status: str, below: str, verb: str):
    row = era_row(EraFacts(of, "Aetna", of.posted, of.claims))
    assert (row.status, row.below, row.verb) == (status, below, verb)
    assert (row.claims, row.matched) == (f"{of.claims}", f"{of.matched} of {of.claims}")
    assert (row.check, row.received, row.amount) == ("88120457", "11/12/2026", "$92.80")


AETNA = Effect("C-1042", Verdict.COMPLETES, 9280, 4400, 2320, sequel=Sequel.MADE, secondary="C-1042-S",
               next_payer="Cigna", to_bill=2320)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ["C-1042-S appears under Pending Claims, $23.20 to Cigna.", "$23.20 waits for Cigna."]),
        ({"to_bill": 0, "held": 0},
         ["C-1042-S appears under Pending Claims, $0.00 to Cigna. Nothing is left to bill."]),
        ({"sequel": Sequel.RENEWED, "held": 0}, ["C-1042-S takes the new amounts, $23.20 to Cigna."]),
        ({"sequel": Sequel.CROSSED_OVER, "held": 0}, ["Aetna sent it to Cigna: C-1042-S waits for that answer."]),
        ({"sequel": Sequel.COB_CHANGED, "held": 0}, ["C-1042-S was filed with other amounts and needs a replacement."]),
        ({"sequel": Sequel.LEFT, "held": 0, "denial": "order"},
         ["No secondary claim is made. The payer says that another plan comes first."]),
        ({"sequel": Sequel.NONE, "held": 0, "client": 464, "undecided": 500},
         ["$4.64 is the client’s.", "$5.00 is left for you to decide."]),
        ({"sequel": Sequel.NONE, "held": 0, "overpaid": 19400, "flags": ("overpaid", "prior_part_unnamed")},
         ["Overpaid by $194.00. Review it: the payer may ask for it back.",
          "Aetna wrote off what the first payer paid. Only what was still open is posted."]),
    ],
)  # fmt: skip
def test_what_posting_will_cause(changes: dict, said: list[str]):
    assert causes(replace(AETNA, **changes), "Aetna") == said


@pytest.mark.parametrize(
    ("verdict", "chip"),
    [
        (Verdict.COMPLETES, ("Completes C-1042", "success", "check")),
        (Verdict.DENIES, ("Denied: C-1042", "danger", "ban")),
        (Verdict.CORRECTS, ("Corrects C-1042", "info", "check")),
        (Verdict.REVERSES, ("Takes back C-1042", "warning", "undo-2")),
    ],
)  # fmt: skip
def test_the_chip_says_what_happens_to_the_claim(verdict: Verdict, chip: tuple[str, str, str]):
    assert verdict_chip(replace(AETNA, verdict=verdict)) == chip


@pytest.mark.parametrize(
    ("theirs", "ours", "differs"),
    [
        ("W218640973", "W218640937", ("73", "37")), ("C-2210", "C-1039", ("2210", "1039")), ("A1", "A1", ("", "")),
        ("W21", "W218", ("", "8")), ("", "X", ("", "X")), ("É1", "É2", ("1", "2")),
    ],
)  # fmt: skip
def test_only_what_differs_is_marked(theirs: str, ours: str, differs: tuple[str, str]):
    pieces = marked(theirs, ours)
    assert tuple("".join(piece.text for piece in side) for side in pieces) == (theirs, ours)
    assert tuple("".join(piece.text for piece in side if piece.differs) for side in pieces) == differs


def test_what_post_will_post():
    assert to_post(2, 17680, 2)[0] == "Post 2 payments, $176.80"
    assert to_post(1, 9280, 3) == (
        "Post 1 payment, $92.80",
        "You can undo it until a claim that follows from it is filed. 2 lines stay for later.",
    )
    assert to_post(0, 0, 2)[0] == "Choose the lines to post"
    assert to_post(0, 0, 0) == ("", "")


def test_what_was_posted():
    assert posted_words(Posted(1, 2, 17680, ("C-1-S", "C-2-S"))) == (
        "2 payments posted. 2 secondary claims are ready to file."
    )
    told = posted_words(Posted(1, 1, 0, (), ("C-1-S",), ("C-2-S",), ("C-3",), ("C-4",), 2))
    assert told == (
        "1 payment posted. 1 crossed over and waits. 1 filed claim needs a replacement. 1 was denied. "
        "1 is overpaid, review it. 2 lines were left: they have changed since."
    )


def test_a_file_that_was_kept_says_how_much_matched_and_that_nothing_is_posted():
    kept = Imported((payment(3, 2, 0, 3),), (payment(1),))
    shown = import_answer("r.835", kept, "", 0)
    assert (shown.title, shown.detail, shown.tone, shown.href) == (
        "r.835 is ready to review.",
        "3 claims, $92.80: 2 matched. 1 payment came before and was left out. Nothing is posted yet.", "success",
        "/era/7",
    )  # fmt: skip
    assert import_step("r.835", kept).words == "3 claims, $92.80"
    assert import_step("r.835", None).state == "refused"


def test_a_file_that_does_not_add_up_is_in_quarantine():
    shown = import_answer("r.835", Imported((payment(3, 2, 0, 3, "It is $4.00 short."),)), "", 0)
    assert (shown.title, shown.tone) == ("r.835 was imported.", "warning")
    assert shown.detail == "It does not add up, so it is in quarantine. It is $4.00 short. Nothing was posted."


@pytest.mark.parametrize(
    ("refusal", "title", "detail"),
    [
        ("a.835 is not an 835 file. It is empty.", "a.835 is not an 835 file.", "It is empty. Nothing was saved."),
        ("It is cut short.", "It is cut short.", "Nothing was saved."),
        ("It is cut short. Nothing was changed.", "It is cut short.", "Nothing was changed."),
        ("", "The file was not imported.", "Nothing was changed. Try again."),
    ],
)  # fmt: skip
def test_a_refusal_says_why_and_that_nothing_was_kept(refusal: str, title: str, detail: str):
    shown = import_answer("remit.835", None, refusal, 0)
    assert (shown.title, shown.detail, shown.tone, shown.link) == (title, detail, "danger", "")
    assert FAILED.startswith("The file was not imported.")


def test_what_came_twice_links_to_the_first():
    shown = import_answer("remit.835", None, "Already imported on 11/12/2026. Nothing was changed.", 7)
    assert (shown.title, shown.href, shown.tone) == ("remit.835:", "/era/7", "neutral")


def test_too_large_and_too_many_say_so():
    assert too_large("x.835", 25 * 1024 * 1024).title == "x.835 is larger than 25 MB."
    assert stopped("x.835").detail == "Nothing was changed."
    assert too_many(1, 20).title == "1 more file was not imported."


def test_a_new_claim_takes_all_but_the_date_from_the_last_one():
    last = claim(diagnoses="F411 Z630", place_of_service="10", rendering_id=5, prior_authorization="PA1")
    lines = (line(1, 16000, modifiers="95", pointers="1 2"), line(2, 3550))
    shown = new_claim_view(NewClaim(ROWAN, (JUNE,), last, lines), TODAY, "2")
    assert (shown.service_date, shown.place, shown.rendering, shown.number) == ("11/23/2026", "10", "5", "")
    assert [(row.id, row.number, row.modifiers, row.charge, row.pointers) for row in shown.lines] == [
        ("l1", "1", "95", "160.00", "1 2"), ("l2", "2", "", "35.50", "1"),
    ]  # fmt: skip
    assert [(one.id, one.number, one.code) for one in shown.diagnoses] == [("d1", "1", "F41.1"), ("d2", "2", "Z63.0")]
    assert shown.prior_authorization == ""


def test_the_first_claim_is_empty():
    shown = new_claim_view(NewClaim(ROWAN, (replace_id(JUNE, 3),), None, ()), TODAY, "1")
    assert (shown.rendering, shown.place, len(shown.lines), len(shown.diagnoses)) == ("3", "11", 1, 1)


def replace_id(of, number: int):  # type: ignore[no-untyped-def]
    return type(of)(**{**of.model_dump(), "id": number})


def test_an_edited_claim_keeps_its_own_days_and_authorization():
    own = claim(prior_authorization="PA1", diagnoses="F411")
    lines = (line(), line(2, service_date=date(2026, 11, 4)))
    shown = edit_claim_view(NewClaim(ROWAN, (JUNE,), own, lines), "2")
    assert (shown.number, shown.service_date, shown.prior_authorization) == ("C-1042", "11/03/2026", "PA1")
    assert [row.date for row in shown.lines] == ["", "11/04/2026"]
    assert replace(shown, number="").number == ""
