"""Rules 16 to 19: what belongs to the claim and what to its lines, statuses, procedures, dates, remarks."""

from datetime import date

import pytest
from remits import CROSSED_OVER, GOOD, authored, claim, payment, refusal, refused, remit

from mbp_claims.domain.remit import correction_of
from mbp_claims.domain.remit_claim import Party
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment
from mbp_claims.x12.era_835 import read_payments
from mbp_claims.x12.intake import Intake

TWO_CLAIMS = authored("02").decode()
CLAIM_LEVEL = authored("04").decode()


def test_rule_16_a_cas_before_the_first_line_belongs_to_the_claim_and_one_after_it_to_the_line():
    found = claim(("NM1*QC", "CAS*OA*23*7~\nNM1*QC"))
    assert found.adjustments == (RemitAdjustment("OA", "23", 700),)
    assert [[one.reason for one in line.adjustments] for line in found.lines] == [["45", "1", "2"], ["45", "3"]]


def test_rule_16_a_claim_without_lines_after_one_with_lines_keeps_its_own_cas():
    second = "CLP*CHC-2*1*100*60*40*12*ICN2*11*1~\nCAS*PR*1*40~\nNM1*QC*1*ELLIS*ROWAN****MI*W1~\n"
    found = payment(("SE*29", f"{second}SE*29"))
    assert [len(one.lines) for one in found.claims] == [2, 0]
    assert found.claims[1].adjustments == (RemitAdjustment("PR", "1", 4000),)


@pytest.mark.parametrize("status", ["1", "2", "3", "4", "19", "20", "21", "22", "23", "25"])
def test_rule_17_every_claim_status_of_the_guide_is_read(status):
    assert claim(("0001*1*450", f"0001*{status}*450")).status == status


@pytest.mark.parametrize("status", ["88", "5", "", "01"])
def test_rule_17_any_other_status_is_refused(status):
    expected = "is no claim status, one of 1, 2, 3, 4, 19, 20, 21, 22, 23, 25 is expected"
    assert expected in refused(("0001*1*450", f"0001*{status}*450"))


def test_rule_17_a_reversal_is_paired_with_its_correction_and_never_filled_in_from():
    reversal, correction = payment(text=TWO_CLAIMS).claims
    assert reversal.is_reversal and not reversal.is_adjudication
    assert correction.is_adjudication
    assert correction_of(reversal, [reversal, correction]) is correction
    assert correction_of(reversal, [reversal]) is None
    assert {one.amount_cents for one in reversal.all_adjustments} == {-5000, -3000}


def test_rule_17_a_correction_under_another_number_names_the_old_one():
    text = TWO_CLAIMS.replace("CLP*CHC-R1*1", "CLP*CHC-R2*1").replace(
        "ICNNEW*11*7~\n", "ICNNEW*11*7~\nREF*F8*ICNOLD~\n"
    )
    reversal, correction = payment(text=text).claims
    assert correction.original_number == "ICNOLD"
    assert correction_of(reversal, (reversal, correction)) is correction


def test_rule_17_a_reversal_that_is_not_negated_is_told():
    assert "a reversal (22) whose charge is not negated" in claim(("0001*1*450", "0001*22*450")).warnings[0]


@pytest.mark.parametrize("status", ["22", "23", "25"])
def test_rule_17_what_is_no_decision_is_not_filled_in_from(status):
    assert not claim(("0001*1*450", f"0001*{status}*450")).is_adjudication


def test_rule_17_patient_responsibility_may_be_missing():
    assert claim(("224*106*12", "224**12")).patient_responsibility_cents is None
    assert claim().patient_responsibility_cents == 10600


def test_rule_17_a_filing_code_that_is_on_no_list_is_kept_and_told():
    found = claim(("106*12*EHP", "106*ZZZ*EHP"))
    assert found.filing_code == "ZZZ"
    assert found.warnings == ("Segment 13 (CLP) on line 15, element 6: “ZZZ” is no claim filing code.",)


