"""The services of a client as lines of a superbill, with the money that their ledgers say."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import clinicians, families, superbills
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.codes import icd10_plain
from mbp_claims.domain.contact import shown_phone, shown_zip
from mbp_claims.domain.family import Family
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.superbill import Bill, BillLine, Party
from mbp_claims.domain.superbill_money import LineMoney, money_by_line
from mbp_claims.domain.superbill_rules import Days


@dataclass(frozen=True)
class Service:
    """One that can be billed, the primary claim that it stands on, and who rendered it."""

    line: BillLine
    claim: Claim
    provider: Clinician


def services_of(db: Session, clinician: Clinician, client: Client, days: Days) -> tuple[Service, ...]:
    """Of these days, oldest first; the client was loaded through the clinician."""
    found = superbills.services(db, client, days.first, days.last)
    by_claim = families.families(db, clinician, {claim.id or 0 for claim, _ in found})
    money = {claim_id: _money(family) for claim_id, family in by_claim.items()}
    providers = {
        provider_id: clinicians.colleague(db, clinician, provider_id)
        for provider_id in {claim.rendering_id for claim, _ in found}
    }
    return tuple(
        Service(
            _line(claim, line, providers[claim.rendering_id], money[claim.id or 0][line.position]), claim,
            providers[claim.rendering_id],
        )
        for claim, line in found
    )  # fmt: skip


def bill_of(practice: Practice, client: Client, days: Days, chosen: tuple[Service, ...]) -> Bill:
    """Of what is all there."""
    biller = " ".join(filter(None, (practice.first_name, practice.name)))
    return Bill(
        Party(biller, _address(practice), shown_phone(practice.phone), practice.npi), _tax_id(practice),
        practice.tax_id_type, Party(client.name, _address(client), "", client.number), client.born, days.first,
        days.last, tuple(one.line for one in chosen),
    )  # fmt: skip


def _money(family: Family) -> dict[int, LineMoney]:
    """By the position of the line: the claim's own page reads the same ledger."""
    members = (family.primary, family.secondary)
    answers = [family.answers[one.id] for one in members if one and one.id in family.answers]
    return money_by_line({line.position: line.charge_cents for line in family.lines}, answers, family.balances)


def _line(claim: Claim, line: ServiceLine, provider: Clinician, money: LineMoney) -> BillLine:
    codes = [icd10_plain(code) for code in claim.diagnosis_codes]
    pointed = tuple(codes[int(p) - 1] for p in re.findall(r"\d+", line.pointers) if 0 < int(p) <= len(codes))
    return BillLine(
        line.id or 0, claim.number, line.service_date, line.procedure, line.modifier_codes,
        line.place_of_service or claim.place_of_service, line.units, pointed or tuple(codes), provider.signature,
        provider.npi, line.charge_cents, *money,
    )  # fmt: skip


def _address(one: Practice | Client) -> tuple[str, ...]:
    return one.address, f"{one.city}, {one.state} {shown_zip(one.zip)}"


def _tax_id(practice: Practice) -> str:
    """In full, also where it is a person's social security number: an insurer pays nobody without it."""
    digits = re.sub(r"\D", "", practice.tax_id)
    if len(digits) != 9:
        return practice.tax_id
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}" if practice.tax_id_type == "SY" else f"{digits[:2]}-{digits[2:]}"
