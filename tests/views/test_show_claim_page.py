"""The page of one claim, told in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from nouns import COINSURED, answer, claim, follower

from mbp_claims.domain.activity import Activity
from mbp_claims.domain.adjudication import Adjudication, Source
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_facts import FileFacts, OpenClaim
from mbp_claims.domain.claim_file import FiledClaim
from mbp_claims.domain.paper_terms import PrintedForm
from mbp_claims.views.claim import ClaimView
from mbp_claims.views.show_claim_page import claim_view
from tests.views.open_claims import COMPLETED, ERA, FILED, facts, line, opened

KEPT = Adjudication(
    id=1, practice_id=1, claim_id=42, source=Source.ERA, paid_cents=9280, adjudicated_on=ERA.paid_on,
    remittance_id=7, created_at=COMPLETED, created_by="June Marlow, LCSW",
)  # fmt: skip


def kept(of: OpenClaim, source: Source = Source.ERA, remittance: bool = True) -> OpenClaim:
    """With the primary's answer as it is kept."""
    adjudication = Adjudication(**{**KEPT.model_dump(), "source": source})
    return replace(of, primary=replace(of.primary, kept=adjudication, remittance=ERA if remittance else None))


def page(of: OpenClaim) -> ClaimView:
    """Where the primary has answered, its answer came in an ERA unless it was kept otherwise."""
    return claim_view(of if of.primary.kept or of.primary.answer is None else kept(of))


def test_the_head_says_whose_claim_it_is_and_what_comes_next():
    shown = page(opened(COINSURED))
    assert (shown.number, shown.client, shown.client_number) == ("C-1042-S", "Rowan Ellis", "R-0412")
    assert (shown.badge, shown.payer, shown.rank, shown.from_number) == ("S", "Cigna", "secondary", "C-1042")
    assert (shown.can_file, shown.charge) == (True, "$160.00")
    assert shown.lines_note == "As sent to Aetna on 11/04/2026"


def test_an_answer_from_an_era_names_its_day_and_check():
    (answered,) = page(opened(COINSURED)).answers
    assert (answered.title, answered.note, answered.check, answered.era_id) == (
        "Aetna’s answer", "ERA of 11/12/2026, check", "88120457", "7",
    )  # fmt: skip
    assert (answered.paid, answered.adjusted) == ("$92.80", "$67.20")
    assert [(row.code, row.amount, row.carrier, row.line) for row in answered.rows] == [
        ("CO-45", "$44.00", "Nobody, write-off", ""), ("PR-2", "$23.20", "Cigna, then the client", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "remittance", "note"),
    [
        (Source.EOB, False, "EOB of 11/12/2026"), (Source.FORM, True, "ERA of 11/12/2026, changed by hand, check"),
        (Source.FORM, False, "EOB of 11/12/2026, changed by hand"),
    ],
)  # fmt: skip
def test_an_answer_says_where_it_was_read(source: Source, remittance: bool, note: str):
    assert page(kept(opened(COINSURED), source, remittance)).answers[0].note == note


def test_adjustments_name_their_line_where_there_are_several():
    two = answer(9280, (0, "OA", "B13", 1000), (2, "PR", "2", 500), lines={1: 5000, 2: 5280})
    of = replace(opened(two), lines=(line(1, 10000), line(2, 6000)))
    assert [row.line for row in page(of).answers[0].rows] == ["Claim", "Line 2"]


def test_services_show_their_diagnoses_with_dots_and_units():
    of = opened(None, followed=False)
    of.facts.claim.diagnoses = "F411 F3341 Z630"
    shown = page(replace(of, lines=(line(pointers="2 3 9", modifiers="95 HO", units=2),)))
    (service,) = shown.lines
    assert (service.code, service.diagnosis, service.units) == ("90837 95 HO", "F33.41 Z63.0", "2")


def test_a_claim_that_does_not_add_up_warns_with_the_amount():
    off = facts(follower(cob_id=1, off_cents=-400, to_bill_cents=2320, cob_amounts=3))
    shown = page(replace(opened(COINSURED), facts=off))
    assert (shown.warning, shown.warning_more) == (
        "$4.00 of the charge is not explained.", "File Claim shows which line is off.",
    )  # fmt: skip


def test_a_claim_that_crossed_over_warns_not_to_file_it():
    crossed = facts(follower(ClaimStatus.CROSSED_OVER, note="Aetna sent it to Cigna"))
    shown = page(replace(opened(COINSURED), facts=crossed))
    assert shown.warning == "Aetna sent it to Cigna. Do not file it by hand."
    assert shown.warning_more == "Its answer will come by itself."


