"""Who takes part in an 837P: loops 1000 (submitter, receiver), 2000 and 2010 (provider, subscriber, payer, patient)."""

from mbp_claims.domain.client import Client
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Relationship
from mbp_claims.domain.practice import Practice
from mbp_claims.x12.writing import day, digits, segment, text

BILLING_LEVEL = "1"
SUBSCRIBER_LEVEL = 2
"""HL01 of the first subscriber of a transaction set."""


def submitter_and_receiver(practice: Practice) -> list[str]:
    """Loops 1000A and 1000B."""
    return [
        _practice_name("41", practice, "46", practice.submitter_id),
        segment("PER", "IC", text(practice.contact_name, 60), "TE", digits(practice.phone)),
        segment("NM1", "40", "2", text(practice.receiver_name, 60), "", "", "", "", "46", practice.receiver_id),
    ]


def billing_provider(practice: Practice) -> list[str]:
    """Loops 2000A and 2010AA."""
    return [
        segment("HL", BILLING_LEVEL, "", "20", "1"),
        *taxonomy("BI", practice.taxonomy),
        _practice_name("85", practice, "XX", practice.npi),
        *address(practice.address, practice.city, practice.state, practice.zip),
        segment("REF", practice.tax_id_type, digits(practice.tax_id)),
    ]


def subscriber_and_patient(filing: Filing, order: str) -> list[str]:
    """Loops 2000B to 2010CA. `order` is SBR01. A patient who is not the subscriber has a level of its own below."""
    plan, client = filing.plan, filing.client
    own = plan.is_self
    subscriber = [
        segment("HL", str(SUBSCRIBER_LEVEL), BILLING_LEVEL, "22", "0" if own else "1"),
        subscription(plan, order, Relationship.SELF.code if own else "", plan.msp_type),
        subscriber_name(plan, client),
        *(_whereabouts(client) if own else []),
        payer_name(filing.payer),
    ]
    return subscriber if own else [*subscriber, *_patient(plan, client)]


def subscription(plan: InsurancePlan, order: str, relationship: str, msp_type: str = "") -> str:
    """SBR, in 2000B and in 2320."""
    group = text(plan.group_number, 50)
    return segment("SBR", order, relationship, group, "", msp_type, "", "", "", plan.claim_filing)


def subscriber_name(plan: InsurancePlan, client: Client) -> str:
    """NM1*IL, in 2010BA and in 2330A."""
    if plan.is_self:
        return _person("IL", client.last_name, client.first_name, client.middle_name, "MI", plan.member_id)
    return _person("IL", plan.subscriber_last, plan.subscriber_first, "", "MI", plan.member_id)


def payer_name(payer: Payer) -> str:
    """NM1*PR, in 2010BB and in 2330B."""
    return segment("NM1", "PR", "2", text(payer.name, 60), "", "", "", "", "PI", payer.payer_id)


def rendering_provider(filing: Filing) -> list[str]:
    """Loop 2310B, only where the one who treats is not the one who bills."""
    clinician = filing.rendering
    if clinician.npi == filing.practice.npi:
        return []
    name = _person("82", clinician.last_name, clinician.first_name, "", "XX", clinician.npi)
    return [name, *taxonomy("PE", clinician.taxonomy)]


def taxonomy(role: str, code: str) -> list[str]:
    return [segment("PRV", role, "PXC", code)] if code else []


def address(street: str, city: str, state: str, zip_code: str) -> list[str]:
    """N3 and N4, or nothing where no address is known."""
    if not street:
        return []
    return [segment("N3", text(street, 55)), segment("N4", text(city, 30), state, digits(zip_code))]


def _patient(plan: InsurancePlan, client: Client) -> list[str]:
    return [
        segment("HL", str(SUBSCRIBER_LEVEL + 1), str(SUBSCRIBER_LEVEL), "23", "0"),
        segment("PAT", Relationship(plan.relationship).code),
        _person("QC", client.last_name, client.first_name, client.middle_name),
        *_whereabouts(client),
    ]


def _whereabouts(client: Client) -> list[str]:
    return [
        *address(client.address, client.city, client.state, client.zip),
        segment("DMG", "D8", day(client.born), client.sex),
    ]


def _practice_name(role: str, practice: Practice, id_kind: str, number: str) -> str:
    if practice.is_person:
        return _person(role, practice.name, practice.first_name, "", id_kind, number)
    return segment("NM1", role, "2", text(practice.name, 60), "", "", "", "", id_kind, number)


def _person(role: str, last: str, first: str, middle: str = "", id_kind: str = "", number: str = "") -> str:
    name = text(last, 60), text(first, 35), text(middle, 25)
    return segment("NM1", role, "1", *name, "", "", id_kind, number)
