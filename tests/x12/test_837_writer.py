"""What an 837P says about each kind of claim, beyond the golden ones."""

from dataclasses import replace
from datetime import date

import pytest

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.codes import MSP_TYPES
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.filing_rules import missing
from mbp_claims.x12.claim_837 import write_837p
from mbp_claims.x12.gate import gate
from tests.x12.filings import golden_filing, golden_text, plain_filing, practice


def written(filing: Filing) -> list[str]:
    """The segments, after the gate has let them pass."""
    text = write_837p(filing)
    assert gate(text) == []
    return text.replace("~", "").splitlines()


def starting(segments: list[str], *heads: str) -> list[str]:
    return [s for s in segments if s.startswith(tuple(f"{head}*" for head in heads))]


def answered(filing: Filing, answer: Answer) -> Filing:
    assert filing.prior
    return replace(filing, prior=replace(filing.prior, answer=answer))


def one_line(*reductions: Reduction, **changes: object) -> Filing:
    """The denied claim of $200.00 with other reductions; what they leave was paid."""
    filing = plain_filing()
    line = filing.lines[1].model_copy(update={"position": 1, "control": "1"})
    filing = replace(filing, lines=(line,), claim=filing.claim.model_copy(update={"charge_cents": 20000}), **changes)
    paid = 20000 - sum(r.cents for r in reductions)
    return answered(filing, Answer(paid, date(2026, 2, 2), (LinePayment(1, paid),), reductions))


def test_a_primary_claim_speaks_of_no_other_payer():
    segments = written(plain_filing(prior=None))
    assert starting(segments, "SBR") == ["SBR*P*18*SG7001******CI"]
    assert starting(segments, "OI", "AMT", "CAS", "SVD") == []
    assert len(starting(segments, "NM1*PR")) == 1


def test_a_clinician_who_bills_alone_is_named_once():
    alone = practice().model_copy(update={"name": "Okafor", "first_name": "Lena", "npi": "1245319599"})
    segments = written(plain_filing(practice=alone))
    assert starting(segments, "NM1*85", "NM1*41") == [
        "NM1*41*1*OKAFOR*LENA****46*CALMHARBOR", "NM1*85*1*OKAFOR*LENA****XX*1245319599",
    ]  # fmt: skip
    assert starting(segments, "NM1*82", "PRV*PE") == []


def test_a_person_without_an_employers_number_bills_under_a_social_security_number():
    changes = {"name": "Okafor", "first_name": "Lena", "tax_id": "123-45-6789", "tax_id_type": "SY"}
    filing = plain_filing(practice=practice().model_copy(update=changes))
    assert missing(filing) == {}
    assert starting(written(filing), "REF*SY", "REF*EI") == ["REF*SY*123456789"]


@pytest.mark.parametrize("msp_type", MSP_TYPES)
def test_medicare_behind_another_payer_says_why(msp_type: str):
    filing = golden_filing("ex4")
    filing.plan.msp_type = msp_type
    assert starting(written(filing), "SBR") == [f"SBR*S*18***{msp_type}****MB", "SBR*P*18*GSI700******CI"]


@pytest.mark.parametrize(("modifier", "place"), [("95", "10"), ("GT", "02"), ("93", "10")])
def test_telehealth_is_told_by_the_modifier_and_the_place_of_the_line(modifier: str, place: str):
    filing = plain_filing()
    lines = tuple(
        line.model_copy(update={"modifiers": modifier, "place_of_service": place if line.position == 2 else "11"})
        for line in filing.lines
    )
    services = starting(written(replace(filing, lines=lines)), "SV1")
    assert [service.split("*")[1].split(":")[2] for service in services] == [modifier, modifier]
    assert [service.split("*")[5] for service in services] == ["", place]


def test_medicaid_as_the_second_payer_is_an_ordinary_one():
    filing = plain_filing()
    filing.plan.claim_filing, filing.plan.group_number = "MC", ""
    assert starting(written(filing), "SBR")[0] == "SBR*S*18*******MC"


