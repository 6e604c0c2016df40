"""The print form told in words."""

from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.views.printing import PrintView
from mbp_claims.words import _


def print_view(paper: PaperClaim, missing: tuple[str, ...], key: str) -> PrintView:
    filing, terms, printer = paper.filing, paper.terms, paper.printer
    prior = filing.prior
    return PrintView(
        key, filing.claim.number, "S" if filing.claim.is_secondary else "P",
        f"{filing.claim.number} · {filing.client.name} · {filing.payer.name}", filing.payer.name, list(missing),
        _("The answer of {payer} is printed behind the form.", payer=prior.payer.name) if prior else "",
        terms.only, terms.leaves_29, terms.address, printer.lined, _millimeters(printer.right),
        _millimeters(printer.down),
    )  # fmt: skip


def _millimeters(tenths: int) -> str:
    """`-15` is `-1.5`, `20` is `2`."""
    whole, part = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}" + (f".{part}" if part else "")
