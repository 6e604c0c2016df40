"""Claims told as rows of a table."""

from datetime import date

import pytest
from nouns import claim, follower

from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.post_answer import TAKEN_BACK
from mbp_claims.views.claim import ClaimRow
from mbp_claims.views.show_claim import CHIPS, claim_row, where
from tests.views.open_claims import COMPLETED, FILED, facts, line


def row(of: Claim, **changes: object) -> ClaimRow:
    return claim_row(facts(of, **changes))


ANSWERED = {"cob_id": 1, "cob_amounts": 3, "to_bill_cents": 2320, "off_cents": 0}


def test_a_secondary_that_is_ready():
    shown = row(follower(**ANSWERED), from_era=True)
    assert shown == ClaimRow(
        "C-1042-S", "from C-1042", "11/03/2026", "90837 · 60 min", "S", "Cigna", "", "$160.00", "$92.80", "$23.20",
        "Ready to file", "ready", "file-check", "ERA filled in 3 amounts", "details", "pending",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("of", "from_era", "chip", "tone", "below"),
    [
        (follower(**ANSWERED), False, "Ready to file", "ready", "Filled in from the EOB"),
        (follower(**ANSWERED | {"cob_amounts": 1}), True, "Ready to file", "ready", "ERA filled in 1 amount"),
        (claim(), False, "Ready to file", "ready", ""),
        (claim(ClaimStatus.FILED, note=TAKEN_BACK), True, "Reversed", "warning", "Waiting for the correction"),
        (follower(), False, "Needs adjustments", "warning", "No ERA yet"),
        (follower(), True, "Needs adjustments", "warning", "Enter the amounts"),
        (follower(**ANSWERED | {"off_cents": 400}), True, "Off by $4.00", "danger", "Check the ERA amounts"),
        (follower(**ANSWERED | {"off_cents": -400}), False, "Off by $4.00", "danger", "Check the amounts"),
        (claim(ClaimStatus.FILED, filed_at=FILED), False, "Filed", "info", "Filed 11/04/2026"),
        (claim(ClaimStatus.FILED, note="Changed"), False, "Filed", "info", "Changed"),
        (claim(ClaimStatus.ACCEPTED, note="By the payer"), False, "Accepted", "info", "By the payer"),
        (claim(ClaimStatus.REJECTED, note="Member ID not found"), False, "Rejected", "danger", "Member ID not found"),
        (claim(ClaimStatus.DENIED, note="CO-29, PR-96"), True, "Denied", "danger", "CO-29, filed too late"),
        (claim(ClaimStatus.COMPLETED, paid_cents=9280), True, "Completed", "success", "Paid $92.80"),
        (claim(ClaimStatus.COMPLETED), True, "Completed", "success", ""),
        (follower(ClaimStatus.CROSSED_OVER, note="Aetna sent it to Cigna", follow_up_on=date(2026, 12, 14)), True,
         "Crossed over", "neutral", "Aetna sent it to Cigna, 15 working days left"),
        (follower(ClaimStatus.CROSSED_OVER, note="Aetna sent it to Cigna", follow_up_on=date(2026, 11, 20)), True,
         "Crossed over", "neutral", "Nothing came from Cigna. File it now?"),
        (follower(ClaimStatus.CROSSED_OVER, note="Aetna sent it to Cigna"), True, "Crossed over", "neutral",
         "Aetna sent it to Cigna"),
        (follower(ClaimStatus.WITHDRAWN, note="It was reopened"), True, "Withdrawn", "neutral", "It was reopened"),
        (claim(ClaimStatus.NOT_BILLABLE), False, "Not billable", "neutral", ""),
    ],
)  # fmt: skip
def test_the_chip_of_every_state_and_the_line_below(of: Claim, from_era: bool, chip: str, tone: str, below: str):
    shown = row(of, from_era=from_era)
    assert (shown.status, shown.tone) == (chip, tone)
    assert shown.below == below or chip == "Denied"


def test_a_denial_says_the_first_reason_in_words():
    assert row(claim(ClaimStatus.DENIED, note="CO-29, PR-96")).below.startswith("CO-29, ")
    assert row(claim(ClaimStatus.DENIED, note="")).below == ""


def test_every_status_has_a_chip_and_a_table():
    for status in ClaimStatus:
        assert where(claim(status)) in ("pending", "filed", "gone")
        assert where(claim(status), practice_wide=True) in ("pending", "filed", "completed", "gone")
        assert row(claim(status)).icon in {icon for _, icon in CHIPS.values()}


@pytest.mark.parametrize("status", [ClaimStatus.FILED, ClaimStatus.COMPLETED, ClaimStatus.DENIED])
def test_below_the_number_stands_when_it_was_filed_or_completed(status: ClaimStatus):
    assert row(claim(status, filed_at=FILED)).under == "filed 11/04/2026"
    answered = status is not ClaimStatus.FILED
    expected = "completed 11/12/2026" if answered else "filed 11/04/2026"
    assert row(claim(status, filed_at=FILED, completed_at=COMPLETED)).under == expected
    assert row(claim(status)).under == ""


def test_what_was_paid_is_the_primarys_while_it_waits_and_its_own_payers_afterwards():
    assert row(follower(**ANSWERED)).paid == "$92.80"
    assert row(follower(ClaimStatus.COMPLETED, paid_cents=2000)).paid == "$20.00"
    assert row(claim(ClaimStatus.FILED)).paid == ""
    assert row(claim(ClaimStatus.DENIED, paid_cents=0)).paid == "$0.00"


def test_several_lines_are_counted():
    assert row(claim(), line_count=3).service == "90837 + 2"
    assert row(claim(), line=line(procedure="00000")).service == "00000"


def test_the_client_is_named_in_the_practices_table_alone():
    assert (row(claim()).client, row(claim()).client_number) == ("", "")
    wide = claim_row(facts(claim()), with_client=True)
    assert (wide.client, wide.client_number) == ("Rowan Ellis", "R-0412")


def test_who_comes_next_stands_on_the_primarys_row():
    assert row(claim(), next_payer="Cigna").then_payer == "Cigna"
