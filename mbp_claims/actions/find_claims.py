"""Finds the claims of ours that a payment's answers are about: all of a chunk with a few queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.db import families
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.claim_match import (
    TWO_FIT,
    Found,
    Ours,
    agreements,
    by_services,
    first_day,
    like_numbers,
    member_ids,
    numbered,
    plain_member,
    wanted_rank,
)
from mbp_claims.domain.family import Family
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import Match

MUST_AGREE = ("charge", "day", "services")


@dataclass
class Finder:
    """Asks for one practice; `known` are the families that were loaded so far, by the id of either claim."""

    db: Session
    clinician: Clinician
    payer_id: str
    known: dict[int, Family] = field(default_factory=dict)

    def find(self, remits: list[RemitClaim]) -> list[Found]:
        """For each answer the claim it is about; or none, and why."""
        exact = families.claims_by_number(self.db, self.clinician, {remit.claim_number for remit in remits})
        self.know([claim.id for claim in exact.values()])
        lost = [remit for remit in remits if remit.claim_number not in exact]
        like = self._like(lost) if lost else {}
        members = self._members([remit for remit in lost if remit.claim_number not in like]) if lost else {}
        return [self._one(remit, exact, like, members) for remit in remits]

    def candidates(self, remit: RemitClaim) -> list[Ours]:
        """Claims that may be meant, the likeliest first, to be chosen from by a person."""
        near = {ours.claim.id: ours for ours in self._members([remit]).get(remit.claim_number, [])}
        by_number = families.claims_by_number(self.db, self.clinician, self._variants(remit))
        self.know([claim.id for claim in by_number.values()])
        near |= {claim.id: self._ours(claim) for claim in by_number.values()}
        near |= {ours.claim.id: ours for ours in self._namesakes(remit)}
        rank = wanted_rank(remit)
        meant = [ours for ours in near.values() if rank is None or ours.claim.rank == rank]
        likely = sorted(meant, key=lambda o: -sum(one.agrees for one in agreements(remit, o)))
        return likely[:5]

    def _namesakes(self, remit: RemitClaim) -> list[Ours]:
        """Claims of somebody of that name, of the same day and charge: a payer may have another member's ID."""
        day = first_day(remit)
        if day is None or not remit.patient:
            return []
        claims = families.claims_of_day(self.db, self.clinician, day, abs(remit.charge_cents))
        self.know([claim.id for claim in claims])
        names = families.client_names(self.db, {claim.client_id for claim in claims})
        found = [self._ours(claim, names.get(claim.client_id, "")) for claim in claims]
        return [ours for ours in found if any(one.what == "patient" and one.agrees for one in agreements(remit, ours))]

    def _one(
        self, remit: RemitClaim, exact: dict[str, OurClaim], like: dict[str, OurClaim], members: dict[str, list[Ours]]
    ) -> Found:
        number = remit.claim_number
        if claim := exact.get(number):
            return numbered(remit, self.payer_id, self.known[claim.id], claim.number, Match.NUMBER)
        if claim := like.get(number):
            return numbered(remit, self.payer_id, self.known[claim.id], claim.number, Match.LIKE_NUMBER)
        fitting = by_services(remit, members.get(number, []))
        if len(fitting) == 1:
            return Found(fitting[0].claim, Match.SERVICES)
        return Found(None, why=TWO_FIT if fitting else f"No claim has control number {number}")

    def _like(self, lost: list[RemitClaim]) -> dict[str, OurClaim]:
        """By a number that the payer changed, if it can be only one claim, of the same services and charge."""
        variants = {remit.claim_number: self._variants(remit) for remit in lost}
        found = families.claims_by_number(self.db, self.clinician, set().union(*variants.values()))
        self.know([claim.id for claim in found.values()])
        like = {}
        for remit in lost:
            meant = [found[number] for number in variants[remit.claim_number] if number in found]
            if len(meant) == 1 and self._agrees(remit, meant[0]):
                like[remit.claim_number] = meant[0]
        return like

    def _variants(self, remit: RemitClaim) -> set[str]:
        return like_numbers(remit.claim_number, practice_of(self.db, self.clinician).claim_prefix)

    def _agrees(self, remit: RemitClaim, claim: OurClaim) -> bool:
        said = agreements(remit, self._ours(claim))
        return all(one.agrees for one in said if one.what in MUST_AGREE)

    def _members(self, lost: list[RemitClaim]) -> dict[str, list[Ours]]:
        """Claims of the members that the answers name, by the claim number of the answer."""
        wanted = set().union(*(member_ids(remit) for remit in lost)) if lost else set()
        if not wanted:
            return {}
        claims = families.claims_of_members(self.db, self.clinician, wanted)
        self.know([claim.id for claim in claims])
        names = families.client_names(self.db, {claim.client_id for claim in claims})
        by_member: dict[str, list[Ours]] = defaultdict(list)
        for claim in claims:
            ours = self._ours(claim, names.get(claim.client_id, ""))
            by_member[plain_member(ours.plan.member_id)].append(ours)
        return {
            remit.claim_number: [ours for member in member_ids(remit) for ours in by_member.get(member, [])]
            for remit in lost
        }

    def _ours(self, claim: OurClaim, name: str = "") -> Ours:
        family = self.known[claim.id]
        return Ours(family.member(claim.id) or claim, family.lines, family.plans[claim.plan_id], name)

    def know(self, claim_ids: list[int]) -> None:
        new = [one for one in claim_ids if one not in self.known]
        if new:
            self.known |= families.families(self.db, self.clinician, new)
