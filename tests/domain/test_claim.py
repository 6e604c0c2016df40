"""A claim's small rules."""

from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.violation import RuleViolation
from tests.domain.nouns import claim, follower


def test_a_move_tells_from_what_to_what_and_counts():
    moved = claim()
    assert moved.move(ClaimStatus.FILED) == ("pending", "filed")
    assert (moved.status, moved.version) == ("filed", 2)


def test_a_secondarys_services_are_its_primarys():
    assert (claim().services_of, follower().services_of) == (42, 42)
    assert (claim().is_secondary, follower().is_secondary) == (False, True)


def test_diagnoses_are_a_list():
    assert claim(diagnoses="F411 F331").diagnosis_codes == ["F411", "F331"]


def test_a_violation_says_the_first_sentence_and_knows_all_fields():
    refused = RuleViolation.of({"payer": "Choose a payer", "member_id": "Enter the member ID"})
    assert (str(refused), refused.fields["member_id"]) == ("Choose a payer", "Enter the member ID")
    assert {refused: "hashable, as every exception"}
