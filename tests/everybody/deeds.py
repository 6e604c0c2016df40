"""What people do, one function for each: whoever does it chooses among what there is, with numbers that are given."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlmodel import col

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.add_plan import add_plan, edit_plan
from mbp_claims.actions.complete_claim import complete_by_hand, reopen_claim
from mbp_claims.actions.connect_clearinghouse import connect_clearinghouse
from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.edit_practice import edit_practice
from mbp_claims.actions.end_plan import deactivate_plan, end_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.fix_primary import fix_primary
from mbp_claims.actions.generate_secondary import make_missing_secondaries, make_secondary
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.look_again import look_again
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.promote_plan import promote_plan
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.remove_plan import remove_plan, restore_plan
from mbp_claims.actions.resend_claim import replace_claim, void_claim
from mbp_claims.actions.settle_line import choose_match, forget_match, skip_line, take_up_line
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.actions.swap_payers import swap_payers
from mbp_claims.actions.take_back_claim import take_back_claim
from mbp_claims.actions.take_back_promotion import take_back_promotion
from mbp_claims.actions.undo_by_hand import undo_all_by_hand, undo_by_hand
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.practice_draft import Part
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import Interchange
from mbp_claims.domain.remittance import Remittance, RemittanceClaim
from mbp_claims.x12.remit_835 import write_835
from tests import builders
from tests.desk import Desk
from tests.many_claims import THEN

NUMBERS = 16
"""A deed is given so many numbers below a hundred; those that it does not need it leaves."""


class Choice:
    """Chooses by the numbers: the same numbers choose the same among the same."""

    def __init__(self, desk: Desk, numbers: list[int]) -> None:
        self.desk, self._numbers = desk, iter(numbers)

    def number(self, below: int) -> int:
        return next(self._numbers, 0) % below

    def of(self, some: list[Any]) -> Any:
        return some[self.number(len(some))] if some else None

    def row(self, table: Any, *rather: Any) -> Any:
        """One of the practice's rows, mostly one that is rather meant; None where there is none."""
        mine = table.practice_id == self.desk.clinician.practice_id
        meant = self.desk.rows(table, mine, *rather) if rather and self.number(8) else []
        return self.of(meant or self.desk.rows(table, mine))

    def claim(self, *rather: Any) -> str:
        found = self.row(Claim, *rather)
        return found.number if found else "C-0"

    def client(self) -> str:
        return self.row(Client).number

    def line(self, *outcomes: str) -> int:
        eras = {one.id for one in self.desk.rows(Remittance, Remittance.practice_id == self.desk.clinician.practice_id)}
        of_ours = col(RemittanceClaim.remittance_id).in_(eras)
        meant = self.desk.rows(RemittanceClaim, of_ours, col(RemittanceClaim.outcome).in_(outcomes))
        found = self.of(meant or self.desk.rows(RemittanceClaim, of_ours))
        return found.id if found else 0

    def id(self, table: Any, *rather: Any) -> int:
        found = self.row(table, *rather)
        return found.id if found else 0

    def day(self) -> date:
        return builders.TODAY + timedelta(days=self.number(60) - 50)


PENDING = Claim.status == "pending"
PRIMARY = col(Claim.primary_claim_id).is_(None)
WITH_PAYER = col(Claim.status).in_(("filed", "accepted"))
ANSWERED = col(Claim.status).in_(("completed", "denied"))
SENT = col(Claim.status).in_(("waiting", "filed", "accepted"))
AWAY = col(Claim.status).in_(("not_billable", "withdrawn"))
LIVE = Posting.kind == "post"
ENDED = col(InsurancePlan.removed_at).is_not(None)
Deed = Callable[[Choice], Any]


def plan_form(of: Choice) -> dict[str, object]:
    second, starts = of.number(2) == 1, of.number(3)
    effective = (of.day() if starts == 0 else date(2026, 1, 1)).isoformat()
    ends = of.day().isoformat() if of.number(6) == 0 else ""
    changes = {"effective": effective, "ends": ends, "member_id": f"W{of.number(4)}"}
    payer = ("Cigna" if second else "Aetna") if of.number(4) else "Medicare Part B, Maine"
    return of.desk.do(lambda db, _: builders.plan_form(db, payer, second, **changes))


