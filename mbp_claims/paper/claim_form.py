"""A claim as the boxes of one CMS-1500 (02/12) a page, six services each."""

from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.paper.grid import SERVICES_A_PAGE, boxes
from mbp_claims.paper.insured import insured, other_insured, payer_and_patient
from mbp_claims.paper.lettering import Said
from mbp_claims.paper.providers import billing, totals
from mbp_claims.paper.services import reasons, service


def form_pages(paper: PaperClaim) -> list[Said]:
    """What each box says, page by page, as it stands in its box. Empty boxes are left out."""
    filing = paper.filing
    starts = range(0, len(filing.lines), SERVICES_A_PAGE)
    same = {
        **payer_and_patient(paper), **insured(paper), **other_insured(paper), **reasons(filing), **billing(paper)
    }  # fmt: skip
    pages = []
    for start in starts:
        page = dict(same)
        for row, line in enumerate(filing.lines[start : start + SERVICES_A_PAGE], 1):
            page |= service(filing, line, row)
        page |= totals(paper, start == starts[-1])
        pages.append({key: boxes()[key].filled(text) for key, text in page.items() if text})
    return pages