@pytest.mark.parametrize(
    ("until", "warning", "more"),
    [
        (date(2026, 12, 14), "Aetna sent it to Cigna. Do not file it by hand.",
         "Its answer will come by itself. 15 working days left, until 12/14/2026."),
        (date(2026, 11, 20), "Nothing came from Cigna. File it now?", "Its answer should have come by 11/20/2026."),
    ],
)  # fmt: skip
def test_the_wait_of_a_crossover_is_counted_down_and_ends_in_a_question(until: date, warning: str, more: str):
    crossed = facts(follower(ClaimStatus.CROSSED_OVER, note="Aetna sent it to Cigna", follow_up_on=until))
    shown = page(replace(opened(COINSURED), facts=crossed))
    assert (shown.warning, shown.warning_more) == (warning, more)


def test_an_overpaid_claim_warns():
    second = opened(COINSURED, answer(5000)).secondary
    done = facts(follower(ClaimStatus.COMPLETED, paid_cents=5000))
    of = replace(opened(COINSURED), facts=done, secondary=replace(second, kept=KEPT))
    assert page(of).warning == "Overpaid by $26.80."


@pytest.mark.parametrize(
    ("status", "note", "said"),
    [
        (ClaimStatus.WITHDRAWN, "The Cigna plan was deleted",
         "This claim was withdrawn on 11/12/2026 because the Cigna plan was deleted."),
        (ClaimStatus.NOT_BILLABLE, "", "This claim was marked as not billable on 11/12/2026."),
    ],
)  # fmt: skip
def test_a_claim_that_was_put_away_says_when_and_why(status: ClaimStatus, note: str, said: str):
    then = Activity(practice_id=1, at=datetime(2026, 11, 13, 2, 5, tzinfo=UTC), who="", what="x", after=status)
    shown = page(replace(opened(COINSURED), facts=facts(follower(status, note=note)), trail=(then,)))
    assert (shown.warning, shown.warning_tone) == (said, "info")


def test_the_timeline_tells_what_changed_who_did_it_and_when_on_the_practices_clock():
    at = datetime(2026, 11, 13, 2, 5, tzinfo=UTC)
    told = Activity(practice_id=1, at=at, who="June Marlow, LCSW", what="C-1042 filed", before="pending", after="filed")
    shown = page(replace(opened(COINSURED), trail=(told, told))).timeline
    assert (shown[0].what, shown[0].detail) == ("C-1042 filed", "Pending → Filed · June Marlow, LCSW")
    assert (shown[0].when, shown[0].iso) == ("11/12/2026 9:05 PM", "2026-11-12T21:05")
    assert [row.latest for row in shown] == [True, False]


@pytest.mark.parametrize(("hour", "when"), [(5, "12:00 AM"), (17, "12:00 PM"), (6, "1:00 AM"), (4, "11:00 PM")])
def test_noon_and_midnight_are_twelve(hour: int, when: str):
    told = Activity(practice_id=1, at=datetime(2026, 11, 13, hour, tzinfo=UTC), who="", what="x")
    assert page(replace(opened(None), trail=(told,))).timeline[0].when.endswith(when)


def test_files_of_both_kinds_are_offered_with_their_size_and_day():
    filed = FiledClaim(claim_file_id=3, claim_id=43, position=1, charge_cents=16000, to_bill_cents=2320)
    sent = FileFacts(filed, "C-1042-S.837p", FILED, size=2400)
    shown = page(replace(opened(COINSURED), files=(sent,))).files
    assert [(file.kind, file.label, file.note, file.href) for file in shown] == [
        ("837", "Download 837 file", "Sent 11/04/2026 · 2 kB", "/files/837/3"),
        ("835", "Download 835 file", "Aetna’s ERA, 11/12/2026", "/files/835/7"),
        ("eob", "Download EOB", "Aetna’s answer to print, 11/12/2026", "/files/eob/42"),
    ]  # fmt: skip


def test_to_a_payer_of_paper_only_the_next_step_is_to_print_and_the_form_is_kept():
    of = opened(COINSURED)
    assert page(of).file_label == "File Claim"
    form = PrintedForm(
        id=9, practice_id=1, claim_id=43, name="a.pdf", content=b"%PDF", created_at=FILED, created_by="June Marlow"
    )
    shown = page(replace(of, facts=replace(of.facts, on_paper=True), forms=(form,)))
    assert shown.file_label == "Print and file on paper"
    assert next((file.kind, file.note, file.href) for file in shown.files) == (
        "form", "CMS-1500, filed on paper 11/04/2026", "/files/printed/9",
    )  # fmt: skip


def test_a_primary_alone_has_no_other_side():
    shown = page(opened(None, followed=False))
    assert (shown.badge, shown.from_number, shown.answers) == ("P", "", [])
    assert shown.explained == "Aetna has it."
    unfiled = opened(None, followed=False)
    unfiled.primary.claim.filed_at = None
    assert page(unfiled).explained == "Aetna has not been asked yet."
    assert claim().number == page(unfiled).number
