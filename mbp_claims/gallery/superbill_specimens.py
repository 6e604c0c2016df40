"""The Superbills tab: the choice, a page before and after it is made, and the list. All invented."""

from dataclasses import replace

from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.ui.superbill import superbill, superbill_sheet
from mbp_claims.ui.superbill_form import session_table, superbill_form, superbill_missing
from mbp_claims.ui.superbill_list import superbill_list
from mbp_claims.views.superbill import Fact, MadeRow, MendRow, SessionRow, Sheet, SheetLine, SuperbillsView

FIRST = SessionRow(
    "7", "11/03/2026", "90837 95", "Psychotherapy, 60 min", "C-1042", "/claims/C-1042", "$160.00", "$92.80"
)  # fmt: skip
ON_ONE = replace(FIRST, key="8", day="11/10/2026", claim="C-1047", note="On SB-1001", ticked=False, paid="$84.00")
PUT_AWAY = replace(FIRST, key="9", day="11/17/2026", claim="C-1051", note="Not billable to the plan", ticked=False,
                   paid="$0.00")  # fmt: skip
MADE = MadeRow(
    "1", "SB-1001", "11/01/2026 to 11/30/2026", "2 sessions", "$320.00", "$176.80", "11/23/2026", "June Marlow, LCSW",
    "/files/superbill/1",
)  # fmt: skip
VIEW = SuperbillsView("R-0412", "1", "11/01/2026", "11/30/2026", [FIRST, ON_ONE, PUT_AWAY], made=[MADE])
MISSING = [
    MendRow("Add the practice’s tax ID in Settings.", "/settings"),
    MendRow("Add the client’s address in Contact Info.", "/clients/R-0412/contact"),
]
NOT_HERS = [replace(MISSING[0], href="", why="Only an owner of the practice changes its settings.")]
REFUSED = {"last": "To must not be before From", "sessions": "Choose at least one session"}
LINES = [
    SheetLine("7", "11/03/2026", "90837 95", "Psychotherapy, 60 min", "10", "A, B", "1", "$160.00", "$92.80"),
    SheetLine("8", "11/10/2026", "90837", "Psychotherapy, 60 min", "11", "A", "1", "$160.00", "$84.00"),
]
DRAFT = Sheet(
    "", "", "11/01/2026 to 11/30/2026",
    ["Quiet Cove Counseling", "14 Larkspur Landing", "Portland, ME 04101-0014", "(207) 555-0100"],
    [Fact("NPI", "1234567893"), Fact("Tax ID (EIN)", "98-7654321")],
    ["Rowan Ellis", "27 Thistledown Row", "Portland, ME 04101"],
    [Fact("Date of birth", "03/14/1988"), Fact("Client number", "R-0412")],
    [Fact("A", "F41.1 Generalized anxiety"), Fact("B", "F33.0 Depression, recurrent, mild")], LINES, "$320.00",
    "$176.80",
    [Fact("Fees", "$320.00"), Fact("Paid by insurance", "$176.80"), Fact("Adjustments", "$88.00"),
     Fact("Not settled yet", "$55.20")],
    "June Marlow, LCSW, NPI 1245319599",
)  # fmt: skip
KEPT = replace(DRAFT, number="SB-1001", about="Made 11/23/2026 by June Marlow, LCSW")
MANY = replace(KEPT, lines=[replace(LINES[0], key=str(n)) for n in range(40)])


def _form(view: SuperbillsView):  # type: ignore[no-untyped-def]
    return superbill_form(
        view, on_first=heard_with("on_first"), on_last=heard_with("on_last"), on_preview=heard_with("on_preview")
    )


def _page(sheet: Sheet):  # type: ignore[no-untyped-def]
    return superbill(
        sheet, on_back=heard("on_back"), on_print=heard("on_print"), on_download=heard("on_download")
    )  # fmt: skip


def _made(rows: list[MadeRow]):  # type: ignore[no-untyped-def]
    return superbill_list(rows, records="/clients/R-0412/records", on_open=heard_with("on_open"))


SPECIMENS = (
    Specimen("superbill_form", "three", lambda: _form(VIEW)),
    Specimen("superbill_form", "none", lambda: _form(replace(VIEW, sessions=[]))),
    Specimen("superbill_form", "errors", lambda: _form(replace(VIEW, errors=REFUSED))),
    Specimen("superbill_form", "missing", lambda: _form(replace(VIEW, missing=MISSING))),
    Specimen("superbill_missing", "warning", lambda: superbill_missing(MISSING)),
    Specimen("superbill_missing", "blocked", lambda: superbill_missing(MISSING, True)),
    Specimen("superbill_missing", "not-hers", lambda: superbill_missing(NOT_HERS, True)),
    Specimen("session_table", "each-kind", lambda: session_table([FIRST, ON_ONE, PUT_AWAY])),
    Specimen("superbill", "preview", lambda: _page(DRAFT)),
    Specimen("superbill", "made", lambda: _page(KEPT)),
    Specimen("superbill_sheet", "many", lambda: superbill_sheet(MANY)),
    Specimen("superbill_list", "one", lambda: _made([MADE])),
    Specimen("superbill_list", "none", lambda: _made([])),
)