def test_the_prior_authorization_comes_before_the_number_of_the_claim_it_replaces():
    filing = plain_filing(frequency="7", original_reference="NWM26021900044")
    filing.claim.prior_authorization = "AUTH-7"
    assert starting(written(filing), "CLM", "REF*G1", "REF*F8")[:3] == [
        "CLM*CHC-2026-0001*450***11:B:7*Y*A*Y*Y", "REF*G1*AUTH-7", "REF*F8*NWM26021900044",
    ]  # fmt: skip


def test_an_original_claim_replaces_no_other():
    filing = plain_filing(prior=None, original_reference="NWM26021900044")
    assert starting(written(filing), "REF*F8") == []


def test_more_than_six_reasons_of_a_group_go_on_in_a_new_segment():
    codes = ["45", "253", "97", "96", "151", "50", "59", "131"]
    contractual = [Reduction(1, "CO", code, 100 * i) for i, code in enumerate(codes, 1)]
    filing = one_line(*contractual, Reduction(1, "PR", "3", 1))
    assert starting(written(filing), "CAS") == [
        "CAS*CO*45*1**253*2**97*3**96*4**151*5**50*6", "CAS*CO*59*7**131*8", "CAS*PR*3*0.01",
    ]  # fmt: skip


def test_the_reasons_of_a_group_stand_together_in_the_payers_order_with_their_quantities():
    filing = one_line(
        Reduction(1, "PR", "2", 2600, "1"), Reduction(1, "CO", "45", 7000), Reduction(1, "PR", "1", 5000, "0.5"),
        Reduction(1, "CO", "144", -500),
    )  # fmt: skip
    assert starting(written(filing), "CAS") == ["CAS*PR*2*26*1*1*50*0.5", "CAS*CO*45*70**144*-5"]


def test_an_adjustment_of_zero_is_not_sent():
    filing = one_line(Reduction(1, "CO", "45", 0), Reduction(1, "PR", "3", 3000))
    assert starting(written(filing), "CAS") == ["CAS*PR*3*30"]


def test_what_the_client_still_owes_is_the_patient_share_even_when_it_is_nothing():
    assert starting(written(one_line(Reduction(1, "CO", "45", 7000))), "AMT") == ["AMT*D*130", "AMT*EAF*0"]


def test_reductions_of_both_levels_are_sent_at_their_own_and_the_date_once():
    reductions = Reduction(CLAIM_LEVEL, "OA", "23", 1000), Reduction(1, "CO", "45", 7000)
    answer = Answer(12000, date(2026, 2, 2), (LinePayment(1, 13000),), reductions)
    segments = written(answered(one_line(), answer))
    assert starting(segments, "SBR*P", "CAS", "AMT", "SVD", "DTP*573") == [
        "SBR*P*18*EG4400******CI", "CAS*OA*23*10", "AMT*D*120",
        "SVD*60054*130*HC:90837**1", "CAS*CO*45*70", "DTP*573*D8*20260202", "AMT*EAF*0",
    ]  # fmt: skip


def test_a_line_that_the_payer_split_is_answered_as_our_own_service():
    split = LinePayment(1, 10000, "1", "90834"), LinePayment(1, 3000, "2", "99354")
    answer = Answer(13000, date(2026, 2, 2), split, (Reduction(1, "CO", "45", 7000),))
    assert starting(written(answered(one_line(), answer)), "SVD") == ["SVD*60054*130*HC:90837**1"]


def test_a_procedure_that_the_payer_changed_is_named_as_it_paid_it():
    paid = (LinePayment(1, 13000, "1", "90834", ("95",)),)
    answer = Answer(13000, date(2026, 2, 2), paid, (Reduction(1, "CO", "45", 7000),))
    segments = written(answered(one_line(), answer))
    assert starting(segments, "SV1", "SVD") == ["SV1*HC:90837*200*UN*1***1", "SVD*60054*130*HC:90834:95**1"]


