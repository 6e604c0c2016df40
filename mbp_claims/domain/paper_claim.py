"""All that a claim on paper says: the filing, the other coverage, how the payer and the printer want it."""

from dataclasses import dataclass

from mbp_claims.domain.eob import Eob
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.filing_plan import MEDICARE
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan


@dataclass(frozen=True)
class OtherCoverage:
    """The client's other plan: the one that has answered, or the one that is asked next."""

    plan: InsurancePlan
    payer: Payer


@dataclass(frozen=True)
class PaperClaim:
    """One claim as it is printed, with the EOB of the payer before where there is one."""

    filing: Filing
    terms: PaperTerms
    printer: FormPrinter
    following: OtherCoverage | None = None
    eob: Eob | None = None

    @property
    def to_medicare(self) -> bool:
        """Medicare reads boxes 4, 7, 9, 11 and 29 in its own way (CMS 100-04, chapter 26)."""
        return self.filing.plan.claim_filing in MEDICARE

    @property
    def other(self) -> OtherCoverage | None:
        prior = self.filing.prior
        return OtherCoverage(prior.plan, prior.payer) if prior else self.following

    @property
    def paid_cents(self) -> int | None:
        """Box 29: what the payer before has paid; None where the box stays empty."""
        prior = self.filing.prior
        return prior.answer.paid_cents if prior and not self.terms.leaves_29 else None
