"""The ERAs of the mock-ups: the inbox, an import under way, and Aetna's payment in each of its states."""

from dataclasses import replace

from mbp_claims.views.claim import Equation, EquationTerm
from mbp_claims.views.claim_ledger import ClaimLedgerView, LedgerRow, OwedRow
from mbp_claims.views.era import EraRow, ImportAnswer, ImportStep, WorkView
from mbp_claims.views.era_review import (
    CandidateView,
    Correction,
    Cut,
    EraEvent,
    EraView,
    LostLine,
    MatchedLine,
    Piece,
    ProblemLine,
    Reason,
    Segment,
    WholeFileView,
    WithheldRow,
)
from mbp_claims.views.form import Option
from mbp_claims.views.ledger import KeptRow, LedgerView, PaymentRow
from mbp_claims.views.swap import SwapView

REVIEW = ("Needs review", "warning", "file-search")
ERAS = [
    EraRow("6", "77310291", "11/20/2026", "Cigna", "$410.00", "5", "4 of 5", "Does not add up", "danger",
           "triangle-alert", "Post its lines one by one", "Review"),
    EraRow("3", "40022931", "11/18/2026", "UnitedHealthcare", "$213.40", "2", "2 of 2", "Posted"),
    EraRow("1", "88120457", "11/12/2026", "Aetna", "$176.80", "3", "2 of 3", *REVIEW, "1 line is not matched",
           "Review"),
    EraRow("4", "77310288", "11/02/2026", "Cigna", "$23.20", "4", "4 of 4", "Partly posted", "warning", "file-search",
           "2 lines are ready to post", "Review"),
    EraRow("5", "88107713", "10/28/2026", "Aetna", "-$50.00", "0", "0 of 0", "Nothing to post",
           "neutral", "info"),
]  # fmt: skip

READING = WorkView("Reading file 2 of 3", "cigna_1118.835", "6,200 claims read, 3.1 of 5.0 MB", 31, 50)
STEPS = [
    ImportStep("aetna_1112.835", "done", "3 claims, $176.80"),
    ImportStep("cigna_1118.835", "reading", "Reading…"),
    ImportStep("uhc_1119.835"),
]
POSTING = WorkView("Posting", "", "1,200 of 10,000 claims posted", 1200, 10000)

_LINES = [
    MatchedLine(
        "1", "C-1042", "11/03/2026", "90837 · Rowan Ellis", "C-1042",
        "Claim number, member ID, date, services and charge agree", "$160.00", "$92.80",
        [Cut("CO-45", "Above the contracted or allowed fee", "$44.00"), Cut("PR-2", "Coinsurance", "$23.20")],
        status="Completes C-1042",
        causes=["C-1042-S appears under Pending Claims, $23.20 to Cigna.", "$23.20 waits for Cigna."],
    ),
    MatchedLine(
        "2", "C-1047", "11/10/2026", "90837 · Rowan Ellis", "C-1047", "Chosen by June Marlow, LCSW. Date agrees",
        "$160.00", "$84.00",
        [Cut("CO-45", "Above the contracted or allowed fee", "$44.00"), Cut("PR-2", "Coinsurance", "$32.00")],
        status="Completes C-1047",
        causes=["C-1047-S appears under Pending Claims, $32.00 to Cigna.", "$32.00 waits for Cigna."], chosen=True,
        correction=Correction("2", "Aetna has member ID W218640973 for this client."),
    ),
]  # fmt: skip
MATCHED = _LINES
POSTED_LINES = [
    replace(line, posted=True, chosen=False, correction=Correction(), status="Ready to file", tone="ready",
            icon="file-check", causes=[f"{line.claim_number}-S, {bill} to Cigna"])
    for line, bill in zip(_LINES, ("$23.20", "$32.00"), strict=True)
]  # fmt: skip
EVERY_EFFECT = [
    replace(_LINES[0], status="Denied: C-1042", tone="danger", icon="ban", causes=[
        "No secondary claim is made. Fix the primary claim, or make the secondary claim on purpose."]),
    replace(_LINES[0], status="Takes back C-1042", tone="warning", icon="undo-2", causes=[
        "C-1042-S is withdrawn until the corrected answer comes.", "The claim waits for its corrected answer."]),
    replace(_LINES[0], status="Corrects C-1042", tone="info", causes=[
        "C-1042-S was filed with other amounts and needs a replacement."]),
    replace(_LINES[0], causes=["Aetna sent it to Cigna: C-1042-S waits for that answer."]),
    replace(_LINES[0], status="Completes C-1042-S", causes=[
        "$4.64 is the client’s.", "Overpaid by $194.00. Review it: the payer may ask for it back.",
        "Cigna wrote off what the first payer paid. Only what was still open is posted."]),
]  # fmt: skip

