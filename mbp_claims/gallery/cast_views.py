"""The cast as views: Rowan Ellis, her plans' payers and her claims, and the practice around her. All invented."""

from dataclasses import replace

from mbp_claims.views.batch import BatchRow, BatchView, filing_view
from mbp_claims.views.claim import ClaimRow
from mbp_claims.views.client import ClientHeader, ClientRow
from mbp_claims.views.contact import ContactView
from mbp_claims.views.shell import ShellView

SHELL = ShellView("June Marlow, LCSW", "JM", "Solo practice", pending="6", to_review="1")
QUIET_SHELL = replace(SHELL, pending="", to_review="")
TEST_SHELL = replace(SHELL, test_mode=True)

ROWAN = ClientHeader("R-0412", "Rowan Ellis", "RE", "03/14/1988 (38)", "they/them", "$0.00", "$151.20")
LONG_NAME = ClientHeader("R-0999", "Maximiliana-Theodora van der Oosterhout-Featherstonehaugh", "MV", "02/29/1996 (30)")
CONTACT = ContactView(
    "Rowan Ellis", "03/14/1988", "Female", "they/them", "14 Harbor Street", "Portland, ME 04101", "(207) 555-0142",
    "rowan.ellis@example.com",
)  # fmt: skip
STRANGER = ContactView("Lior Vance", "10/23/1998", "Unknown")
NOBODY = ClientHeader(found=False)

CLIENTS = [
    ClientRow("R-0398", "Ansel Brandt", "AB", "06/02/1979", "P", last_session="11/20/2026"),
    ClientRow(
        "R-0421", "Wren Castellano", "WC", "09/27/1995", "P", "", "1 rejected", "danger", "circle-x", "$160.00",
        "11/12/2026",
    ),
    ClientRow(
        "R-0412", "Rowan Ellis", "RE", "03/14/1988", "PS", "", "3 claims", to_bill="$151.20",
        last_session="11/17/2026",
    ),
    ClientRow("R-0405", "Noor Haddad", "NH", "12/11/1990", "P", last_session="10/29/2026"),
    ClientRow("R-0377", "Kit Halvorsen", "KH", "04/30/2001", "", "Self-pay", last_session="11/06/2026"),
    ClientRow(
        "R-0360", "Tomas Okafor", "TO", "01/19/1957", "PS", "", "1 claim", to_bill="$24.60", last_session="11/05/2026"
    ),
    ClientRow(
        "R-0430", "Imani Prewitt", "IP", "07/08/1984", "P", "", "1 claim", to_bill="$130.00",
        last_session="11/19/2026",
    ),
    ClientRow("R-0433", "Lior Vance", "LV", "10/23/1998", "", "No plan yet", last_session="11/23/2026"),
]  # fmt: skip
LONG_CLIENTS = [
    replace(CLIENTS[2], number="R-0999", name=LONG_NAME.name, initials="MV", to_bill="$1,234,567.89"),
    replace(CLIENTS[2], number="R-0998", name="ليلى حدّاد", initials="لح", pending="50 claims", to_bill="$8,004.00"),
]

_TO_CIGNA = ClaimRow(
    "", badge="S", payer="Cigna", service="90837 · 60 min", charge="$160.00", client="Rowan Ellis",
    client_number="R-0412",
)  # fmt: skip
READY = replace(
    _TO_CIGNA, number="C-1042-S", under="from C-1042", service_date="11/03/2026", paid="$92.80", to_bill="$23.20",
    status="Ready to file", tone="ready", icon="file-check", below="ERA filled in 3 amounts",
    actions="file details era - not-billable",
)  # fmt: skip
NO_ERA = replace(
    READY, number="C-1039-S", under="from C-1039", service_date="10/27/2026", service="90834 · 45 min",
    charge="$130.00", paid="$0.00", to_bill="$96.00", status="Needs adjustments", tone="warning",
    icon="pencil-line", below="No ERA yet", actions="file details primary - not-billable",
)  # fmt: skip
OFF = replace(
    READY, number="C-1047-S", under="from C-1047", service_date="11/10/2026", paid="$84.00", to_bill="$32.00",
    status="Off by $4.00", tone="danger", icon="triangle-alert", below="Check the ERA amounts",
)  # fmt: skip
PENDING = [READY, NO_ERA, OFF]