def test_rule_17_a_claim_that_cannot_be_read_can_be_kept_apart_from_those_that_can():
    data = remit(("*139.5*10.5", "*139.5*1O.5"), text=TWO_CLAIMS)
    (found,) = read_payments(data, Intake(keep_unreadable=True))
    assert [one.status for one in found.claims] == ["22"]
    assert [(one.claim_number, one.segment) for one in found.unreadable] == [("CHC-R1", 21)]
    assert found.unreadable[0].sentence.startswith(
        "Claim CHC-R1, segment 21 (CLP) on line 23, element 5: “1O.5” is not"
    )
    assert not found.is_balanced
    assert refusal(data).last_good_claim == "CHC-R1"


@pytest.mark.parametrize("number, because", [("", "it is empty"), ("X" * 39, "it has 39 characters, 38 at most are")])
def test_rule_17_a_claim_without_a_number_to_be_known_by_can_be_kept_apart_too(number: str, because: str):
    data = remit(("CLP*CHC-2026-0001*", f"CLP*{number}*"))
    (found,) = read_payments(data, Intake(keep_unreadable=True))
    (one,) = found.unreadable
    assert (found.claims, one.claim_number, one.segment) == ((), "", 13)
    assert one.sentence.startswith(f"Segment 13 (CLP) on line 15, element 1: {because}")


def test_rule_18_modifiers_and_the_submitted_procedure_are_read():
    line = claim(("SVC*HC:90791*250*104**1", "SVC*HC:90791:95:GT::TELEHEALTH*250*104**2*HC:90792:25*3")).lines[0]
    assert line.procedure == Procedure("90791", "HC", ("95", "GT", "TELEHEALTH"))
    assert line.submitted == Procedure("90792", "HC", ("25",))
    assert (line.units, line.submitted_units, line.revenue_code) == ("2", "3", "")
    assert claim(("250*104**1~", "250*104*0914*1~")).lines[0].revenue_code == "0914"


@pytest.mark.parametrize("units, expected", [("", "1"), ("0", "0"), ("0.5", "0.5"), ("4", "4")])
def test_rule_18_units_are_one_where_they_are_missing(units, expected):
    assert claim(("104**1~", f"104**{units}~")).lines[0].units == expected


@pytest.mark.parametrize("code", ["", "HC", "HC:", ":90791"])
def test_rule_18_a_line_without_a_procedure_is_refused(code):
    assert "it names no procedure such as HC:90837" in refused(("SVC*HC:90791*", f"SVC*{code}*"))


def test_rule_18_another_kind_of_procedure_code_is_kept():
    assert claim(("HC:90791", "N4:00002-0800-01")).lines[0].procedure == Procedure("00002-0800-01", "N4")


@pytest.mark.parametrize(
    "line_dates, first, last",
    [
        ("DTM*472*20260112~\n", 12, 12),
        ("DTM*150*20260112~\nDTM*151*20260114~\n", 12, 14),
        ("DTM*150*20260112~\n", 12, 12),
        ("", 3, 4),
    ],
)
def test_rule_18_a_line_without_a_date_takes_those_of_its_claim(line_dates, first, last):
    found = claim(("DTM*472*20260112~\n", line_dates), ("DTM*050", "DTM*232*20260103~\nDTM*233*20260104~\nDTM*050"))
    line = found.lines[0]
    assert (line.service_from, line.service_to) == (date(2026, 1, first), date(2026, 1, last))
    assert (found.statement_from, found.statement_to) == (date(2026, 1, 3), date(2026, 1, 4))


def test_rule_18_no_date_anywhere_is_no_date():
    assert claim(("DTM*472*20260112~\n", "")).lines[0].service_from is None


@pytest.mark.parametrize("day, because", [("20261301", "a day that does not exist"), ("260112", "is not a date")])
def test_rule_18_a_date_that_does_not_exist_is_refused(day, because):
    sentence = refused(("DTM*472*20260112", f"DTM*472*{day}"))
    assert sentence.startswith(f"Claim CHC-2026-0001, segment 18 (DTM) on line 20, element 2: “{day}”")
    assert because in sentence


def test_rule_19_the_moa_is_kept_verbatim_and_its_remarks_are_read():
    found = claim(("DTM*050", "MOA*.75**MA01*MA18**N89~\nDTM*050"))
    assert found.moa == (".75", "", "MA01", "MA18", "", "N89")
    assert found.remarks == ("MA01", "MA18", "N89")