def test_without_paid_units_our_own_are_sent():
    answer = Answer(13000, date(2026, 2, 2), (LinePayment(1, 13000, ""),), (Reduction(1, "CO", "45", 7000),))
    assert starting(written(answered(one_line(), answer)), "SVD") == ["SVD*60054*130*HC:90837**1"]


def test_a_line_says_its_place_only_where_it_is_not_the_claims():
    filing = one_line()
    filing.lines[0].place_of_service = "11"
    assert starting(written(filing), "SV1") == ["SV1*HC:90837*200*UN*1***1"]
    filing.lines[0].place_of_service = "10"
    assert starting(written(filing), "SV1") == ["SV1*HC:90837*200*UN*1*10**1"]


def test_modifiers_units_and_pointers_are_all_sent():
    filing = one_line()
    filing.claim.diagnoses = "F41.1 f33.1"
    line = filing.lines[0]
    line.modifiers, line.units, line.pointers = "95 HO", 2, "1:2"
    segments = written(filing)
    assert starting(segments, "HI", "SV1") == ["HI*ABK:F411*ABF:F331", "SV1*HC:90837:95:HO*200*UN*2***1:2"]


def test_twelve_diagnoses_fit_and_no_more():
    codes = ["F41.1", *(f"F33.{n}" for n in range(10)), "F43.10"]
    filing = one_line()
    filing.claim.diagnoses = " ".join([*codes, "F43.12"])
    (diagnoses,) = starting(written(filing), "HI")
    assert diagnoses.count("ABK:") == 1 and diagnoses.count("ABF:") == 11 and diagnoses.endswith("F4310")


def test_names_are_written_in_capitals_without_accents_and_without_delimiters():
    filing = plain_filing()
    filing.client.first_name, filing.client.last_name = "Zoë", "d’Ås*Ørsted~"
    filing.client.address = "12 Elm: Street^\n#4"
    segments = written(filing)
    assert starting(segments, "NM1*IL")[0] == "NM1*IL*1*D'AS ORSTED*ZOE*M***MI*NWM5550123"
    assert starting(segments, "N3")[1] == "N3*12 ELM STREET #4"


def test_names_that_are_too_long_are_cut():
    filing = plain_filing()
    filing.client.last_name, filing.client.first_name, filing.client.address = "A" * 61, "B" * 36, "C" * 56
    segments = written(filing)
    assert starting(segments, "NM1*IL")[0].split("*")[3:5] == ["A" * 60, "B" * 35]
    assert starting(segments, "N3")[1] == "N3*" + "C" * 55


def test_every_file_has_its_own_control_numbers():
    segments = written(plain_filing(control_number=987654321))
    assert segments[0].split("*")[13] == "987654321" and len(segments[0]) == 105
    assert starting(segments, "GS")[0].split("*")[6] == "987654321"
    assert starting(segments, "BHT")[0].split("*")[3] == "MBP987654321"
    assert segments[-2:] == ["GE*1*987654321", "IEA*1*987654321"]


def test_a_subscriber_elsewhere_is_sent_without_an_address_when_none_is_known():
    filing = golden_filing("ex3")
    assert filing.prior
    filing.prior.plan.subscriber_address = ""
    segments = written(filing)
    assert len(starting(segments, "N3")) == len([s for s in golden_text("ex3").split("~\n") if s.startswith("N3")]) - 1


@pytest.mark.parametrize("relationship, code", [("spouse", "01"), ("child", "19"), ("other", "G8")])
def test_a_patient_who_is_not_the_subscriber_has_a_level_of_its_own(relationship: str, code: str):
    filing = golden_filing("ex3")
    assert filing.prior
    filing.plan.relationship = filing.prior.plan.relationship = relationship
    segments = written(filing)
    assert starting(segments, "HL", "PAT") == ["HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0", f"PAT*{code}"]
    assert starting(segments, "SBR") == ["SBR*S**SG8123******CI", f"SBR*P*{code}*EG9001******CI"]
