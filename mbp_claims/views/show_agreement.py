"""What speaks for and against a match, told in words."""

from collections.abc import Sequence

from mbp_claims.domain.claim_match import Agreement
from mbp_claims.views.era_review import Reason
from mbp_claims.views.marked import marked
from mbp_claims.words import _, ngettext

NAMES = {
    "number": _("claim number"), "payers_number": _("payer’s number"), "member": _("member ID"), "patient": _("name"),
    "day": _("date"), _("services"): _("services"), _("charge"): _("charge"),
}  # fmt: skip


def agree(agreements: Sequence[Agreement]) -> str:
    """`Claim number, member ID and date agree`; what differs is named after it."""
    good = [NAMES[one.what] for one in agreements if one.agrees]
    bad = [NAMES[one.what] for one in agreements if not one.agrees]
    said = ngettext("{listed} agrees", "{listed} agree", len(good), listed=_listed(good)) if good else ""
    differs = ngettext("{listed} differs", "{listed} differ", len(bad), listed=_listed(bad)) if bad else ""
    return _capital(", ".join(filter(None, (said, differs))))


def reasons(agreements: Sequence[Agreement], number: str) -> list[Reason]:
    """What differs first, each with both texts; then what agrees, in one sentence."""
    found = [_difference(one) for one in agreements if not one.agrees]
    good = [NAMES[one.what] for one in agreements if one.agrees]
    if good:
        said = ngettext(
            "{listed} agrees with {number}",
            "{listed} agree with {number}",
            len(good),
            listed=_listed(good),
            number=number,
        )
        found.append(Reason(_capital(said), True))
    return found


def _difference(one: Agreement) -> Reason:
    theirs, ours = marked(one.theirs, one.ours)
    return Reason(_("{capital} differs:", capital=_capital(NAMES[one.what])), False, theirs, ours)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