def test_rule_19_the_remarks_of_a_mia_and_of_a_line_are_read():
    found = claim(
        ("DTM*050", "MIA*0***138018.4*MA02***************MA07~\nDTM*050"), ("AMT*B6*150", "AMT*B6*150~\nLQ*HE*N130")
    )
    assert found.remarks == ("MA02", "MA07")
    assert [line.remarks for line in found.lines] == [(), ("N130",)]


@pytest.mark.parametrize(
    "old, new",
    [
        ("CLP*CHC-2026-0001*1*", "CLP*CHC-2026-0001*19*"),
        ("DTM*050", "NM1*TT*2*NORTHWIND MUTUAL*****PI*NWM01~\nDTM*050"),
        ("DTM*050", "MOA***MA18~\nDTM*050"),
        ("AMT*B6*150", "AMT*B6*150~\nLQ*HE*N89"),
    ],
)
def test_rule_19_a_claim_that_was_sent_on_says_so_by_status_carrier_or_remark(old, new):
    assert claim((old, new)).is_forwarded
    assert not claim().is_forwarded


def test_rule_19_the_crossover_carrier_is_read():
    found = claim(text=CROSSED_OVER)
    assert found.crossover_carrier == Party("NORTHWIND MUTUAL", id_qualifier="PI", identifier="NWM01")
    assert (found.status, found.remarks) == ("19", ("MA18",))


def test_everybody_named_in_a_claim_is_kept():
    names = (
        "NM1*IL*1*RIVERA*ALEX****MI*W9~\nNM1*74*1*RIVERA*DANA*MAE***C*W8~\n"
        "NM1*PR*2*OTHER PLAN*****PI*OP1~\nNM1*GB*1*ROE*PAT~\n"
    )
    found = claim(("NM1*82", names + "NM1*82"))
    assert found.patient == Party("RIVERA", "DANA", "M", "MI", "W123456789")
    assert found.patient.name == "DANA M RIVERA"
    assert found.subscriber == Party("RIVERA", "ALEX", "", "MI", "W9")
    assert found.corrected_insured == Party("RIVERA", "DANA", "MAE", "C", "W8")
    assert found.corrected_payer == Party("OTHER PLAN", id_qualifier="PI", identifier="OP1")
    assert found.other_subscriber == Party("ROE", "PAT")
    assert found.rendering == Party("OKAFOR", "LENA", "", "XX", "1245319599")


def test_somebody_in_a_role_that_no_claim_has_is_told():
    found = claim(("NM1*82", "NM1*XX*1*DOE~\nNM1*82"))
    assert "element 1: “XX” is no role that somebody has in a claim" in found.warnings[0]


def test_a_claim_without_its_patient_is_read_and_told():
    text = GOOD.replace("NM1*QC*1*RIVERA*DANA*M***MI*W123456789~\n", "")
    found = claim(text=text)
    assert found.patient is None
    assert found.warnings == ("Segment 13 (CLP) on line 15: the patient (NM1*QC) is not named.",)


def test_segments_in_another_order_than_the_guides_are_read_and_told():
    found = claim(("DTM*472*20260112~\nCAS*CO*45*70~", "CAS*CO*45*70~\nDTM*472*20260112~"))
    assert found == claim()
    assert found.warnings == ("Segment 19 (DTM) on line 21: it stands later than the guide has it.",)


def test_all_references_and_amounts_are_kept():
    found = claim(("DTM*050", "REF*EA*A7~\nREF*F8*OLD1~\nDTM*050"), ("SVC*HC:90791", "AMT*I*1.5~\nSVC*HC:90791"))
    assert found.references == (Reference("EA", "A7"), Reference("F8", "OLD1"))
    assert found.original_number == "OLD1"
    assert found.supplemental == (("I", 150),)
    assert [line.control_number for line in found.lines] == ["1", "2"]
    found = claim(("DTM*050", "QTY*CA*12~\nDTM*050"), ("AMT*B6*180", "AMT*B6*180~\nQTY*ZK*0.5"))
    assert found.quantities == (("CA", "12"),)
    assert found.lines[0].quantities == (("ZK", "0.5"),)
    assert [line.allowed_cents for line in found.lines] == [18000, 15000]
