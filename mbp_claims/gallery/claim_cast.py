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
