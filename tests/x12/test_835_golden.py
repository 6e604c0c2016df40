"""The golden 835 files give what their `expected.json` says."""

import json
from collections.abc import Iterator

import pytest
from remits import GOLDEN

from mbp_claims.domain.money import plain_cents
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine
from mbp_claims.x12.era_835 import read_835

Facts = dict  # of an expected.json


def facts(folder: str) -> Facts:
    return json.loads((GOLDEN / folder / "expected.json").read_text())


def answers() -> Iterator[tuple[str, str, Facts]]:
    """File, claim number and what is expected of that claim, for each claim of each folder."""
    for folder in ("ex1", "ex3", "ex4", "ex7"):
        found = facts(folder)
        yield f"{folder}/{found['era']}", found["claim"], found
    ex5 = facts("ex5")
    yield "ex5/primary_crossed.835", ex5["claim"], ex5
    not_forwarded = {k: v for k, v in ex5.items() if k not in ("remarks", "forwarded_to")}
    yield "ex5/primary_not_forwarded.835", ex5["claim"], not_forwarded | {"status": "1", "remarks": ["MA01"]}
    ex6 = facts("ex6")
    for step, status in ((ex6["steps"][0], "1"), (ex6["steps"][2], "1")):
        yield f"ex6/{step['given']}", ex6["claim"], step | {"status": status}
    ex8 = facts("ex8")
    for case in ex8["cases"]:
        yield f"ex8/{case['given']}", ex8["claim"], {"payer": ex8["payer"], "paid_date": ex8["paid_date"]} | case
    ex9 = facts("ex9")
    for one in ex9["claims"]:
        yield "ex9/primary.835", one["claim"], {"payer": ex9["payer"], "paid_date": ex9["paid_date"]} | one


ANSWERS = list(answers())


@pytest.mark.parametrize("path, number, expected", ANSWERS, ids=[f"{path}-{number}" for path, number, _ in ANSWERS])
def test_a_golden_answer_is_read_as_expected(path: str, number: str, expected: Facts):
    (payment,) = read_835((GOLDEN / path).read_bytes()).payments
    claim = [one for one in payment.claims if one.claim_number == number][-1]
    read = said_of(claim) | {
        "payer": {"name": payment.payer_name, "id": payment.payer_identifier},
        "paid_date": payment.paid_on.isoformat(),
        "claim": number,
    }
    checked = expected.keys() & read.keys()
    assert checked >= {"paid", "patient_responsibility", "lines", "paid_date"}
    assert {key: read[key] for key in checked} == {key: expected[key] for key in checked}
    assert payment.is_balanced


def said_of(claim: RemitClaim) -> Facts:
    carrier = claim.crossover_carrier
    return {
        "status": claim.status,
        "charge": plain_cents(claim.charge_cents),
        "paid": plain_cents(claim.paid_cents),
        "patient_responsibility": plain_cents(claim.patient_responsibility_cents or 0),
        "payer_claim_control_number": claim.payer_control_number,
        "claim_adjustments": list(map(said_of_adjustment, claim.adjustments)),
        "remarks": list(claim.remarks),
        "forwarded_to": carrier and {"name": carrier.name, "id": carrier.identifier},
        "lines": list(map(said_of_line, claim.lines)),
    }


def said_of_line(line: RemitLine) -> Facts:
    said = {
        "control": line.control_number,
        "cpt": line.procedure.code,
        "modifiers": list(line.procedure.modifiers),
        "date": line.service_from and line.service_from.isoformat(),
        "charge": plain_cents(line.charge_cents),
        "paid": plain_cents(line.paid_cents),
        "units": line.units,
        "adjustments": list(map(said_of_adjustment, line.adjustments)),
    }
    return said | ({"remarks": list(line.remarks)} if line.remarks else {})


def said_of_adjustment(one: RemitAdjustment) -> list[str | None]:
    return [one.group, one.reason, plain_cents(one.amount_cents), one.quantity]


def test_the_second_answer_of_the_primary_takes_back_the_first_and_answers_another_claim():
    (payment,) = read_835((GOLDEN / "ex6" / "primary_second.835").read_bytes()).payments
    expected = facts("ex6")
    ours = [one for one in payment.claims if one.claim_number == expected["claim"]]
    assert [one.status for one in ours] == expected["steps"][2]["statuses_in_order"]
    assert ours[1].original_number == ours[0].payer_control_number
    (other,) = expected["other_claims_in_file"]
    (read,) = [one for one in payment.claims if one.claim_number == other["claim"]]
    assert said_of(read) == said_of(read) | {
        k: other[k] for k in ("status", "charge", "paid", "patient_responsibility")
    }


@pytest.mark.parametrize("name", ["primary_first.835", "primary_second.835"])
def test_the_payments_of_the_reversed_claim_are_what_was_paid_out(name: str):
    (payment,) = read_835((GOLDEN / "ex6" / name).read_bytes()).payments
    assert plain_cents(payment.total_cents) == facts("ex6")["bpr"][name]


def test_both_answers_of_the_crossover_are_the_same_payment():
    names = [read_835(path.read_bytes()).payments[0] for path in (GOLDEN / "ex5").glob("*.835")]
    assert len({(one.payer_identifier, one.trace_number, one.paid_on, one.total_cents) for one in names}) == 1
    assert [one.claims[0].is_forwarded for one in sorted(names, key=lambda one: one.claims[0].status)] == [False, True]
