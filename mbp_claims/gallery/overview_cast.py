"""Charts at a glance: Rowan's on an evening in November, one that is new, one with everything long. All invented."""

from dataclasses import replace

from mbp_claims.views.claim import CentPart, TimelineRow
from mbp_claims.views.overview import Fact, NextStep, OverviewView, PlanLine, Tile, YearView

ROWAN = OverviewView(
    "R-0412", "/clients/R-0412/claim-center",
    [
        Tile("To bill", "$151.20", "3 pending claims"), Tile("Waiting on payer", "$160.00", "1 claim, Aetna"),
        Tile("Client balance", "$0.00", "Nothing to collect"), Tile("Last session", "11/17/2026", "90837, 60 min"),
    ],
    NextStep("1 claim is ready to file, 2 need a look", "Cigna can be billed $23.20 now."),
    YearView(
        "22 sessions since 01/06/2026", "$3,430.00",
        [
            CentPart("gone", "Write-off", "$918.00", width=91800),
            CentPart("p", "Aetna paid", "$1,767.60", width=176760),
            CentPart("s", "Cigna paid", "$349.20", width=34920),
            CentPart("client", "Client", "$80.00", "After the last payer", width=8000),
            CentPart("open", "Still open", "$315.20", "$4.00 not explained", width=31520),
        ],
    ),
    [
        TimelineRow("C-1051 accepted by Aetna", "", "11/19/2026 6:12 AM", "2026-11-19T06:12", True),
        TimelineRow("C-1051 filed to Aetna", "June Marlow", "11/18/2026 9:48 PM", "2026-11-18T21:48"),
        TimelineRow("C-1042 completed", "Filed → Completed · June Marlow", "11/12/2026 4:02 PM", "2026-11-12T16:02"),
        TimelineRow("Cigna added as secondary plan", "June Marlow", "07/01/2026 12:30 PM", "2026-07-01T12:30"),
    ],
    [
        PlanLine("P", "Aetna", "Primary · Open Choice PPO", "Active", "success", "check"),
        PlanLine("S", "Cigna", "Secondary · Open Access Plus", "Active", "success", "check"),
    ],
    [
        Fact("Diagnosis", "Generalized anxiety", "F41.1"), Fact("Usual service", "60 min, $160.00", "90837"),
        Fact("Clinician", "June Marlow, LCSW"),
    ],
)  # fmt: skip
NEW = OverviewView(
    "R-0433", "/clients/R-0433/claim-center",
    [
        Tile("To bill", "$0.00", "No claims yet"), Tile("Waiting on payer", "$0.00", "Nothing filed"),
        Tile("Client balance", "$0.00", "Nothing to collect"), Tile("Last session", "—", "No claim was made yet"),
    ],
    NextStep("Add the primary plan", "Claims can be filed when a plan is on file.", "ready", "plus"),
    YearView("No sessions yet this year", "$0.00"),
    facts=[Fact("Clinician", "June Marlow, LCSW")],
)  # fmt: skip
NEEDS_A_LOOK = NextStep("2 claims need a look", "C-1039-S: Needs adjustments. No ERA yet.", "warning", "pencil-line")
WAITS = NextStep("Nothing to file now", "Aetna has 1 claim to answer, $160.00.", "info", "clock")
DONE = NextStep("All caught up", "Nothing is waiting to be filed, and nothing is owed.", "success", "check")
OVERPAID = replace(
    ROWAN.year,
    parts=[*ROWAN.year.parts[:4], CentPart("off", "Overpaid, review", "$15.00", "Paid above what was left to pay")],
)
_LONG_PAYER = "Blue Cross and Blue Shield of Massachusetts and the Surrounding Counties"
LONG = replace(
    ROWAN,
    tiles=[
        Tile("To bill", "$1,234,567.89", "1,204 pending claims"),
        Tile("Waiting on payer", "$987,654.32", f"88 claims, {_LONG_PAYER}"),
        Tile("Client balance", "-$12,345.67", "$1,234,567.89 waits for the secondary"), *ROWAN.tiles[3:],
    ],
    next=NextStep("1,204 claims are ready to file, 88 need a look", f"{_LONG_PAYER} can be billed $1,234,567.89 now."),
    plans=[
        PlanLine("P", _LONG_PAYER, "Primary · Preferred Provider Option", "Ends in 12 days", "warning", "clock"),
        PlanLine("", "Cigna", "Secondary", "Starts 01/01/2027", "neutral", "clock"),
    ],
    facts=[Fact("Clinician", "Maximiliana-Theodora van der Oosterhout-Featherstonehaugh, LCSW")],
)  # fmt: skip
