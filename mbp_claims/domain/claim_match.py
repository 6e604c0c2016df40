"""Which claim of ours a payer's answer is about, and what speaks for and against it. Two are never guessed between."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.days import show_day
from mbp_claims.domain.family import Family
from mbp_claims.domain.line_match import NoMatch, answer_of
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.our_claim import OurClaim, OurLine, OurPlan
from mbp_claims.domain.plan import Rank
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import Match

SECOND = ("2", "20")
THIRD = ("3", "21")
NO_THIRD = "It answers a third claim, and this practice files to two payers"
TWO_FIT = "Two claims fit. Choose the one it answers."
MUST_AGREE = ("charge", "day", "services")
"""What must be the same where a number alone does not prove which claim is meant."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One fact of the answer beside ours. `what`: number, payers_number, member, patient, day, services or charge."""

    what: str
    theirs: str
    ours: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Ours:
    """A claim of ours that may be meant, with all that it is compared by; `name` is the client's."""

    claim: OurClaim
    lines: tuple[OurLine, ...]
    plan: OurPlan
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The claim that is meant and how it was found; or None, and why not."""

    claim: OurClaim | None
    match: str = ""
    why: str = ""


def wanted_rank(remit: RemitClaim) -> Rank | None:
    """The rank of the claim that is answered; None for a status that does not tell (4, 22, 23, 25)."""
    if remit.status in SECOND:
        return Rank.SECONDARY
    return Rank.PRIMARY if remit.status in ("1", "19") else None


def like_numbers(said: str, prefix: str) -> set[str]:
    """Our claim numbers that a payer may have meant by `said`: it changes case, and adds or drops prefixes and dashes.

    `prefix` is what the practice's numbers begin with.
    """
    text = said.strip().upper()
    found = {text}
    if prefix:
        start = text.rfind(prefix.upper())
        if start > 0:
            found.add(text[start:])
        bare = re.sub(r"[^A-Z0-9]", "", prefix.upper())
        tail = re.fullmatch(rf"(?:.*{re.escape(bare)})?[^A-Z0-9]*0*([0-9]+)(-?S)?", text)
        if tail:
            found.add(f"{prefix}{tail.group(1)}")
            found.add(f"{prefix}{tail.group(1)}-S") if tail.group(2) else None
    return found - {said}


def by_services(remit: RemitClaim, candidates: Iterable[Ours]) -> list[Ours]:
    """The candidates whose member, days, procedures and charge are those of the answer, and of its rank."""
    rank = wanted_rank(remit)
    return [
        ours for ours in candidates
        if (rank is None or ours.claim.rank == rank)
        and all(one.agrees for one in agreements(remit, ours) if one.what in ("day", "services", "charge", "member"))
    ]  # fmt: skip


def agreements(remit: RemitClaim, ours: Ours) -> tuple[Agreement, ...]:
    """What the answer says beside what we have: number, member, patient, day, services, charge."""
    claim = ours.claim
    sign = -1 if remit.is_reversal else 1
    base = claim.number.removesuffix("-S") if claim.is_secondary else claim.number
    found = [
        Agreement("number", remit.claim_number, base, remit.claim_number in (claim.number, base)),
        *_member(remit, ours.plan),
        *_patient(remit, ours.name),
        *_day(remit, claim),
        Agreement("services", _services(remit), _ours(ours.lines), _same_services(remit, ours.lines)),
        Agreement(
            "charge", format_cents(remit.charge_cents * sign), format_cents(claim.charge_cents),
            remit.charge_cents * sign == claim.charge_cents,
        ),
    ]  # fmt: skip
    return tuple(found)


def member_ids(remit: RemitClaim) -> set[str]:
    """The member ids by which the payer names patient or subscriber, as we keep them: capitals, no blanks or dashes."""
    named = (remit.patient, remit.subscriber)
    return {plain_member(party.identifier) for party in named if party and party.identifier}


def plain_member(member_id: str) -> str:
    return re.sub(r"[\s-]", "", member_id).upper()


def first_day(remit: RemitClaim) -> date | None:
    days = [line.service_from for line in remit.lines if line.service_from]
    return min(days, default=remit.statement_from)


def numbered(remit: RemitClaim, payer_id: str, family: Family, number: str, match: Match) -> Found:
    """The claim of the family that its number leads to.

    Status 2 and 20 mean the secondary. Those that do not tell (4, 22, 23, 25) mean the claim of the payer who speaks.
    """
    if remit.status in THIRD:
        return Found(None, why=NO_THIRD)
    second, named = family.secondary, family.primary
    if second is not None and number == second.number:
        return Found(second, match)
    if remit.status in SECOND and second is None:
        return Found(None, why=f"{named.number} has no secondary claim: its primary payer has not answered yet")
    if second is not None and (remit.status in SECOND or _speaks_second(remit, payer_id, family, second)):
        return Found(second, match)
    return Found(named, match)


def _speaks_second(remit: RemitClaim, payer_id: str, family: Family, second: OurClaim) -> bool:
    if wanted_rank(remit) is not None:
        return False
    if second.payer_control_number and second.payer_control_number == remit.payer_control_number:
        return True
    payers = family.plans[second.plan_id].payer_id, family.plans[family.primary.plan_id].payer_id
    return payer_id == payers[0] != payers[1]


def _member(remit: RemitClaim, plan: OurPlan) -> list[Agreement]:
    said = member_ids(remit)
    if not said:
        return []
    ours = plain_member(plan.member_id)
    return [Agreement("member", ours if ours in said else sorted(said)[0], ours, ours in said)]


def _patient(remit: RemitClaim, name: str) -> list[Agreement]:
    if not remit.patient or not name:
        return []
    first, last = remit.patient.first.lower(), remit.patient.last.lower()
    agrees = last in name.lower() and (not first or first in name.lower())
    return [Agreement("patient", remit.patient.name.title(), name, agrees)]


def _day(remit: RemitClaim, claim: OurClaim) -> list[Agreement]:
    day = first_day(remit)
    return [Agreement("day", show_day(day), show_day(claim.service_from), day == claim.service_from)] if day else []


def _services(remit: RemitClaim) -> str:
    return " ".join((line.submitted or line.procedure).code for line in remit.lines)


def _ours(lines: Sequence[OurLine]) -> str:
    return " ".join(line.procedure for line in lines)


def _same_services(remit: RemitClaim, lines: Sequence[OurLine]) -> bool:
    try:
        answer_of(date.min, remit, lines)
    except NoMatch:
        return False
    return True
