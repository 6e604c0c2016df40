"""Rules 20 to 24: the equations, to the cent, told with their numbers."""

from remits import AUTHORED, GOLDEN, GOOD, authored, claim, payment

from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.x12.era_835 import read_835


def sentences(found: tuple[Imbalance, ...]) -> list[str]:
    return [one.sentence for one in found]


def test_rule_20_a_line_is_what_was_paid_and_what_was_adjusted():
    (found,) = read_835(authored("bad_03")).payments
    line, whole = found.imbalances()
    assert line.sentence == (
        "Claim CHC-A1, line 1 (90837): $120.00 paid + $81.00 adjusted = $201.00, $1.00 over the $200.00 charged "
        "(segment 16)."
    )
    assert (line.difference_cents, line.blocks) == (100, True)
    assert whole.sentence == (
        "Claim CHC-A1: $177.80 paid + $183.20 adjusted = $361.00, $1.00 over the $360.00 charged (segment 12)."
    )
    assert not found.is_balanced


def test_rule_20_one_cent_is_enough():
    found = claim(("SVC*HC:90791*250*104", "SVC*HC:90791*250*103.99"))
    assert sentences(found.imbalances()) == [
        "Claim CHC-2026-0001, line 1 (90791): $103.99 paid + $146.00 adjusted = $249.99, $0.01 short of the $250.00 "
        "charged (segment 17)."
    ]


def test_rule_21_a_claim_is_what_was_paid_and_adjusted_at_both_levels():
    assert claim(text=authored("04").decode()).imbalances() == ()
    found = claim(("NM1*QC", "CAS*CO*253*2~\nNM1*QC"), ("*450*224*", "*450*222*"))
    assert found.imbalances() == ()
    found = claim(("NM1*QC", "CAS*CO*253*2~\nNM1*QC"))
    assert sentences(found.imbalances()) == [
        "Claim CHC-2026-0001: $224.00 paid + $228.00 adjusted = $452.00, $2.00 over the $450.00 charged (segment 13)."
    ]


def test_rule_22_lines_that_do_not_make_up_the_charge_are_told_and_do_not_block():
    second_line = GOOD[GOOD.index("SVC*HC:90837") : GOOD.index("SE*29")]
    found = payment((second_line, ""), ("*450*224*106*", "*450*304*76*"), ("BPR*I*224", "BPR*I*304"))
    (one,) = found.imbalances()
    assert one.sentence == (
        "Claim CHC-2026-0001: $250.00 charged by its lines, $200.00 short of the $450.00 charged (segment 13)."
    )
    assert not one.blocks
    assert found.is_balanced


def test_rule_23_the_payment_is_the_claims_less_the_provider_adjustments():
    (found,) = read_835(authored("05")).payments
    assert found.total_cents == found.claims[0].paid_cents - 3525 + 410 - 1200 + 2000
    assert found.is_balanced
    (wrong,) = read_835(authored("bad_04")).payments
    assert sentences(wrong.imbalances()) == [
        "Payment CHK900001: $177.80 paid on claims + $0.00 provider adjustments = $177.80, $1,000.00 short of the "
        "$1,177.80 paid out (segment 2)."
    ]
    assert not wrong.is_balanced


def test_rule_23_a_negative_payment_is_read_and_told():
    found = payment(
        text=authored("02").decode().replace("*I*19.5*", "*I*-120*").split("CLP*CHC-R1*1")[0]
        + "SE*22*0001~\nGE*1*501~\nIEA*1*000000501~\n"
    )
    assert (found.total_cents, found.is_balanced) == (-12000, True)
    assert "the payment is negative" in found.warnings[0]


def test_rule_24_patient_responsibility_that_differs_from_group_pr_is_told_and_does_not_block():
    found = claim(("224*106*12", "224*100*12"))
    (one,) = found.imbalances()
    assert one.sentence == (
        "Claim CHC-2026-0001: $106.00 adjusted with group PR, $6.00 over the $100.00 of patient responsibility "
        "(segment 13)."
    )
    assert not one.blocks


def test_rule_24_does_not_hold_for_a_reversal():
    reversal = read_835(authored("02")).payments[0].claims[0]
    assert reversal.patient_responsibility_cents is None
    assert reversal.imbalances() == ()


def test_amounts_outside_of_the_balance_change_nothing():
    assert payment(("AMT*B6*180", "AMT*B6*9999")).is_balanced


def test_every_golden_answer_adds_up_and_so_does_every_authored_one_that_is_not_made_to_be_bad():
    paths = [*GOLDEN.glob("*/*.835"), *AUTHORED.glob("[0-9]*.835")]
    assert len(paths) == 22
    for path in paths:
        assert read_835(path.read_bytes()).imbalances() == (), path.name
