"""Rowan's claims as pages: C-1042-S ready and paid, C-1047-S off by $4.00, and the ERA that answered both."""

from dataclasses import replace

from mbp_claims.views.claim import (
    AnswerRow,
    CentPart,
    ClaimView,
    Equation,
    EquationTerm,
    FileRow,
    LineRow,
    PayerAnswer,
    TimelineRow,
)
from mbp_claims.views.era import (
    EraClaimRow,
    EraProblem,
    EraReason,
    EraRow,
    EraUnmatchedRow,
    EraView,
    ImportAnswer,
)

_WRITTEN_OFF = CentPart("gone", "Contractual write-off", "$44.00", "CO-45, nobody owes it", width=4400)
_AETNA_PAID = CentPart("p", "Aetna paid", "$92.80", "Check", "88120457", 9280)
_CLIENT_PAID = CentPart("client", "Client paid", "$0.00", "Nothing asked yet")
_AETNA_SAID = PayerAnswer(
    "P", "Aetna", "60054", "Aetna’s answer", "ERA of 11/12/2026, check", "88120457", "$92.80", "$67.20", "1",
    [
        AnswerRow("CO-45", "Above the contracted fee", "Nobody, write-off", "$44.00"),
        AnswerRow("PR-2", "Coinsurance", "Cigna, then the client", "$23.20"),
    ],
)  # fmt: skip
_TRAIL = [
    TimelineRow("C-1042-S was created", "Not ready → Ready to file", "11/12/2026 4:02 PM", "2026-11-12T16:02", True),
    TimelineRow("C-1042 completed", "Aetna’s ERA, posted by June Marlow", "11/12/2026 4:02 PM", "2026-11-12T16:02"),
    TimelineRow("C-1042 accepted by Aetna", "", "11/05/2026 6:10 AM", "2026-11-05T06:10"),
    TimelineRow("C-1042 filed to Aetna", "June Marlow", "11/04/2026 8:55 PM", "2026-11-04T20:55"),
]
_AETNA_835 = FileRow("835", "Download 835 file", "Aetna’s ERA, 11/12/2026 · 3 kB", "/files/835/1")

READY_CLAIM = ClaimView(
    "C-1042-S",
    client="Rowan Ellis",
    client_number="R-0412",
    badge="S",
    payer="Cigna",
    rank="secondary",
    from_number="C-1042",
    status="Ready to file",
    tone="ready",
    icon="file-check",
    can_file=True,
    actions="file era print primary - not-billable",
    charge="$160.00",
    explained="Aetna has paid its part. Cigna is next.",
    parts=[
        _WRITTEN_OFF,
        _AETNA_PAID,
        CentPart("s", "Cigna paid", "$0.00", "Not filed yet"),
        _CLIENT_PAID,
        CentPart("open", "Still open", "$23.20", "Bill it to Cigna", width=2320),
    ],
    equation=Equation(
        "$160.00", [EquationTerm("$44.00", "write-off"), EquationTerm("$92.80", "paid"), EquationTerm("$23.20", "open")]
    ),
    lines_note="As sent to Aetna on 11/04/2026",
    lines=[LineRow("1", "11/03/2026", "90837", "Psychotherapy, 60 min", "F41.1", "1", "$160.00")],
    answers=[_AETNA_SAID],
    timeline=_TRAIL,
    files=[_AETNA_835],
)

PAID_CLAIM = replace(
    READY_CLAIM,
    status="Completed",
    tone="success",
    icon="check",
    can_file=False,
    actions="era primary",
    explained="Both payers have paid. Rowan owes the rest.",
    parts=[
        _WRITTEN_OFF,
        _AETNA_PAID,
        CentPart("s", "Cigna paid", "$18.56", "Check", "77310412", 1856),
        replace(_CLIENT_PAID, note="Statement sent 12/08/2026"),
        CentPart("open", "Still open", "$4.64", "Rowan owes it", width=464),
    ],
    equation=Equation(
        "$160.00", [EquationTerm("$44.00", "write-off"), EquationTerm("$111.36", "paid"), EquationTerm("$4.64", "open")]
    ),
    answers=[
        _AETNA_SAID,
        PayerAnswer(
            "S", "Cigna", "62308", "Cigna’s answer", "ERA of 12/07/2026, check", "77310412", "$18.56", "$4.64", "2",
            [AnswerRow("PR-2", "Coinsurance", "The client", "$4.64")],
        ),
    ],
    timeline=[
        TimelineRow("Completed", "Cigna paid $18.56 · ERA", "12/07/2026 3:20 PM", "2026-12-07T15:20", True),
        TimelineRow("Filed to Cigna for $23.20", "June Marlow", "11/23/2026 9:41 PM", "2026-11-23T21:41"),
        *(replace(row, latest=False) for row in _TRAIL),
    ],
    files=[
        FileRow("837", "Download 837 file", "Sent 11/23/2026 · 2 kB", "/files/837/1"),
        FileRow("form", "Download claim form", "CMS-1500, filed on paper 11/23/2026", "/files/printed/1"),
        _AETNA_835,
        FileRow("eob", "Download EOB", "Aetna’s answer to print, 11/12/2026", "/files/eob/1"),
    ],
)  # fmt: skip

