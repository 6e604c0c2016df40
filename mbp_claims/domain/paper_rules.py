"""What must be filled in before a claim can go on paper, as sentences that say what to do."""

from collections.abc import Iterator

from mbp_claims.domain.filing_rules import missing
from mbp_claims.domain.latin import latin
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.paper_claim import OtherCoverage, PaperClaim
from mbp_claims.words import _

ELECTRONIC = frozenset(
    {"practice.submitter_id", "practice.receiver_id", "practice.receiver_name", "plan.payer_id", "prior.payer_id"}
)
"""What only a clearinghouse asks for."""
LONGEST_ID, LONGEST_REFERENCE = 29, 17
LARGEST_CHARGE, LARGEST_TOTAL, LARGEST_PAID = 999_999_99, 9_999_999_99, 999_999_99
LARGEST_UNITS = 999


def missing_on_paper(paper: PaperClaim) -> dict[str, str]:
    """As `missing`, without what only an electronic claim needs, and with what the boxes have no room for."""
    said = {about: words for about, words in missing(paper.filing).items() if about not in ELECTRONIC}
    for about, words in _too_large(paper):
        said.setdefault(about, words)
    return said


def _too_large(paper: PaperClaim) -> Iterator[tuple[str, str]]:
    """A name may be cut; a number that is cut is another number."""
    filing = paper.filing
    asked = OtherCoverage(filing.plan, filing.payer)
    for about, one in (("plan", asked), ("prior", paper.other or asked)):
        for name, words in (("member_id", _("member ID")), ("group_number", _("group number"))):
            if len(latin(getattr(one.plan, name))) > LONGEST_ID:
                yield (
                    f"{about}.{name}",
                    _(
                        "Correct the {words} of the {payer} plan: the form has room for 29",
                        words=words,
                        payer=one.payer.name,
                    ),
                )
    if len(latin(filing.claim.prior_authorization)) > LONGEST_ID:
        yield "claim.prior_authorization", _("Correct the prior authorization: the form has room for 29 characters")
    if filing.frequency != "1" and len(latin(filing.original_reference)) > LONGEST_REFERENCE:
        yield "claim.original_reference", _("Correct the payer’s claim number: the form has room for 17 characters")
    for number, line in enumerate(filing.lines, 1):
        if line.charge_cents > LARGEST_CHARGE:
            yield (
                f"line.{number}.charge",
                _(
                    "Split service {number}: {charge} does not fit",
                    number=number,
                    charge=format_cents(line.charge_cents),
                ),
            )
        if line.units > LARGEST_UNITS:
            yield (
                f"line.{number}.units",
                _(
                    "Split service {number}: the form has room for {largest_units} units",
                    number=number,
                    largest_units=LARGEST_UNITS,
                ),
            )
    if sum(line.charge_cents for line in filing.lines) > LARGEST_TOTAL:
        yield "claim.lines", _("Split the claim: its total does not fit on the form")
    if (paper.paid_cents or 0) < 0:
        yield "claim.paid", _("Correct what was paid: the form has no place for an amount below zero")
    if (paper.paid_cents or 0) > LARGEST_PAID:
        yield "claim.paid", _("File it electronically: what was paid does not fit on the form")
