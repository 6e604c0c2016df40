"""Posts answers to a family of claims, one after the other: pure, what happens is written into a journal."""

from collections.abc import Callable

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.denial import denial_kind, denied
from mbp_claims.domain.effect import Effect, Sequel, Verdict
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Answered, Journal
from mbp_claims.domain.ledger import Account, Balances
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.posting import Flag
from mbp_claims.domain.sequel import follow, reopened
from mbp_claims.domain.settlement import Sums, missing_entries, prior_part_unnamed, settled
from mbp_claims.words import N_

TAKEN_BACK = N_("The payer took back its answer")


def post(family: Family, told: Answered, journal: Journal) -> Effect:
    """Completes, denies or reopens the claim, sees to what follows from it, and enters the difference."""
    claim = family.member(told.claim_id)
    assert claim is not None
    kept = journal.keep_answer(claim, family.lines, told)
    journal.touch(claim, told.remittance_claim_id, kept)
    if told.is_reversal:
        return _reverse(family, claim, told, journal)
    return _answer(family, claim, told, journal, kept)


def _answer(family: Family, claim: OurClaim, told: Answered, journal: Journal, kept: int) -> Effect:
    answer, verdict = told.answer, Verdict.COMPLETES
    # An answer that is typed in part tells no denial yet: what is missing may be the client's share.
    refused = denied(answer) and answer.adjusted_cents == claim.charge_cents
    change = claim.move(ClaimStatus.DENIED if refused else ClaimStatus.COMPLETED)
    claim.paid_cents, claim.completed_at = answer.paid_cents, journal.now
    claim.payer_control_number = answer.control_number or claim.payer_control_number
    claim.note = ", ".join(dict.fromkeys(r.code for r in answer.reductions)) if refused else ""
    claim.denial = denial_kind(answer).value if refused else ""
    claim.follow_up_on = None
    journal.record(claim, f"{claim.number} {'denied' if refused else 'completed'}", change)
    family.answers[claim.id], family.answer_ids[claim.id] = answer, kept
    if claim.id in family.taken_back:
        family.taken_back.discard(claim.id)
        verdict = Verdict.CORRECTS
    sequel = Sequel.NONE if claim.is_secondary else follow(family, answer, kept, journal)
    return _settled(family, claim, Verdict.DENIES if refused else verdict, answer, sequel, journal)


def _reverse(family: Family, claim: OurClaim, told: Answered, journal: Journal) -> Effect:
    change = claim.move(ClaimStatus.FILED if claim.filed_at else ClaimStatus.PENDING)
    claim.paid_cents = claim.completed_at = None
    claim.note, claim.denial = TAKEN_BACK, ""
    journal.record(claim, f"{claim.number}: the payer took back its answer", change)
    family.answers.pop(claim.id, None)
    family.taken_back.add(claim.id)
    sequel = Sequel.NONE if claim.is_secondary else reopened(family, journal)
    return _settled(family, claim, Verdict.REVERSES, told.answer, sequel, journal)


def follow_up(family: Family, journal: Journal, deliberate: bool) -> Sequel:
    """The secondary of an answered primary, where none is yet."""
    answer = family.answers.get(family.primary.id)
    if answer is None:
        return Sequel.NONE
    return follow(family, answer, family.answer_ids[family.primary.id], journal, deliberate)


def reopen(family: Family, claim_id: int, journal: Journal) -> None:
    """Back to the payer, by a person: as if the answer had not come."""
    claim = family.member(claim_id)
    assert claim is not None
    journal.touch(claim)
    change = claim.move(ClaimStatus.FILED if claim.filed_at else ClaimStatus.PENDING)
    claim.paid_cents = claim.completed_at = None
    claim.note = claim.denial = ""
    family.answers.pop(claim.id, None)
    if not claim.is_secondary:
        reopened(family, journal)
    journal.record(claim, f"{claim.number} was reopened", change)
    settle(family, journal)


def take_up(family: Family, claim_id: int, journal: Journal) -> None:
    """A denied claim waits for us again, to be mended; what kind of denial it was stays known."""
    claim = family.member(claim_id)
    assert claim is not None
    denial, note = claim.denial, claim.note
    reopen(family, claim_id, journal)
    change = claim.move(ClaimStatus.PENDING)
    claim.denial, claim.note = denial, f"Denied before: {note}"
    journal.record(claim, f"{claim.number} is to be fixed and filed again", change)


def decide_open(
    family: Family, account: Account | None, words: Callable[[int], str], journal: Journal
) -> tuple[int, Balances]:
    """Puts all that nobody has decided into the account, instead of what was decided before; gives how much it was.

    Without an account, only takes the earlier decision back.
    """
    earlier = {key: cents for key, cents in family.sums.items() if key[0] in (Account.WAIVED, Account.BILLED)}
    journal.enter(family.primary, {key: -cents for key, cents in earlier.items()})
    family.sums = {key: cents for key, cents in family.sums.items() if key not in earlier}
    cents = family.balances.undecided
    decided = cents if account else sum(earlier.values())
    if account and cents:
        family.sums[account, family.primary.id] = cents
        journal.enter(family.primary, {(account, family.primary.id): cents})
    if decided:
        journal.touch(family.primary)
        journal.record(family.primary, f"{family.primary.number}: {words(decided)}")
    return decided, family.balances


def _settled(
    family: Family, claim: OurClaim, verdict: Verdict, answer: Answer, sequel: Sequel, journal: Journal
) -> Effect:
    stands = settle(family, journal)
    second = family.secondary
    flags = [Flag.OVERPAID.value] if stands.overpaid else []
    posted = family.sums.get((Account.WRITTEN_OFF, claim.id), 0)
    if claim.is_secondary and verdict is not Verdict.REVERSES and prior_part_unnamed(answer, posted):
        flags.append(Flag.PRIOR_PART_UNNAMED.value)
    follows = second is not None and not claim.is_secondary and sequel is not Sequel.NONE
    return Effect(
        claim.number, verdict, answer.paid_cents, stands.written_off, stands.held, stands.client,
        stands.undecided, stands.overpaid, claim.denial, sequel, second.number if second and follows else "",
        family.plans[second.plan_id].payer if second and follows else "",
        second.to_bill_cents if second and follows else 0, claim.is_secondary and verdict is not Verdict.REVERSES,
        tuple(flags),
    )  # fmt: skip


def settle(family: Family, journal: Journal) -> Balances:
    """Enters what the ledger misses of what the answers say, and marks who overpaid."""
    primary, second = family.primary, family.secondary
    # Taken back altogether: the services stay charged, as somebody owes them still.
    charged: Sums = {(Account.CHARGE, primary.id): primary.charge_cents} if family.sums else {}
    enter_missing(family, journal, charged)
    stands = family.balances
    overpayer = second if second and second.id in family.answers else primary
    for member in (primary, second):
        if member is not None and member.overpaid_cents != (over := stands.overpaid if member is overpayer else 0):
            journal.touch(member)
            member.overpaid_cents = over
    return stands


def enter_missing(family: Family, journal: Journal, otherwise: Sums | None = None) -> None:
    """What the ledger misses of what the answers say; `otherwise` is what it should say where there is no answer."""
    primary, second_id = family.primary, family.secondary.id if family.secondary else 0
    target = settled(
        primary.charge_cents, primary.id, family.answers.get(primary.id), second_id, family.answers.get(second_id)
    ) or (otherwise or {})
    journal.enter(primary, missing_entries(family.sums, target))
    family.sums = target