NEW_PRIMARY = replace(
    _TO_CIGNA, number="C-1053", service_date="11/20/2026", badge="P", payer="Aetna", then_payer="Cigna",
    to_bill="$160.00", status="Ready to file", tone="ready", icon="file-check", below="Not filed yet",
    actions="file details - not-billable",
)  # fmt: skip
REJECTED = replace(
    _TO_CIGNA, number="C-1044", service_date="11/12/2026", badge="P", payer="UnitedHealthcare", to_bill="$160.00",
    status="Rejected", tone="danger", icon="circle-x", below="Member ID not found",
    actions="refile details - not-billable", client="Wren Castellano", client_number="R-0421",
)  # fmt: skip
ALL_PENDING = [NEW_PRIMARY, REJECTED, *PENDING]

FILED = replace(
    _TO_CIGNA, number="C-1051", under="filed 11/18/2026", service_date="11/17/2026", badge="P", payer="Aetna",
    then_payer="Cigna", status="Filed", tone="info", icon="send", below="", actions="complete details",
    where="filed",
)  # fmt: skip
COMPLETED = replace(
    FILED, number="C-1042", under="completed 11/12/2026", service_date="11/03/2026", then_payer="", paid="$92.80",
    status="Completed", tone="success", icon="check", below="", actions="details era",
)  # fmt: skip
SECONDARY_PAID = replace(
    COMPLETED, number="C-1031-S", under="completed 11/02/2026", service_date="10/06/2026", badge="S", payer="Cigna",
    paid="$23.20",
)  # fmt: skip
FILED_CLAIMS = [FILED, COMPLETED, SECONDARY_PAID]
CROSSED = replace(
    SECONDARY_PAID, number="C-1024-S", under="from C-1024", service_date="09/22/2026", paid="", status="Crossed over",
    tone="neutral", icon="arrow-right-left", below="Aetna sent it to Cigna",
)  # fmt: skip
ACCEPTED = replace(
    FILED, number="C-1049", service_date="11/16/2026", status="Accepted", icon="inbox", below="By the payer, 11/19/2026"
)
WAITING = replace(FILED, number="C-1055", service_date="11/23/2026", under="", status="Waiting to send", tone="neutral",
                  icon="clock", below="", actions="details")
DENIED = replace(
    COMPLETED, number="C-1018", under="completed 10/12/2026", service_date="09/08/2026", paid="$0.00",
    status="Denied", tone="danger", icon="ban", below="CO-29, time limit",
)  # fmt: skip
ALL_FILED = [WAITING, FILED, ACCEPTED, COMPLETED, SECONDARY_PAID, CROSSED, DENIED]
ALL_OUT = [replace(row, to_bill="$160.00") for row in (WAITING, FILED, ACCEPTED, CROSSED)]
ALL_ANSWERED = [replace(row, where="completed") for row in (COMPLETED, SECONDARY_PAID, DENIED)]

FIFTY = [
    replace(READY, number=f"C-{1200 - n}-S", under=f"from C-{1200 - n}", service_date=f"10/{28 - n % 28:02}/2026")
    for n in range(50)
]
LONG = [
    replace(
        READY, number="C-104200-S", payer="Blue Cross and Blue Shield of the Northern Territories",
        to_bill="$1,234,567.89", charge="$1,234,567.89", client=LONG_NAME.name, service="90837 95 GT · 60 min",
    )
]  # fmt: skip

BATCH = BatchView(
    "1", "2 claims filed", "$55.20 in one file, number 31.",
    [BatchRow("C-1042-S", "$23.20", "/claims/C-1042-S"), BatchRow("C-1047-S", "$32.00", "/claims/C-1047-S")],
    [BatchRow("C-1039-S", "It is not ready to file: Needs adjustments.", "/claims/C-1039-S")], "1 claim was not filed",
)  # fmt: skip
BATCH_WORKING = filing_view(40, "1")
BATCH_FAILED = BatchView("1", "Nothing was filed", failure="The claims were not filed. Nothing was changed.")
