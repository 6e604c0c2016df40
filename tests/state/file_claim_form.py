"""The File Claim form as a tab shows it, and what fills it."""

from typing import Any

from era import Answer, Line, era
from tab import Heard, Tab

from mbp_claims import testids
from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.views.adjustment import FileClaimView, LineForm

DIALOG = testids.FILE_CLAIM_DIALOG


def imported(clinician: Clinician, *answers: Answer, **more: Any) -> None:
    with transaction() as db:
        import_and_post(db, clinician, "remit.835", era(*answers, **more))


def opened(tab: Tab, number: str) -> FileClaimView:
    tab.do(AdjustmentState.open, number)
    return view(tab)


def view(tab: Tab) -> FileClaimView:
    return tab.of(AdjustmentState).view


def rows(line: LineForm) -> list[tuple[str, str, str]]:
    return [(row.group, row.reason, row.amount) for row in line.rows]


def submitted(tab: Tab, **form: str) -> Heard:
    return tab.do(AdjustmentState.submit, {name.replace("_", "-"): text for name, text in form.items()})


def arrive(clinician: Clinician, ready: Claim, codes: Any = (("CO", "45", 4400), ("PR", "2", 2320))) -> None:
    """Aetna's ERA comes after all: the paper answer is taken back, and the ERA posted."""
    number = ready.number.removesuffix("-S")
    with transaction() as db:
        reopen_claim(db, clinician, number)
        import_and_post(db, clinician, "remit.835", era(Answer(number, (Line(16000, 9280, codes),))))
