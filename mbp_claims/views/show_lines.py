"""The lines of an ERA told in words: matched, not matched, and those that cannot be posted as they are."""

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.codes import meaning
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import CandidateFacts, PreviewLine
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import Match, Outcome, Problem, Proposal, RemittanceClaim
from mbp_claims.domain.standing import standing
from mbp_claims.views.claim import Equation, EquationTerm
from mbp_claims.views.era_review import CandidateView, Correction, Cut, LostLine, MatchedLine, ProblemLine
from mbp_claims.views.form import Option
from mbp_claims.views.show_agreement import agree, reasons
from mbp_claims.views.show_claim import CHIPS
from mbp_claims.views.show_effect import Chip, causes, verdict_chip
from mbp_claims.words import _

ADVICE = {
    Problem.UNBALANCED: _("Ask the payer for a corrected file, or enter this claim by hand from the paper EOB."),
    Problem.UNREADABLE: _("Ask the payer for a corrected file, or enter this claim by hand from the paper EOB."),
    Problem.LINES_DIFFER: _("Compare it with the claim. Enter it by hand, or skip the line."),
    Problem.ANSWERED: _("Skip the line, or reopen the claim first."),
}
BY_FORM = (Problem.UNBALANCED, Problem.UNREADABLE, Problem.LINES_DIFFER)


def matched_line(line: PreviewLine, payer: str) -> MatchedLine:
    """`payer` is whose ERA it is."""
    row = line.row
    posted = row.outcome == Outcome.POSTED
    (status, tone, icon), follows = _posted(line) if posted else _to_come(line, payer)
    return MatchedLine(
        str(row.id), row.claim_number, show_day(row.service_on), _service(row), line.number, _agrees(line),
        format_cents(row.charge_cents), format_cents(row.paid_cents), _cuts(line.remit), posted, status, tone, icon,
        follows, row.match == Match.CHOSEN and not posted, _correction(line, payer),
    )  # fmt: skip


def _to_come(line: PreviewLine, payer: str) -> tuple[Chip, list[str]]:
    if line.refusal:
        return (_("Not any more"), "warning", "triangle-alert"), [line.refusal]
    if line.effect is None:
        return (_("Ready"), "neutral", "check"), []
    return verdict_chip(line.effect), causes(line.effect, payer)


def _posted(line: PreviewLine) -> tuple[Chip, list[str]]:
    """How the claim that asks for the rest stands now; else the claim itself."""
    shown = line.follower or line.ours
    stands = standing(shown) if shown else None
    chip = (stands.words, *CHIPS[stands.kind]) if stands else (_("Posted"), "success", "check")
    return chip, [_follower(line.follower, line.next_payer)] if line.follower else []


def _follower(claim: Claim, payer: str) -> str:
    return _(
        "{number}, {to_bill} to {payer}", number=claim.number, to_bill=format_cents(claim.to_bill_cents), payer=payer
    )


def _service(row: RemittanceClaim) -> str:
    return " · ".join(filter(None, (row.services, row.patient.title())))


def _agrees(line: PreviewLine) -> str:
    said = agree(line.agreements)
    return f"{line.row.why}. {said}" if line.row.match == Match.CHOSEN and line.row.why else said


def _cuts(remit: RemitClaim | None) -> list[Cut]:
    found = remit.all_adjustments if remit else ()
    return [Cut(f"{one.group}-{one.reason}", meaning(one.reason), format_cents(one.amount_cents)) for one in found]


def _correction(line: PreviewLine, payer: str) -> Correction:
    said = line.remit.corrected_insured if line.remit else None
    if line.row.proposal != Proposal.OPEN or said is None or not said.identifier or not line.number:
        return Correction()
    return Correction(
        str(line.row.id),
        _("{payer} has member ID {identifier} for this client.", payer=payer, identifier=said.identifier),
    )


def lost_line(line: PreviewLine) -> LostLine:
    row = line.row
    return LostLine(
        str(row.id), str(row.position), row.claim_number, _title(row), _detail(row, line.remit),
        format_cents(row.paid_cents), row.why, row.outcome == Outcome.SKIPPED, _equation(row, line.remit),
        [_candidate(one) for one in line.candidates[:3]], [_option(one) for one in line.candidates],
        line.candidates[0].number if len(line.candidates) == 1 else "",
    )  # fmt: skip


def problem_line(line: PreviewLine) -> ProblemLine:
    row = line.row
    problem = Problem(row.problem) if row.problem else Problem.LINES_DIFFER
    return ProblemLine(
        str(row.id), str(row.position), row.claim_number, _title(row), row.why, format_cents(row.paid_cents),
        ADVICE.get(problem, ""), line.number, problem in BY_FORM and bool(line.number),
        _equation(row, line.remit) if problem is Problem.UNBALANCED else Equation(),
    )  # fmt: skip


def _title(row: RemittanceClaim) -> str:
    return " · ".join(
        filter(None, (_("Line {position}", position=row.position), show_day(row.service_on), row.services))
    )


def _detail(row: RemittanceClaim, remit: RemitClaim | None) -> str:
    member = next((one.identifier for one in (remit.patient, remit.subscriber) if one and one.identifier), "") if (
        remit
    ) else ""  # fmt: skip
    parts = (
        row.patient.title(),
        _("member {member}", member=member) if member else "",
        _("control number {claim_number}", claim_number=row.claim_number),
    )
    return " · ".join(filter(None, parts))


def _equation(row: RemittanceClaim, remit: RemitClaim | None) -> Equation:
    """`$130.00 charge = $0.00 paid + $34.00 CO-45 + $96.00 PR-1`, and whether it holds."""
    if remit is None:
        return Equation()
    cuts = [EquationTerm(format_cents(one.amount_cents), f"{one.group}-{one.reason}") for one in remit.all_adjustments]
    said = row.paid_cents + sum(one.amount_cents for one in remit.all_adjustments)
    short = row.charge_cents - said
    state = (
        _("Balanced")
        if not short
        else (
            _("{short} short", short=format_cents(abs(short)))
            if short > 0
            else _("{short} over", short=format_cents(abs(short)))
        )
    )
    return Equation(
        format_cents(row.charge_cents), [EquationTerm(format_cents(row.paid_cents), "paid"), *cuts], not short, state
    )


def _candidate(one: CandidateFacts) -> CandidateView:
    return CandidateView(one.number, one.client, reasons(one.agreements, one.number))


def _option(one: CandidateFacts) -> Option:
    ours = {agreement.what: agreement.ours for agreement in one.agreements}
    return Option(one.number, ", ".join(filter(None, (one.client, ours.get("day", ""), ours.get("charge", "")))))
