"""The authored 835 files are read, or refused, as `SOURCES.md` says of each."""

import pytest
from remits import AUTHORED, GOOD, authored, refusal

from mbp_claims.domain.remit import Payment
from mbp_claims.x12.era_835 import read_835


def payment(name: str) -> Payment:
    (found,) = read_835(authored(name)).payments
    return found


def codes(name: str) -> list[str]:
    """`CO-45 52.68` for every adjustment of the file."""
    return [
        f"{one.group}-{one.reason} {one.amount_cents / 100:g}"
        for claim in payment(name).claims
        for one in claim.all_adjustments
    ]


def test_01_the_primary_forwarded_the_claim_to_the_carrier_it_names():
    (claim,) = payment("01").claims
    assert (claim.status, claim.remarks, claim.is_forwarded) == ("19", ("MA18",), True)
    assert (claim.crossover_carrier.name, claim.crossover_carrier.identifier) == ("NORTHWIND MUTUAL", "NWM01")
    assert codes("01") == ["CO-45 52.68", "CO-253 2.35", "PR-2 29.46"]


def test_02_the_reversal_is_followed_by_the_correction_to_be_filled_in_from():
    reversal, correction = payment("02").claims
    assert (reversal.is_adjudication, correction.is_adjudication) == (False, True)
    assert (reversal.paid_cents, correction.paid_cents) == (-12000, 13950)
    assert codes("02") == ["CO-45 -50", "PR-3 -30", "CO-45 50", "PR-3 10.5"]
    assert payment("02").total_cents == 1950


def test_03_three_denied_claims_are_paid_nothing():
    assert [(one.status, one.paid_cents) for one in payment("03").claims] == [("4", 0)] * 3
    assert codes("03") == ["CO-197 200", "PR-204 160", "CO-29 200"]
    assert (payment("03").method, payment("03").total_cents) == ("NON", 0)


def test_04_adjustments_without_lines_stay_at_the_claim():
    (claim,) = payment("04").claims
    assert (claim.lines, claim.paid_cents) == ((), 12980)
    assert codes("04") == ["CO-45 97.75", "PR-1 100", "PR-2 32.45"]


def test_05_two_plb_segments_of_four_adjustments_are_read():
    assert [one.amount_cents for one in payment("05").provider_adjustments] == [3525, -410, 1200, -2000]
    assert payment("05").total_cents == 15465


def test_06_two_transactions_are_two_payments():
    found = read_835(authored("06")).payments
    assert [(one.trace_number, one.total_cents) for one in found] == [("CHK900001", 17780), ("CHK900002", 12712)]


@pytest.mark.parametrize("name", ["07", "08"])
def test_07_and_08_other_delimiters_and_line_ends_say_the_same(name: str):
    assert payment(name).claims == read_835(authored("06")).payments[0].claims


def test_09_a_second_payer_names_the_part_of_the_first():
    (claim,) = payment("09").claims
    assert (claim.status, payment("09").payer_identifier) == ("2", "NWM01")
    assert codes("09") == ["OA-23 150", "CO-45 20"]


def test_10_six_triples_quantities_and_a_negative_amount_are_read():
    assert codes("10")[4] == "CO-144 -5"
    assert len(codes("10")) == 9


@pytest.mark.parametrize("path", sorted(AUTHORED.glob("[0-9]*.835")), ids=lambda path: path.stem)
def test_a_good_file_has_nothing_odd_and_adds_up(path):
    found = read_835(path.read_bytes(), path.name)
    assert (found.warnings, found.imbalances()) == ((), ())


@pytest.mark.parametrize(
    "name, sentence",
    [
        (
            "bad_01",
            "Claim CHC-A1, segment 24 (CAS) on line 26: the file ends in the middle of it, before its IEA: "
            "it was cut short. No claim was read before it.",
        ),
        (
            "bad_02",
            "Segment 26 (SE) on line 28, element 1: “27” segments are announced, 26 were found. "
            "The last good claim is CHC-A1.",
        ),
        (
            "bad_05",
            "Segment ISA on line 1, element 2: 9 characters were found, 10 expected, with “*” at position 18. "
            "No claim was read before it.",
        ),
        (
            "bad_06",
            "Segment GE on line 29, element 2: “500” is not the control number of GS06, “501”. "
            "The last good claim is CHC-A1.",
        ),
        (
            "bad_07",
            "Claim CHC-A1, segment 19 (CAS) on line 21, element 3: “3O” is not an amount such as 104 or 28.5. "
            "No claim was read before it.",
        ),
    ],
)  # fmt: skip
def test_a_malformed_file_is_refused_with_the_exact_reason(name: str, sentence: str):
    assert refusal(authored(name)).sentence == sentence


@pytest.mark.parametrize("name, equations", [("bad_03", 2), ("bad_04", 1)])
def test_an_unbalanced_file_is_read_and_does_not_add_up(name: str, equations: int):
    assert len(payment(name).imbalances()) == equations
    assert not payment(name).is_balanced


def test_bad_06_with_the_right_ge_is_refused_for_its_iea():
    mended = authored("bad_06").replace(b"GE*1*500", b"GE*1*501")
    assert "“000000502” is not the control number of ISA13, “000000501”" in refusal(mended).sentence


def test_a_refusal_holds_its_parts_for_the_program():
    error = refusal(authored("bad_07"))
    assert (error.claim_number, error.last_good_claim, error.fields) == ("CHC-A1", None, {})
    assert (error.place.line, error.place.segment, error.place.segment_id, error.place.element) == (21, 19, "CAS", 3)
    assert str(error) == error.sentence
    assert refusal(GOOD.replace("IEA*1*", "IEA*9*")).last_good_claim == "CHC-2026-0001"
