"""Our own checks of a finished 837P: the arithmetic and the codes that no structure checker looks at.

Rules: 005010X222A1, 1.4.1 (coordination of benefits), 2320, 2330B, 2430.
"""

from collections.abc import Iterator

from mbp_claims.words import _
from mbp_claims.x12.check_balance import balance_faults
from mbp_claims.x12.check_codes import code_faults
from mbp_claims.x12.check_envelope import envelope_faults
from mbp_claims.x12.check_segment import segment_faults
from mbp_claims.x12.check_service import service_faults
from mbp_claims.x12.check_shape import shape_faults
from mbp_claims.x12.finding import Finding
from mbp_claims.x12.written_claim import WrittenClaim, WrittenFile, WrittenLoop

MEDICARE = ("MA", "MB")


def faults(text: str) -> list[str]:
    """A sentence for each reason why a payer would refuse the file; empty when there is none."""
    return [finding.sentence for finding in findings(WrittenFile.read(text))]


def findings(file: WrittenFile) -> list[Finding]:
    """The same, each with its claim."""
    if len(file.envelope.all("ISA")) != 1 or not file.claims:
        return [Finding(0, _("The file must be one interchange with at least one claim."))]
    return [
        *(Finding(0, said) for said in (*envelope_faults(file.all), *code_faults(file.envelope))),
        *(Finding(owner, said) for owner, s in zip(file.owners, file.all, strict=True) for said in segment_faults(s)),
        *(Finding(place, said) for place, claim in enumerate(file.claims, 1) for said in _claim_faults(claim)),
    ]


def _claim_faults(claim: WrittenClaim) -> list[str]:
    if len(claim.claim.all("CLM")) != 1:
        return ["Each subscriber must have exactly one claim (CLM)."]
    return [
        *shape_faults(claim),
        *_order_faults(claim),
        *(said for other in claim.others for said in _other_payer_faults(claim, other)),
        *_named_payer_faults(claim),
        *code_faults(claim.all),
        *service_faults(claim),
        *balance_faults(claim),
    ]


def _order_faults(claim: WrittenClaim) -> Iterator[str]:
    """Each payer has its own place (SBR01); only Medicare behind another payer says why it is second (SBR05)."""
    destination = claim.before.find("SBR")
    subscriptions = [destination, *(other.find("SBR") for other in claim.others)]
    places = [s.element(1) for s in subscriptions]
    if len(set(places)) < len(places):
        yield _("Two payers hold the same place in the order of payment.")
    if any(s.element(5) and (s.element(1) == "P" or s.element(9) not in MEDICARE) for s in subscriptions):
        yield _("The reason why Medicare pays second belongs to Medicare only, and never to the plan that pays first.")
    if destination.element(9) in MEDICARE and destination.element(1) != "P" and not destination.element(5):
        yield _("Medicare as second payer needs the reason why it pays second.")


def _other_payer_faults(claim: WrittenClaim, other: WrittenLoop) -> Iterator[str]:
    """What the other payer paid, when it answered and what it left to the client, each once."""
    name = other.find("NM1", "PR").element(3) or "the other payer"
    if not other.find("AMT", "D"):
        yield _("What {name} paid is missing.", name=name)
    answers = _answers_of(claim, other)
    if not other.find("DTP", "573") and not any(a.find("DTP", "573") for a in answers):
        yield _("The date of the answer of {name} is missing.", name=name)
    for what, head in (("The date of the answer", ("DTP", "573")), ("What the client still owes", ("AMT", "EAF"))):
        if other.find(*head) and any(answer.find(*head) for answer in answers):
            yield _(
                "{what} of {name} stands at the claim and at its lines; it may stand at one of them only.",
                what=what,
                name=name,
            )


def _named_payer_faults(claim: WrittenClaim) -> Iterator[str]:
    named = {other.find("NM1", "PR").element(9) for other in claim.others} - {""}
    for line in claim.lines:
        for answer in line.answers:
            if answer.find("SVD").element(1) not in named:
                yield _("Line {number} names a payer that the claim does not name.", number=line.number)


def _answers_of(claim: WrittenClaim, other: WrittenLoop) -> list[WrittenLoop]:
    payer = other.find("NM1", "PR").element(9)
    return [a for line in claim.lines for a in line.answers if a.find("SVD").element(1) == payer]
