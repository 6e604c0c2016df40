"""Remittances, imports and the New Claim form, told in words."""

from dataclasses import replace
from datetime import date

import pytest
from nouns import ROWAN, claim, follower

from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_facts import NewClaim
from mbp_claims.domain.era_facts import EraFacts, OpenEra
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim
from mbp_claims.views.show_era import era_row, era_view
from mbp_claims.views.show_import import FAILED, import_answer, too_large, too_many
from mbp_claims.views.show_new_claim import edit_claim_view, new_claim_view
from tests.views.open_claims import COMPLETED, ERA, JUNE, line

TODAY = date(2026, 11, 23)
FILE = EraFile(practice_id=1, name="r.835", content=b"", digest="", imported_at=COMPLETED, imported_by="")


def answered(position: int = 1, outcome: str = Outcome.POSTED, **changes: object) -> RemittanceClaim:
    told = {
        "remittance_id": 7, "claim_number": "C-1042", "status_code": "1", "charge_cents": 16000, "paid_cents": 9280,
        "service_on": date(2026, 11, 3), "services": "90837", "adjustments": "CO-45 $44.00; PR-2 $23.20",
        "patient": "ROWAN ELLIS", "claim_id": 42 if outcome == Outcome.POSTED else None,
    }  # fmt: skip
    return RemittanceClaim(**{**told, **changes, "position": position, "outcome": outcome})


def era(*rows: RemittanceClaim, remittance: Remittance = ERA, followed: bool = True) -> OpenEra:
    posted = sum(row.outcome == Outcome.POSTED for row in rows)
    second = {42: (follower(to_bill_cents=2320), "Cigna")} if followed else {}
    return OpenEra(
        EraFacts(remittance, "Aetna", posted, len(rows)), FILE, rows, {42: claim(ClaimStatus.COMPLETED)}, second
    )


@pytest.mark.parametrize(
    ("posted", "claims", "status", "below"),
    [
        (2, 2, "Posted", ""), (2, 3, "Needs review", "1 claim was not posted"),
        (0, 3, "Needs review", "3 claims were not posted"), (0, 0, "Posted", ""),
    ],
)  # fmt: skip
def test_a_payment_in_the_inbox(posted: int, claims: int, status: str, below: str):
    row = era_row(EraFacts(ERA, "Aetna", posted, claims))
    assert (row.status, row.below, row.matched) == (status, below, f"{posted} of {claims}")
    assert (row.check, row.received, row.amount) == ("88120457", "11/12/2026", "$92.80")


def test_a_posted_claim_says_what_followed():
    (matched,) = era_view(era(answered())).matched
    assert (matched.service, matched.claim_number, matched.below) == (
        "90837 · Rowan Ellis", "C-1042", "C-1042-S, $23.20 to Cigna",
    )  # fmt: skip
    assert matched.adjustments == ["CO-45 $44.00", "PR-2 $23.20"]
    assert era_view(era(answered(), followed=False)).matched[0].below == ""


def test_a_claim_of_nobody_and_a_problem_stand_apart_with_the_reason():
    shown = era_view(
        era(
            answered(2, Outcome.NOT_MATCHED, why="No claim has control number C-9"),
            answered(3, Outcome.PROBLEM, why="Taken back"), followed=False,
        )
    )  # fmt: skip
    assert [row.title for row in shown.not_matched] == ["Line 2 · 11/03/2026 · 90837"]
    assert [(one.title, one.detail) for one in shown.problems] == [("Claim C-1042 was not posted", "Taken back")]
    assert (shown.matched, shown.posted) == ([], "0 payments posted.")


def test_the_sum_shows_what_the_payer_kept_besides():
    kept = Remittance(**{**ERA.model_dump(), "total_cents": 9180, "provider_adjustments_cents": 100})
    assert era_view(era(answered(), remittance=kept)).sum_words == "$91.80 = $92.80 − $1.00 provider adjustments"
    given = Remittance(**{**ERA.model_dump(), "total_cents": 9380, "provider_adjustments_cents": -100})
    assert era_view(era(answered(), remittance=given)).sum_words == "$93.80 = $92.80 + $1.00 provider adjustments"


def test_a_long_payment_is_summed_up():
    rows = [answered(number) for number in range(1, 9)]
    whole = Remittance(**{**ERA.model_dump(), "total_cents": 8 * 9280})
    assert era_view(era(*rows, remittance=whole)).sum_words == "$742.40 = $742.40 for 8 claims"


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
    assert (shown.title, shown.href, shown.tone) == ("remit.835", "/era/7", "neutral")


def test_too_large_and_too_many_say_so():
    assert too_large("x.835").title == "x.835 is larger than 10 MB."
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