def claim_form(of: Choice) -> dict[str, object]:
    charge = ("160.00", "120.00", "80.50")[of.number(3)]
    day = builders.SESSION if of.number(3) else of.day()
    return builders.claim_form(of.desk.clinician, (charge,), day)


def era(of: Choice) -> bytes:
    """An ERA that answers some claims of one payer as it pleases; it adds up."""
    second = of.number(3) == 0
    meant = (WITH_PAYER, col(Claim.primary_claim_id).is_not(None) if second else PRIMARY)
    claims = {one.number: one for one in (of.row(Claim, *meant) for _ in range(2)) if one is not None}
    told = [_answer(of, one) for one in claims.values()]
    payer, code = ("CIGNA", "62308") if second else ("AETNA", "60054")
    payment = Payment(
        Interchange("CLEARHOUSE1", "QUIETCOVE", "000000101", True), "0001", sum(one.paid_cents for one in told), "ACH",
        builders.TODAY, f"T{of.number(97)}", "1512345678", payer, code, "QUIET COVE COUNSELING", "1234567893",
        "987654321", claims=tuple(told),
    )  # fmt: skip
    return write_835(payment, THEN).encode()


def _answer(of: Choice, claim: Claim) -> RemitClaim:
    paid = of.number(3) * (claim.charge_cents // 3)
    cut = claim.charge_cents - paid
    reason = (("CO", "45"), ("PR", "2"), ("CO", "197"))[of.number(3)]
    line = RemitLine(
        Procedure("90837"), claim.charge_cents, paid, service_from=claim.service_from,
        adjustments=(RemitAdjustment(*reason, cut),) if cut else (), references=(Reference("6R", "1"),),
    )  # fmt: skip
    status = "4" if not paid and reason[1] == "197" else "2" if claim.is_secondary else "1"
    return RemitClaim(
        claim.number.removesuffix("-S"), status, claim.charge_cents, paid, cut if reason[0] == "PR" else 0, "12",
        payer_control_number=f"ICN{claim.id}", frequency="1", lines=(line,),
    )  # fmt: skip


def import_and_post(of: Choice) -> Any:
    imported = of.desk.do(import_era, "day.835", era(of))
    return of.desk.do(post_era, imported.remittance_id)


def batch(of: Choice) -> Any:
    numbers = [of.claim(PENDING) for _ in range(3)]
    return of.desk.do(file_batch, check_batch(of.desk.look(read_batch, numbers), lambda text: []))


def person(of: Choice) -> dict[str, object]:
    return {"first_name": "Lior", "last_name": "Vance", "born": "10/23/1998", "sex": "M",
            "city": ("Bath", "Portland")[of.number(2)]}  # fmt: skip


def answer(of: Choice) -> tuple[Any, ...]:
    typed = (builders.COINSURED, builders.NO_AUTHORIZATION)[of.number(2)]
    return typed, builders.eob()


DEEDS: dict[str, Deed] = {
    "add a client": lambda of: of.desk.do(add_client, person(of)),
    "edit a client": lambda of: of.desk.do(edit_client, of.client(), person(of)),
    "add a plan": lambda of: of.desk.do(add_plan, of.client(), plan_form(of)),
    "edit a plan": lambda of: of.desk.do(edit_plan, of.id(InsurancePlan), plan_form(of)),
    "end a plan": lambda of: of.desk.do(end_plan, of.id(InsurancePlan), {"ends": of.day().isoformat()}),
    "make a plan inactive": lambda of: of.desk.do(deactivate_plan, of.id(InsurancePlan)),
    "remove a plan": lambda of: of.desk.do(remove_plan, of.id(InsurancePlan)),
    "restore a plan": lambda of: of.desk.do(restore_plan, of.id(InsurancePlan, ENDED)),
    "promote a plan": lambda of: of.desk.do(promote_plan, of.client()),
    "take a promotion back": lambda of: of.desk.do(
        take_back_promotion, of.id(InsurancePlan, InsurancePlan.active), of.id(InsurancePlan)
    ),
    "swap payers": lambda of: of.desk.do(swap_payers, of.client(), "12"),
    "start a claim": lambda of: of.desk.do(start_claim, of.client(), claim_form(of), ("1",), ("1",)),
    "edit a claim": lambda of: of.desk.do(edit_claim, of.claim(PENDING), claim_form(of), ("1",), ("1",)),
    "file a claim": lambda of: of.desk.do(file_claim, of.claim(PENDING), None, True),
    "send": lambda of: of.desk.send(),
    "file a batch": batch,
    "replace a claim": lambda of: of.desk.do(replace_claim, of.claim(WITH_PAYER), "ICN1", None, True),
    "void a claim": lambda of: of.desk.do(void_claim, of.claim(ANSWERED), "ICN1"),
    "take a claim back": lambda of: of.desk.do(take_back_claim, of.claim(SENT)),
    "put a claim away": lambda of: of.desk.do(mark_not_billable, of.claim(PENDING)),
    "take it up again": lambda of: of.desk.do(mark_billable, of.claim(AWAY)),
    "complete by hand": lambda of: of.desk.do(complete_by_hand, of.claim(WITH_PAYER), *answer(of), of.number(2) == 1),
    "reopen": lambda of: of.desk.do(reopen_claim, of.claim(ANSWERED)),
    "fix a denied one": lambda of: of.desk.do(fix_primary, of.claim(Claim.status == "denied")),
    "make a secondary": lambda of: of.desk.do(make_secondary, of.claim(ANSWERED, PRIMARY)),
    "undo that": lambda of: of.desk.do(undo_by_hand, of.claim(PRIMARY)),
    "make missing ones": lambda of: of.desk.do(make_missing_secondaries, of.client()),
    "take them back": lambda of: of.desk.do(undo_all_by_hand, [of.claim(PENDING), of.claim(PENDING)]),
    "decide the rest": lambda of: of.desk.do(
        decide_rest, of.claim(ANSWERED), ("write_off", "bill_client", "leave")[of.number(3)]
    ),
    "import an ERA": lambda of: of.desk.do(import_era, "day.835", era(of)),
    "post an ERA": lambda of: of.desk.do(post_era, of.id(Remittance)),
    "import and post": import_and_post,
    "post a line": lambda of: of.desk.do(post_era, of.id(Remittance), [of.line("matched")]),
    "undo a posting": lambda of: of.desk.do(undo_posting, of.id(Posting, LIVE)),
    "reverse a posting": lambda of: of.desk.do(reverse_posting, of.id(Posting, LIVE)),
    "look again": lambda of: of.desk.do(look_again, of.id(Remittance)),
    "choose a match": lambda of: of.desk.do(choose_match, of.line("not_matched", "problem"), of.claim(WITH_PAYER)),
    "forget a match": lambda of: of.desk.do(forget_match, of.line("matched")),
    "skip a line": lambda of: of.desk.do(skip_line, of.line("not_matched")),
    "take up a line": lambda of: of.desk.do(take_up_line, of.line("skipped")),
    "change the practice": lambda of: of.desk.do(
        edit_practice, Part.SENDING,
        {"submitter_id": f"QC{of.number(5)}", "receiver_name": "CLEARHOUSE", "receiver_id": "CH1", "usage": "T"},
    ),
    "connect": lambda of: of.desk.do(
        connect_clearinghouse, {"way": "folder", "after_fetch": ("archive", "delete")[of.number(2)]}
    ),
}  # fmt: skip
"""Whoever does one may be refused, and then nothing has changed."""

SEVERAL = {"send", "import and post"}
"""These are of several transactions, each whole: they may stop between two of them, refused or killed."""