_MEMBER = Reason(
    "Member ID differs:", False, [Piece("W2186409"), Piece("73", True)], [Piece("W2186409"), Piece("37", True)]
)
NOT_MATCHED = [
    LostLine(
        "3", "3", "C-2210", "Line 3 · 10/27/2026 · 90834", "Rowan Ellis · member W218640973 · control number C-2210",
        "$0.00", "No claim has control number C-2210",
        equation=Equation("$130.00", [EquationTerm("$0.00", "paid"), EquationTerm("$34.00", "CO-45"),
                                      EquationTerm("$96.00", "PR-1")]),
        candidates=[CandidateView("C-1039", "Rowan Ellis", [
            _MEMBER, Reason("Name, date, services and charge agree with C-1039", True)])],
        options=[Option("C-1039", "Rowan Ellis, 10/27/2026, $130.00")], suggested="C-1039",
    ),
    LostLine(
        "4", "4", "C-2211", "Line 4 · 10/28/2026 · 90834", "Rowan Ellis · control number C-2211", "$40.00",
        "Skipped", True,
    ),
]  # fmt: skip
TWO_FIT = [
    replace(NOT_MATCHED[0], why="Two claims fit. Choose the one it answers.", suggested="", candidates=[
        CandidateView(number, "Rowan Ellis", [
            Reason(f"Member ID, date, services and charge agree with {number}", True)])
        for number in ("C-1039", "C-1040")
    ], options=[Option(number, "Rowan Ellis, 10/27/2026, $130.00") for number in ("C-1039", "C-1040")]),
    replace(NOT_MATCHED[0], id="5", position="5", control="C-9", title="Line 5 · 10/29/2026 · 90834", candidates=[],
            options=[], suggested=""),
]  # fmt: skip

PROBLEMS = [
    ProblemLine(
        "6", "2", "C-1047", "Line 2 · 11/10/2026 · 90837",
        "Claim C-1047, line 1 (90837): $84.00 paid + $72.00 adjusted = $156.00, $4.00 short of the $160.00 charged.",
        "$84.00", "Ask the payer for a corrected file, or enter this claim by hand from the paper EOB.", "C-1047", True,
        Equation("$160.00", [EquationTerm("$84.00", "paid"), EquationTerm("$40.00", "CO-45"),
                             EquationTerm("$32.00", "PR-2")], False, "$4.00 short"),
    ),
    ProblemLine(
        "7", "3", "C-2210", "Line 3", "Claim C-2210, segment 41 (CLP), CLP03: “13O.00” is not an amount.", "$0.00",
        "Ask the payer for a corrected file, or enter this claim by hand from the paper EOB.",
    ),
]  # fmt: skip
SEGMENTS = [
    Segment("41", "CLP*C-2210*1*13O.00*0*96*12*81003997~", True), Segment("42", "CAS*CO*45*34~"),
    Segment("43", "NM1*QC*1*ELLIS*ROWAN****MI*W218640973~"),
]  # fmt: skip

_IMPORTED = EraEvent("Imported from aetna_1112.835", "June Marlow, LCSW", "11/12/2026 4:00 PM", "2026-11-12T16:00")
TO_REVIEW = EraView(
    "1", check="88120457", payer="Aetna", payer_id="60054", amount="$176.80", date="11/12/2026", status=REVIEW[0],
    tone=REVIEW[1], icon=REVIEW[2], href="/files/835/1", sum_words="$176.80 = $92.80 + $84.00 + $0.00", settled=False,
    bank_title="$176.80 of the deposit waits", bank_words="Deposit $176.80 = $0.00 posted + $176.80 waiting", matched=2,
    ready=2, ready_cents=17680, lost=1, events=[_IMPORTED],
)  # fmt: skip
POSTED_ERA = replace(
    TO_REVIEW, status="Partly posted", settled=True, bank_title="All of the deposit is accounted for",
    bank_words="Deposit $176.80 = $176.80 posted", posted="2 payments are posted.",
    posted_more="One line still needs a match.", ready=0, ready_cents=0, undo="1",
    events=[EraEvent("2 payments posted", "June Marlow, LCSW", "11/12/2026 4:02 PM", "2026-11-12T16:02"), _IMPORTED],
)  # fmt: skip
REVERSIBLE = replace(
    POSTED_ERA, undo="", reverse="1",
    reverse_words="2 claims go back to how they were before this posting, and the ledger takes back every amount. "
    "C-1042-S was filed since: it stays filed and will say that its COB changed. "
    "Both the posting and its reversal stay on record.",
)  # fmt: skip
QUARANTINED = replace(
    TO_REVIEW, status="Does not add up", tone="danger", icon="triangle-alert", adds_up=False,
    sum_title="Does not add up",
    sum_words="Payment 88120457: $172.80 paid on claims, $4.00 short of the $176.80 paid out (segment 2).",
    warning="It is kept in quarantine. Lines that add up can be posted one by one; the rest only by hand.",
    all_chosen=False, wrong=2, lost=0,
    withheld=[
        WithheldRow("WO", "Overpayment taken back", "C-1003", "−$50.00"),
        WithheldRow("L6", "Interest owed", "", "+$1.20"),
    ], withheld_total="−$48.80",
)  # fmt: skip
SEVERAL = replace(
    TO_REVIEW,
    file=WholeFileView(
        "remits_1112.835", "3 ERAs in this file",
        [
            EraRow("1", "88120457", "11/12/2026", "Aetna", "$176.80", "3", "2 of 3", *REVIEW, "1 line is not matched",
                   "Review"),
            EraRow("2", "88120458", "11/12/2026", "Aetna", "$92.80", "1", "1 of 1", *REVIEW, "1 line is ready to post",
                   "Review"),
            EraRow("3", "88120459", "11/12/2026", "Cigna", "$40.00", "1", "1 of 1", "Does not add up", "danger",
                   "triangle-alert", "Post its lines one by one", "Review"),
        ],
        ready=3, ready_cents=26960, ready_eras=2, stay="1 ERA does not add up: it stays.",
    ),
)  # fmt: skip
SEVERAL_POSTED = replace(POSTED_ERA, file=replace(SEVERAL.file, ready=0, ready_eras=0, undo="1 2"))
NO_ERA = EraView(found=False)

