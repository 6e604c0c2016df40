"""The payer's own number of a claim (CLP07). What corrects or takes back an answer may come under another claim number
of ours and name the payer's number of the original in REF*F8 (domain.md 3.8)."""

from collections.abc import Collection, Iterable

from mbp_claims.domain.claim_match import (
    MUST_AGREE,
    TWO_FIT,
    Agreement,
    Found,
    Ours,
    agreements,
    numbered,
    wanted_rank,
)
from mbp_claims.domain.family import Family
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import Match


def numbers_of(remit: RemitClaim) -> tuple[str, ...]:
    """The payer's numbers by which an answer may be known, the one that it corrects before its own."""
    return tuple(filter(None, (remit.original_number, remit.payer_control_number)))


def known_by(remit: RemitClaim) -> Agreement:
    """Said of a claim that was found by the payer's number."""
    (number, *_) = numbers_of(remit)
    return Agreement("payers_number", number, number, True)


def by_payers_number(remit: RemitClaim, payer_id: str, number: str, known: Iterable[Ours]) -> list[Ours]:
    """Those that may be meant, of the claims that are known by that number of it: of its rank, and of the same day,
    services and charge. Where the payer itself names the number as the original, being of that payer is enough."""
    rank = wanted_rank(remit)
    named = number == remit.original_number
    return [
        ours for ours in known
        if (rank is None or ours.claim.rank == rank)
        and ((named and ours.plan.payer_id == payer_id) or _same(remit, ours))
    ]  # fmt: skip


def by_number_and_payers_number(
    remit: RemitClaim, payer_id: str, family: Family, number: str, meant: Collection[Ours]
) -> Found:
    """The claim that our number leads to, where the payer's number of the original does not speak against it.

    `meant` are the claims that the payer's number leads to. In the same family it tells which payer's answer is meant.
    """
    found = numbered(remit, payer_id, family, number, Match.NUMBER)
    others = [ours.claim for ours in meant if found.claim is not None and ours.claim.id != found.claim.id]
    if len(meant) != 1 or not others or remit.original_number is None:
        return found
    (other,) = others
    if family.member(other.id) is not None:
        return Found(other, Match.NUMBER)
    return Found(None, why=_two(number, remit.original_number, other))


def only(meant: Collection[Ours]) -> Found | None:
    """The one that the payer's number leads to; None where it leads to nothing."""
    if not meant:
        return None
    (first, *more) = meant
    return Found(None, why=TWO_FIT) if more else Found(first.claim, Match.PAYERS_NUMBER)


def _same(remit: RemitClaim, ours: Ours) -> bool:
    return all(one.agrees for one in agreements(remit, ours) if one.what in MUST_AGREE)


def _two(number: str, original: str, other: OurClaim) -> str:
    return f"Its number is that of {number}, but it corrects the payer’s claim {original}, which is {other.number}. " \
           "Choose the one it answers."  # fmt: skip
