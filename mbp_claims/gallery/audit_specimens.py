"""The activity trail: its tools and its entries. All invented."""

from dataclasses import replace

from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.ui.audit import AuditEvents, audit_sheet, audit_table, audit_toolbar, audit_trail
from mbp_claims.ui.pager import Pager
from mbp_claims.views.audit import AuditAsked, AuditRow
from mbp_claims.views.form import Option

JUNE, THEN = "June Marlow, LCSW", "2026-11-23T21:40:00-05:00"
FILED = AuditRow(
    "6", "11/23/2026 9:40 PM", THEN, JUNE, "192.0.2.7", "Change", "ready", "pencil-line",
    "C-1042-S filed to Cigna", "pending → filed", "Rowan Ellis", "R-0412",
)  # fmt: skip
OPENED = replace(
    FILED, place="5", when="11/23/2026 9:38 PM", kind="Opened", tone="neutral", icon="file-search", what="Chart opened",
    change="",
)  # fmt: skip
GIVEN = replace(
    FILED, place="4", kind="Disclosure", tone="warning", icon="send", what="Record given to Rowan Ellis", change=""
)
REFUSED = AuditRow(
    "3", "11/23/2026 9:31 PM", THEN, "Not signed in", "2001:db8::5:17", "Refused", "danger", "ban",
    "Sign-in refused: wrong password",
)  # fmt: skip
SIGNED_IN = replace(
    REFUSED, place="2", who=JUNE, kind="Sign-in", tone="info", icon="circle-check", what="Signed in"
)
BY_ITSELF = replace(FILED, place="1", who="Alexandria Constantinopoulos-Featherstonehaugh, PsyD", address="",
                    what="Posting of ERA 88120457 undone, because its amounts were corrected by hand afterwards",
                    change="completed → pending")  # fmt: skip
ROWS = [FILED, OPENED, GIVEN, REFUSED, SIGNED_IN, BY_ITSELF]
ASKED = AuditAsked("1", "read", "R-0412", "2026-11-01", "2026-11-23")
PEOPLE = [Option("1", JUNE), Option("2", "Otis Vale")]
HALFWAY = Pager("", True, True, heard("audit.newer"), heard("audit.older"))

SPECIMENS = (
    Specimen("audit_toolbar", "everything", lambda: audit_toolbar(AuditAsked(), PEOPLE, AuditEvents())),
    Specimen("audit_toolbar", "asked", lambda: audit_toolbar(ASKED, PEOPLE, AuditEvents())),
    Specimen("audit_trail", "loading", lambda: audit_trail([], state="loading")),
    Specimen("audit_trail", "none", lambda: audit_trail([], on_clear=heard("audit_trail.on_clear"))),
    Specimen("audit_trail", "failed", lambda: audit_trail([], state="error", on_retry=heard("audit_trail.on_retry"))),
    Specimen(
        "audit_trail", "refused", lambda: audit_trail([], state="refused", why="Only an owner sees the activity.")
    ),
    Specimen("audit_table", "each-kind", lambda: audit_table(ROWS)),
    Specimen("audit_table", "older-and-newer", lambda: audit_table([OPENED], HALFWAY)),
    Specimen("audit_sheet", "link", lambda: audit_sheet("/files/activity.csv")),
)
