"""Boxes 1 to 13: the payer, the patient, the insured and the other insurance."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.client import Client
from mbp_claims.domain.paper_claim import OtherCoverage, PaperClaim
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.paper.lettering import Said, born, marked, name, number, phone, plain, zip_code

ON_FILE = "SIGNATURE ON FILE"
SAME = "SAME"
NONE = "NONE"
COVERAGE = {"MB": "medicare", "MA": "medicare", "MC": "medicaid", "CH": "tricare", "VA": "champva"}


@dataclass(frozen=True)
class Insured:
    """The subscriber of a plan: the client, or somebody else."""

    name: str
    born: date | None
    sex: str
    address: tuple[str, str, str, str]
    phone: str = ""

    @classmethod
    def of(cls, plan: InsurancePlan, client: Client) -> "Insured":
        if plan.is_self:
            where = (client.address, client.city, client.state, client.zip)
            return cls(_patient(client), client.born, client.sex, where, client.phone)
        where = (plan.subscriber_address, plan.subscriber_city, plan.subscriber_state, plan.subscriber_zip)
        who = name(plan.subscriber_last, plan.subscriber_first)
        return cls(who, plan.subscriber_born, plan.subscriber_sex, where)


def payer_and_patient(paper: PaperClaim) -> Said:
    """The carrier's corner, 1 to 3, 5, 10, 12 and 13."""
    client, plan = paper.filing.client, paper.filing.plan
    return {
        **_carrier(paper),
        **marked(f"1.{_coverage(plan)}"),
        "1a": plain(plan.member_id),
        "2": _patient(client),
        **born("3", client.born, client.sex),
        **_where("5", (client.address, client.city, client.state, client.zip), client.phone),
        **marked("10a.no"), **marked("10b.no"), **marked("10c.no"),
        "12": ON_FILE, "13": ON_FILE,
    }  # fmt: skip


def insured(paper: PaperClaim) -> Said:
    """4, 6, 7 and 11 of the plan that is asked; for Medicare of the plan before it, or nobody."""
    if paper.to_medicare:
        return _before_medicare(paper)
    plan, client, payer = paper.filing.plan, paper.filing.client, paper.filing.payer
    who = Insured.of(plan, client)
    return {
        "4": who.name, **marked(f"6.{plan.relationship}"), **_where("7", who.address, who.phone),
        "11": number(plan.group_number), **born("11a", who.born, who.sex), "11c": plain(plan.name or payer.name),
        **marked("11d.yes" if paper.other else "11d.no"),
    }  # fmt: skip


def other_insured(paper: PaperClaim) -> Said:
    """9, 9a and 9d; Medicare keeps them for Medigap."""
    other = paper.other
    if other is None or paper.to_medicare:
        return {}
    plan = other.plan
    who = Insured.of(plan, paper.filing.client)
    return {"9": who.name, "9a": number(plan.group_number or plan.member_id), "9d": _plan_name(other)}


def _before_medicare(paper: PaperClaim) -> Said:
    """CMS 100-04, chapter 26, 10.2: NONE where nothing comes before Medicare, else 4, 6, 7, 11 to 11c of that plan."""
    prior = paper.filing.prior
    if prior is None:
        return {"11": NONE}
    plan, client = prior.plan, paper.filing.client
    who = Insured.of(plan, client)
    where = {"7.street": SAME} if plan.is_self else _where("7", who.address, who.phone)
    return {
        "4": SAME if plan.is_self else who.name, **marked(f"6.{plan.relationship}"), **where,
        "11": number(plan.group_number or plan.member_id), **born("11a", who.born, who.sex),
        "11c": _plan_name(OtherCoverage(plan, prior.payer)),
    }  # fmt: skip


def _carrier(paper: PaperClaim) -> Said:
    lines = [paper.filing.payer.name, *paper.terms.address.splitlines()]
    return {f"carrier.{row}": plain(line) for row, line in enumerate(lines[:4], 1)}


def _coverage(plan: InsurancePlan) -> str:
    return COVERAGE.get(plan.claim_filing) or ("group" if plan.group_number else "other")


def _patient(client: Client) -> str:
    return name(client.last_name, client.first_name, client.middle_name)


def _plan_name(other: OtherCoverage) -> str:
    """The payer first: a plan's own name alone does not say whose it is."""
    return plain(f"{other.payer.name} {other.plan.name}")


def _where(box: str, address: tuple[str, str, str, str], digits: str) -> Said:
    street, city, state, zip_digits = address
    return {
        f"{box}.street": plain(street), f"{box}.city": plain(city), f"{box}.state": plain(state),
        f"{box}.zip": zip_code(zip_digits), **phone(box, digits),
    }  # fmt: skip