OFF_CLAIM = replace(
    READY_CLAIM,
    number="C-1047-S",
    from_number="C-1047",
    status="Off by $4.00",
    tone="danger",
    icon="triangle-alert",
    warning="$4.00 of the charge is not explained.",
    warning_more="The ERA from Aetna does not add up. Compare it with the paper EOB, then correct the adjustments.",
    explained="Aetna’s answer leaves $4.00 without a reason.",
    parts=[
        replace(_WRITTEN_OFF, amount="$40.00", width=4000),
        replace(_AETNA_PAID, amount="$84.00", width=8400),
        CentPart("s", "Cigna paid", "$0.00", "Not filed yet"),
        CentPart("open", "Still open", "$32.00", "Bill it to Cigna", width=3200),
        CentPart("off", "Not explained", "$4.00", "Needs your look", width=400),
    ],
    equation=Equation(
        "$160.00",
        [EquationTerm("$40.00", "write-off"), EquationTerm("$84.00", "paid"), EquationTerm("$32.00", "open")],
        False,
        "$4.00 short",
    ),
    lines_note="As sent to Aetna on 11/10/2026",
)
NO_CLAIM = ClaimView(found=False)

ERAS = [
    EraRow("3", "40022931", "11/18/2026", "UnitedHealthcare", "$213.40", "2 of 2", "Posted"),
    EraRow(
        "1", "88120457", "11/12/2026", "Aetna", "$176.80", "2 of 3", "Needs review", "warning", "file-search",
        "1 line is not matched",
    ),
    EraRow("4", "77310288", "11/02/2026", "Cigna", "$23.20", "1 of 1", "Posted"),
    EraRow("5", "88107713", "10/28/2026", "Aetna", "$278.40", "3 of 3", "Posted"),
]  # fmt: skip

AETNA_ERA = EraView(
    "1",
    check="88120457",
    payer="Aetna",
    amount="$176.80",
    date="11/12/2026",
    status="2 of 3 posted",
    tone="warning",
    icon="file-search",
    sum_words="$176.80 = $92.80 + $84.00 + $0.00",
    posted="2 payments posted.",
    posted_more="2 secondary claims are waiting under Pending Claims. One line still needs a match.",
    matched=[
        EraClaimRow(
            "C-1042", "11/03/2026", "90837 · Rowan Ellis", "C-1042", "number, member and date agree", "$160.00",
            "$92.80", ["CO-45 $44.00", "PR-2 $23.20"], "Balanced", below="C-1042-S, $23.20 to Cigna",
        ),
        EraClaimRow(
            "C-1047", "11/10/2026", "90837 · Rowan Ellis", "C-1047", "number, member and date agree", "$160.00",
            "$84.00", ["CO-45 $40.00", "PR-2 $32.00"], "Off by $4.00", "danger", "triangle-alert",
            "C-1047-S, check before filing",
        ),
    ],
    not_matched=[
        EraUnmatchedRow(
            "C-2210", "Line 3 · 10/27/2026 · 90834", "ELLIS, ROWAN · member W2186 40973 · control number C-2210",
            "$0.00",
            [
                EraReason("No claim has control number C-2210"),
                EraReason("Member ID differs: W2186 40973 / W2186 40937"),
                EraReason("Name, date and charge agree with C-1039", True),
            ],
        )
    ],
    href="/files/835/1",
)  # fmt: skip
TROUBLED_ERA = replace(
    AETNA_ERA,
    status="Needs review",
    adds_up=False,
    sum_title="Does not add up",
    sum_words="$176.80 ≠ $92.80 + $80.00, $4.00 are missing",
    posted="",
    posted_more="",
    matched=[],
    not_matched=[],
    problems=[
        EraProblem(
            "1 of 3 claims could not be read",
            "Segment 41: CLP03 is not an amount.",
            "41  CLP*C-2210*1*13O.00*0*96*12*81003997~",
        )
    ],
)  # fmt: skip
NO_ERA = EraView(found=False)

NOT_AN_835 = ImportAnswer(
    "remit.835 is not an 835 file.", "It is a PDF. Ask the payer for the electronic file. Nothing was saved.",
    "danger", "file-x",
)  # fmt: skip
PARTLY_READ = ImportAnswer(
    "1 of 3 claims could not be read:",
    "segment 41, CLP03 is not an amount. The other 2 are ready to review.",
    "warning",
    "triangle-alert",
    "Review ERA",
    "/era/1",
)
IMPORTED_BEFORE = ImportAnswer(
    "Already imported on 11/12/2026. Nothing was changed.", "Aetna, check 88120457, $176.80.", "neutral", "copy",
    "Open it", "/era/1",
)  # fmt: skip
POSTED = ImportAnswer(
    "2 payments posted.", "2 secondary claims are ready to file.", "success", "circle-check", "Open it", "/era/1"
)
