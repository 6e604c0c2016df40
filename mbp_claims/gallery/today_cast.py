"""The start page as the practice sees it on an evening in November. All invented."""

from dataclasses import replace

from mbp_claims.views.claim import CentPart
from mbp_claims.views.today import (
    AgeCell,
    MonthBar,
    OwingRow,
    PayerRow,
    ReceivedView,
    TodayView,
    WorkRow,
    WorkSection,
)

CENTER = "/clients/R-0412/claim-center"
AGES = ("0–30", "31–60", "61–90", "90+")


def _ages(*owed: tuple[str, str]) -> list[AgeCell]:
    return [AgeCell(age, *cell) for age, cell in zip(AGES, owed, strict=True)]


NONE = ("", "")
READY = WorkSection(
    [
        WorkRow("C-1042-S", "Rowan Ellis", CENTER, "C-1042-S · Cigna, secondary · 11/03/2026", "$23.20", "File Claim",
                "File Claim C-1042-S"),
        WorkRow("C-1044-S", "Tomas Okafor", CENTER, "C-1044-S · UnitedHealthcare, secondary · 11/05/2026", "$24.60",
                "File Claim", "File Claim C-1044-S"),
        WorkRow("C-1052", "Imani Prewitt", CENTER, "C-1052 · Cigna, primary · 11/19/2026", "$130.00", "File Claim",
                "File Claim C-1052"),
    ],
    "$177.80",
)  # fmt: skip
LOOK = WorkSection(
    [
        WorkRow("C-1039-S", "Rowan Ellis", CENTER, "C-1039-S · Needs adjustments, no ERA yet", "$96.00", "Enter",
                "Enter adjustments for C-1039-S", "", "warning", "pencil-line"),
        WorkRow("C-1047-S", "Rowan Ellis", CENTER, "C-1047-S · Off by $4.00, check the ERA amounts", "$32.00", "Check",
                "Check C-1047-S", "", "danger", "triangle-alert"),
        WorkRow("C-1049", "Wren Castellano", CENTER, "C-1049 · Rejected, member ID not found", "$160.00", "Fix",
                "Fix and refile C-1049", "", "danger", "circle-x"),
        WorkRow("1", "Aetna ERA, 11/12/2026", "/era/1", "1 claim to review", "$176.80", "Review",
                "Review ERA 88120457", "/era/1", "info", "inbox"),
    ],
    "$288.00",
)  # fmt: skip
PAYERS = [
    PayerRow("Aetna", "/claims", _ages(("$480.00", "3 claims"), ("$160.00", "1 claim"), NONE, NONE), "$640.00"),
    PayerRow("Cigna", "/claims", _ages(("$153.20", "2 claims"), ("$46.40", "2 claims"), ("$23.20", "1 claim"), NONE),
             "$222.80"),
    PayerRow("Medicare", "/claims", _ages(("$292.00", "2 claims"), NONE, NONE, NONE), "$292.00"),
    PayerRow("UnitedHealthcare", "/claims",
             _ages(("$320.00", "2 claims"), NONE, ("$130.00", "1 claim"), ("$160.00", "1 claim")), "$610.00"),
]  # fmt: skip
SUMS = PayerRow(
    "All payers", "", [AgeCell(age, cents) for age, cents in zip(
        AGES, ("$1,245.20", "$206.40", "$153.20", "$160.00"), strict=True)], "$1,764.80",
)  # fmt: skip
RECEIVED = ReceivedView(
    "June to November, $15,458.60",
    "Money received per month: June $2,418.40, July $2,690.00, August $2,204.80, September $2,911.60, "
    "October $3,086.20, November $2,147.60 so far.",
    [
        MonthBar("Jun", "2.4k", 68, 10), MonthBar("Jul", "2.7k", 76, 11), MonthBar("Aug", "2.2k", 63, 8),
        MonthBar("Sep", "2.9k", 83, 11), MonthBar("Oct", "3.1k", 88, 12), MonthBar("Nov", "2.1k", 62, 7, True),
    ],
    "$13,623.60", "$1,835.00",
)  # fmt: skip
BUSY = TodayView(
    "Good evening, June", "Monday, 11/23/2026. 3 claims are ready to file.", "File 3 claims, $177.80", "$2,365.00",
    [
        CentPart("ready", "To file", "$177.80", "3 claims, by you", width=17780),
        CentPart("look", "Needs a look", "$288.00", "3 claims, 1 ERA", width=28800),
        CentPart("wait", "Waiting on payers", "$1,764.80", "14 claims, 4 payers", width=176480),
        CentPart("client", "Waiting on clients", "$134.40", "3 clients", width=13440),
    ],
    READY, LOOK, PAYERS, SUMS,
    [
        OwingRow("Noor Haddad", CENTER, "$64.40"), OwingRow("Kit Halvorsen", CENTER, "$45.00"),
        OwingRow("Tomas Okafor", CENTER, "$25.00"),
    ],
    "$134.40", received=RECEIVED,
)  # fmt: skip
DONE = replace(
    BUSY, summary="Monday, 11/23/2026. All caught up. Nothing is waiting for you.", file_all="", ready=WorkSection(),
    look=WorkSection(), is_done=True,
)  # fmt: skip
EMPTY = replace(DONE, payers=[], clients=[], received=ReceivedView("Nothing in the last six months"))
LONG = replace(
    READY.rows[0], title="Maximiliana-Theodora van der Oosterhout-Featherstonehaugh", amount="$1,234,567.89",
    detail="C-1042-S · Blue Cross and Blue Shield of Massachusetts, secondary · 11/03/2026",
)  # fmt: skip
MANY = replace(READY, rows=[LONG, *READY.rows], more="and 1,204 more")
