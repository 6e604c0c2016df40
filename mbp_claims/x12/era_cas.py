"""A CAS of a claim or a line: group, then up to six triples of reason, amount and quantity."""

from functools import lru_cache

from mbp_claims.domain.codes import reason as listed
from mbp_claims.domain.remit_line import RemitAdjustment
from mbp_claims.x12.error import shown
from mbp_claims.x12.segment import Segment

GROUPS = {"CO", "OA", "PI", "PR"}
FORMER_GROUP = "CR"


def adjustments_of(cas: Segment) -> list[RemitAdjustment]:
    """In the payer's order; no sign is turned. Several CAS of one group are listed one after another, never merged."""
    group, elements = _group(cas), cas.elements
    cas.required(2)
    triples = range(2, len(elements), 3)
    return [_adjustment(cas, group, at) for at in triples if elements[at] or any(elements[at : at + 3])]


def _group(cas: Segment) -> str:
    group = cas.required(1)
    if group == FORMER_GROUP:
        cas.note("the group CR belongs to older files", 1)
    elif group not in GROUPS:
        raise cas.fault(1, f"{shown(group)} is none of the groups CO, OA, PI and PR")
    return group


def _adjustment(cas: Segment, group: str, at: int) -> RemitAdjustment:
    reason = cas.elements[at]
    if not reason:
        raise cas.fault(at, "an amount or a quantity has no reason")
    if not cas.text(at + 1):
        raise cas.fault(at + 1, f"the reason {shown(reason)} has no amount")
    if not _is_listed(reason):
        cas.note(f"the reason {shown(reason)} is on no list", at)
    return RemitAdjustment(group, reason, cas.cents(at + 1), cas.quantity(at + 2))


@lru_cache(maxsize=1024)
def _is_listed(reason: str) -> bool:
    return listed(reason) is not None
