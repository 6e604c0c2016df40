"""Finds the claims of ours that a payment's answers are about: all of a chunk with a few queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.db import families
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.payers_numbers import claims_by_payers_number
from mbp_claims.domain.claim_match import (
    MUST_AGREE,
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
from mbp_claims.domain.payers_number import by_number_and_payers_number, by_payers_number, numbers_of, only
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import Match


@dataclass
class Finder:
    """Asks for one practice; `known` are the families that were loaded so far, by the id of either claim.

    `taken_back` are the payer's numbers of reversals that were found: a correction after them may name its reversal.
    """

    db: Session
    clinician: Clinician
    payer_id: str
    known: dict[int, Family] = field(default_factory=dict)
    taken_back: dict[str, int] = field(default_factory=dict)

    def find(self, remits: list[RemitClaim]) -> list[Found]:
        """For each answer the claim it is about; or none, and why."""
        exact = families.claims_by_number(self.db, self.clinician, {remit.claim_number for remit in remits})
        self.know([claim.id for claim in exact.values()])
        lost = [remit for remit in remits if remit.claim_number not in exact]
        named = self._named([remit for remit in remits if remit.original_number or remit.claim_number not in exact])
        like = self._like(lost) if lost else {}
        members = self._members([remit for remit in lost if remit.claim_number not in like]) if lost else {}
        found = []
        for remit in remits:
            one = self._one(remit, exact, named, like, members)
            if one.claim is not None and remit.is_reversal and remit.payer_control_number:
                self.taken_back[remit.payer_control_number] = one.claim.id
            found.append(one)
        return found

    def candidates(self, remit: RemitClaim) -> list[Ours]:
        """Claims that may be meant, the likeliest first, to be chosen from by a person."""
        near = {ours.claim.id: ours for ours in self._members([remit]).get(remit.claim_number, [])}
        by_number = families.claims_by_number(self.db, self.clinician, self._variants(remit) | {remit.claim_number})
        self.know([claim.id for claim in by_number.values()])
        near |= {claim.id: self._ours(claim) for claim in by_number.values()}
        near |= {ours.claim.id: ours for ours in self._meant(remit, self._named([remit]))}
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
        self, remit: RemitClaim, exact: dict[str, OurClaim], named: dict[str, set[int]], like: dict[str, OurClaim],
        members: dict[str, list[Ours]],
    ) -> Found:  # fmt: skip
        number, meant = remit.claim_number, self._meant(remit, named)
        if claim := exact.get(number):
            return by_number_and_payers_number(remit, self.payer_id, self.known[claim.id], claim.number, meant)
        if (one := only(meant)) is not None:
            return one
        if claim := like.get(number):
            return numbered(remit, self.payer_id, self.known[claim.id], claim.number, Match.LIKE_NUMBER)
        fitting = by_services(remit, members.get(number, []))
        if len(fitting) == 1:
            return Found(fitting[0].claim, Match.SERVICES)
        return Found(None, why=TWO_FIT if fitting else f"No claim has control number {number}")

    def _named(self, remits: list[RemitClaim]) -> dict[str, set[int]]:
        """Ids of claims of ours by the payer's own number of them."""
        numbers = {number for remit in remits for number in numbers_of(remit)}
        found = claims_by_payers_number(self.db, self.clinician, numbers) if numbers else {}
        self.know([claim_id for ids in found.values() for claim_id in ids])
        return found

    def _meant(self, remit: RemitClaim, named: dict[str, set[int]]) -> list[Ours]:
        """Those that its numbers lead to; the number that it corrects goes before its own."""
        for number in numbers_of(remit):
            ids = {*named.get(number, ()), self.taken_back.get(number, 0)}
            ours = [self._ours(claim) for one in sorted(ids) if (claim := self._claim(one))]
            if meant := by_payers_number(remit, self.payer_id, number, ours):
                return meant
        return []

    def _claim(self, claim_id: int) -> OurClaim | None:
        family = self.known.get(claim_id)
        return family.member(claim_id) if family else None

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