NOT_AN_835 = ImportAnswer(
    "remit.835 is not an 835 file.", "It is a PDF. Ask the payer for the electronic file. Nothing was saved.",
    "danger", "file-x",
)
QUARANTINE = ImportAnswer(
    "cigna_1118.835 was imported.",
    "It does not add up, so it is in quarantine. Segment 41 (CLP), CLP03: “13O.00” is not an amount. "
    "Nothing was posted.", "warning", "triangle-alert", "Review ERA", "/era/6",
)  # fmt: skip
IMPORTED_BEFORE = ImportAnswer(
    "remit.835:", "Already imported on 11/12/2026. Nothing was changed.", "neutral", "copy", "Open it", "/era/1"
)
KEPT = ImportAnswer(
    "aetna_1112.835 is ready to review.", "3 claims, $176.80: 2 matched. Nothing is posted yet.", "success",
    "circle-check", "Review ERA", "/era/1",
)  # fmt: skip
CALLED_OFF = ImportAnswer("uhc_1119.835 was stopped.", "Nothing was changed.", "neutral", "info")

CLAIM_LEDGER = ClaimLedgerView(
    [
        LedgerRow("11/12/2026", "Charge", "June Marlow, LCSW", "$160.00", "$160.00"),
        LedgerRow("11/12/2026", "Aetna paid", "June Marlow, LCSW", "−$92.80", "$67.20"),
        LedgerRow("11/12/2026", "Written off, Aetna", "June Marlow, LCSW", "−$39.00", "$28.20"),
    ],
    [OwedRow("Waits for Cigna", "$23.20", "info"), OwedRow("For you to decide", "$5.00", "warning")],
    "$5.00 is left open by the payers (PI or OA).",
)  # fmt: skip
DECIDED_LEDGER = replace(
    CLAIM_LEDGER, owed=[OwedRow("Waits for Cigna", "$23.20", "info")], undecided="",
    decided="$5.00 was written off by you.",
)  # fmt: skip
SWAP = SwapView(
    "1", "C-1042", "R-0412", "C-1042 · Rowan Ellis", "Cigna will pay first, Aetna second.",
    ["C-1042 waits to be filed to Cigna.", "C-1047-S is withdrawn.", "C-1051 stays with its payer as it is."],
)  # fmt: skip
SWAP_TO_MEDICARE = replace(SWAP, needs_msp=True, errors={"msp_type": "Choose why Medicare pays second"})

LEDGER = LedgerView(
    "60054", "Aetna", True, "2026", ["2026", "2025"], True,
    "Deposit $406.40 = $363.20 posted + $92.00 waiting − $48.80 provider adjustments",
    [
        PaymentRow("1", "88120457", "11/12/2026", "$176.80", "$84.80", "$92.00", "$0.00", "$0.00"),
        PaymentRow("5", "88107713", "10/28/2026", "$229.60", "$278.40", "$0.00", "$0.00", "−$48.80"),
    ],
    PaymentRow("", "", "In all", "$406.40", "$363.20", "$92.00", "$0.00", "−$48.80"),
    [
        KeptRow("10/28/2026", "88107713", "5", "WO", "Overpayment taken back", "C-1003", "−$50.00"),
        KeptRow("10/28/2026", "88107713", "5", "L6", "Interest owed", "", "+$1.20"),
    ],
    "−$48.80",
)  # fmt: skip
