"""What speaks for and against a match, told in words."""

from collections.abc import Sequence

from mbp_claims.domain.claim_match import Agreement
from mbp_claims.views.era_review import Reason
from mbp_claims.views.marked import marked

NAMES = {
    "number": "claim number", "payers_number": "payer’s number", "member": "member ID", "patient": "name",
    "day": "date", "services": "services", "charge": "charge",
}  # fmt: skip


def agree(agreements: Sequence[Agreement]) -> str:
    """`Claim number, member ID and date agree`; what differs is named after it."""
    good = [NAMES[one.what] for one in agreements if one.agrees]
    bad = [NAMES[one.what] for one in agreements if not one.agrees]
    said = f"{_listed(good)} agree{'s' if len(good) == 1 else ''}" if good else ""
    differs = f"{_listed(bad)} differ{'s' if len(bad) == 1 else ''}" if bad else ""
    return _capital(", ".join(filter(None, (said, differs))))


def reasons(agreements: Sequence[Agreement], number: str) -> list[Reason]:
    """What differs first, each with both texts; then what agrees, in one sentence."""
    found = [_difference(one) for one in agreements if not one.agrees]
    good = [NAMES[one.what] for one in agreements if one.agrees]
    if good:
        found.append(Reason(_capital(f"{_listed(good)} agree{'s' if len(good) == 1 else ''} with {number}"), True))
    return found


def _difference(one: Agreement) -> Reason:
    theirs, ours = marked(one.theirs, one.ours)
    return Reason(f"{_capital(NAMES[one.what])} differs:", False, theirs, ours)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
