"""A CAS of a claim or a line: group, then up to six triples of reason, amount and quantity."""

from functools import lru_cache

from mbp_claims.domain.codes import reason as listed
from mbp_claims.domain.remit_line import RemitAdjustment
from mbp_claims.words import _
from mbp_claims.x12.error import shown
from mbp_claims.x12.segment import Segment

GROUPS = {"CO", "OA", "PI", "PR"}
FORMER_GROUP = "CR"


def adjustments_of(cas: Segment) -> list[RemitAdjustment]:
    """In the payer's order; no sign is turned. Several CAS of one group are listed one after another, never merged."""
    group = cas.required(1)
    if group not in GROUPS:
        _check_former(cas, group)
    cas.required(2)
    padded, found = (*cas.elements, "", ""), []
    for at in range(2, len(cas.elements), 3):
        reason, amount, quantity = padded[at : at + 3]
        if reason and amount:
            if not _is_listed(reason):
                cas.note(_("the reason {found} is on no list", found=shown(reason)), at)
            number = cas.quantity(at + 2) if quantity else None
            found.append(RemitAdjustment(group, reason, cas.cents(at + 1), number))
        elif reason:
            raise cas.fault(at + 1, _("the reason {found} has no amount", found=shown(reason)))
        elif amount or quantity:
            raise cas.fault(at, _("an amount or a quantity has no reason"))
    return found


def _check_former(cas: Segment, group: str) -> None:
    if group != FORMER_GROUP:
        raise cas.fault(1, _("{found} is none of the groups CO, OA, PI and PR", found=shown(group)))
    cas.note(_("the group CR belongs to older files"), 1)


@lru_cache(maxsize=1024)
def _is_listed(reason: str) -> bool:
    return listed(reason) is not None
