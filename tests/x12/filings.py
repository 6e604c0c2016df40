"""Filings for tests: the golden ones, from the facts in their `expected.json`, and a plain one to vary."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.filing import Filing, PriorPayer
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician, Practice

GOLDEN = Path(__file__).parent / "files" / "golden"
Facts = dict  # of an expected.json

# What a claim says and its expected.json does not: address, diagnoses, control number, the day it was written.
BESIDES = {
    "ex1": (("12 ELM STREET", "PORTLAND", "041020000"), "F41.1", 201, "2026-02-10"),
    "ex3": (("31 QUARRY STREET", "PORTLAND", "041030000"), "F43.22", 203, "2026-03-09"),
    "ex4": (("5 TIDEMILL COURT", "SCARBOROUGH", "040740000"), "F33.1", 204, "2026-02-04"),
    "ex5": (("77 BEACON HILL LANE", "YARMOUTH", "040960000"), "F41.1 F51.01", 205, "2026-02-24"),
    "ex6": (("210 WATER STREET APT 4", "BATH", "045300000"), "F43.23", 206, "2026-02-12"),
    "ex7": (("14 FERRY ROAD", "LEWISTON", "042400000"), "F43.10", 207, "2026-03-03"),
    "ex9": (("3 LOOKOUT POINT", "HARPSWELL", "040790000"), "F33.1", 209, "2026-03-12"),
}


def facts(example: str) -> Facts:
    return json.loads((GOLDEN / example / "expected.json").read_text())


def golden_text(example: str, name: str = "secondary.837p") -> str:
    return (GOLDEN / example / name).read_text()


def golden_filing(example: str, answered: Facts | None = None, plans: Facts | None = None) -> Filing:
    """The secondary claim that follows from the facts; `answered` where the answer stands deeper in them."""
    told = facts(example)
    answered = told | (answered or {})
    plans = plans or told["plans"]
    lines = tuple(_line(i, line) for i, line in enumerate(answered["lines"] or told["our_lines"], 1))
    (street, city, zip_code), diagnoses, control, day = BESIDES[example]
    primary = PriorPayer(_plan(plans["primary"]), _payer(plans["primary"]), _answer(answered))
    return Filing(
        practice=practice(), rendering=clinician(),
        client=_client(plans["client"], street, city, zip_code),
        plan=_plan(plans["secondary"]), payer=_payer(plans["secondary"]),
        claim=_claim(diagnoses, lines), claim_number=answered["claim"], lines=lines,
        control_number=control, written_at=datetime.fromisoformat(f"{day}T10:30"), prior=primary,
    )  # fmt: skip


def plain_filing(**changes: object) -> Filing:
    """The filing of the first golden example, with changes to the filing itself."""
    return replace(golden_filing("ex1"), **changes)


def practice() -> Practice:
    return Practice(
        name="Calm Harbor Counseling LLC", npi="1234567893", tax_id="12-3456789", taxonomy="1041C0700X",
        address="100 Harbor Way", city="Portland", state="ME", zip="04101-9998", phone="(555) 555-0100",
        submitter_id="CALMHARBOR", receiver_name="Clearinghouse One", receiver_id="CLEARHOUSE1", usage="T",
    )  # fmt: skip


def clinician() -> Clinician:
    return Clinician(practice_id=1, first_name="Lena", last_name="Okafor", npi="1245319599", taxonomy="1041C0700X")


def _client(told: Facts, street: str, city: str, zip_code: str) -> Client:
    first, *middle, last = told["name"].title().split()
    return Client(
        practice_id=1, number="R-0412", first_name=first, middle_name=" ".join(middle), last_name=last,
        born=date.fromisoformat(told["born"]), sex=told["sex"],
        address=street.title(), city=city.title(), state="ME", zip=zip_code,
    )  # fmt: skip


def _plan(told: Facts) -> InsurancePlan:
    first, _, last = told.get("subscriber", "").partition(" ")
    own = told["relationship"] == "self"
    return InsurancePlan(
        practice_id=1, client_id=1, payer_id=1, rank="secondary", active=True, effective=date(2026, 1, 1),
        member_id=told["member_id"], group_number=told.get("group") or "", relationship=told["relationship"],
        claim_filing=told["claim_filing"], msp_type=told.get("msp_type") or "",
        subscriber_first=first, subscriber_last=last,
        subscriber_born=None if own else date.fromisoformat(told["subscriber_born"]),
        subscriber_address="" if own else "31 Quarry Street", subscriber_city="Portland",
        subscriber_state="ME", subscriber_zip="041030000",
    )  # fmt: skip


def _payer(told: Facts) -> Payer:
    return Payer(name=told["payer"].title(), payer_id=told["id"], claim_filing=told["claim_filing"])


def _claim(diagnoses: str, lines: tuple[ServiceLine, ...]) -> Claim:
    days = [line.service_date for line in lines]
    return Claim(
        practice_id=1, client_id=1, plan_id=2, number="S", rank="secondary", primary_claim_id=1, rendering_id=1,
        service_from=min(days), service_to=max(days), charge_cents=sum(line.charge_cents for line in lines),
        diagnoses=diagnoses,
    )  # fmt: skip


def _line(position: int, told: Facts) -> ServiceLine:
    modifiers = told.get("modifiers", [])
    return ServiceLine(
        claim_id=1, position=position, control=told["control"], service_date=date.fromisoformat(told["date"]),
        procedure=told["cpt"], modifiers=" ".join(modifiers), charge_cents=parse_cents(told["charge"]),
        place_of_service="10" if "95" in modifiers else "",
    )  # fmt: skip


def _answer(told: Facts) -> Answer:
    lines = list(enumerate(told["lines"], 1))
    return Answer(
        paid_cents=parse_cents(told["paid"]),
        adjudicated_on=date.fromisoformat(told["paid_date"]),
        payments=tuple(
            LinePayment(i, parse_cents(line["paid"]), line["units"], line["cpt"], tuple(line["modifiers"]))
            for i, line in lines
        ),
        reductions=(
            *_reductions(CLAIM_LEVEL, told.get("claim_adjustments", [])),
            *(reduction for i, line in lines for reduction in _reductions(i, line["adjustments"])),
        ),
        control_number=told["payer_claim_control_number"],
        moa=("", "", *told["remarks"]) if "remarks" in told else (),
    )


def _reductions(line: int, told: list) -> list[Reduction]:
    return [Reduction(line, group, reason, parse_cents(cents), many or "") for group, reason, cents, many in told]
