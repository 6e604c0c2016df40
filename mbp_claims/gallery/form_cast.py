"""The cast of the form specimens: Rowan Ellis (R-0412), Aetna first, Cigna second. All invented."""

from dataclasses import replace

from mbp_claims import routes
from mbp_claims.views.adjustment import (
    AdjustmentRow,
    BalanceView,
    CompleteClaimView,
    EraBanner,
    FileClaimView,
    LineForm,
    VoidView,
)
from mbp_claims.views.claim import ReopenView
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.form import Option
from mbp_claims.views.new_claim import DiagnosisRow, NewClaimView, NewLineRow
from mbp_claims.views.plan import CardImage, DeletePlanView, EndPlanView, PlanFormView, PlansView, PlanView
from mbp_claims.views.printing import PrintView

PAYERS = [
    Option("1", "Aetna", "60054"),
    Option("2", "Cigna", "62308", words="Evernorth"),
    Option("3", "Medicare Part B", "04402", words="CMS", kind="medicare"),
    Option("4", "UnitedHealthcare", "87726", words="Optum UHC"),
]
REASONS = (
    Option("1", "Deductible"),
    Option("2", "Coinsurance"),
    Option("3", "Copayment"),
    Option("29", "Filed too late", words="time limit"),
    Option("45", "Above the agreed fee", words="contractual charge exceeds fee schedule maximum allowable"),
    Option("97", "Part of another service", words="bundled"),
    Option("204", "Not covered by the plan"),
    Option("253", "Federal budget cut", words="sequestration"),
)
USUAL = {"PR": ("1", "2", "3"), "CO": ("45", "97", "29")}
PROCEDURES = (
    Option("90791", "Diagnostic evaluation"),
    Option("90834", "Psychotherapy, 45 min"),
    Option("90837", "Psychotherapy, 60 min"),
)
DIAGNOSES = (Option("F41.1", "Generalized anxiety"), Option("F33.1", "Recurrent depression, moderate"))
PLACES = (("11", "11 Office"), ("10", "10 Telehealth at home"), ("02", "02 Telehealth elsewhere"))

AETNA = PlanView(
    "1", "Aetna", "60054", "primary", "P", "Open Choice PPO", "Active", "success", "check", "W2186 40937", "0862411",
    "$0.00", "Rowan Ellis (self)", "01/01/2026", "/favicon.svg",
)  # fmt: skip
CIGNA = PlanView(
    "2", "Cigna", "62308", "secondary", "S", "Open Access Plus", "Active", "success", "check", "U7741 05528",
    "3340192", "$0.00", "Dana Ellis (spouse)", "07/01/2026", "/favicon.svg", "/favicon.svg",
)  # fmt: skip
ENDED = PlanView(
    "3", "Harbor Mutual", "77013", "primary", "", "Basic HMO", "Ended 12/31/2025", "neutral", "clock", "HM 33071",
    "", "$20.00", "Rowan Ellis (self)", "01/01/2024",
)  # fmt: skip
PLANS = PlansView([AETNA, CIGNA], [ENDED], "Past plans (1)")

BLANK = PlanFormView(key="new", client="Rowan Ellis", effective="")
TYPED = PlanFormView(
    key="typed", client="Rowan Ellis", payer="2", group_number="3340192", effective="07/01/2026", secondary=True,
    no_primary=True,
    errors={
        "member_id": "Enter the member ID",
        "secondary": "There must be an active primary plan to enter a secondary plan.",
    },
)  # fmt: skip
SPOUSE = PlanFormView(
    key="spouse", plan_id="2", client="Rowan Ellis", payer="2", name="Open Access Plus", member_id="U774105528",
    group_number="3340192", copay="0.00", relationship="spouse", sub_first="Dana", sub_last="Ellis",
    sub_born="02/07/1986", sub_sex="F", sub_same_address=False, sub_address="41 Birch Lane", sub_city="Portland",
    sub_state="ME", sub_zip="04101", effective="07/01/2026", secondary=True,
    card_front=CardImage(name="card-front.jpg"), card_back=CardImage(error="The file must be a JPG, PNG, HEIC or PDF"),
)  # fmt: skip
MEDICARE = PlanFormView(
    key="medicare", client="Rowan Ellis", payer="3", member_id="1EG4TE5MK72", effective="01/01/2026", secondary=True,
    failure="The plan was not saved. Your entries are still here.",
)  # fmt: skip
BLOCKED = DeletePlanView("b", "1", True, "", "Cigna is the active secondary plan.", "2")
DELETE = DeletePlanView(
    "d", "2", False, "Delete the Cigna plan?",
    "Its 2 filed claims stay in the chart. 1 pending claim will be withdrawn.",
)  # fmt: skip
END = EndPlanView("e", "1", "Aetna", "11/23/2026")
END_WRONG = EndPlanView(
    "w", "1", "Aetna", "01/01/2025", {"ends": "End date must be on or after the effective date"}
)  # fmt: skip

WRITE_OFF = AdjustmentRow(
    "1", "1", "1", "1", "1", "CO", "45", "44.00", "Write-off. You cannot bill this to the client or to Cigna."
)
SHARE = AdjustmentRow("2", "2", "2", "1", "2", "PR", "2", "23.20", "Billed to Cigna on this claim.")
EMPTY_ROW = AdjustmentRow("3", "3", "3", "1", "3", remaining="$23.20")
EDITED = AdjustmentRow(
    "2", "2e", "2", "1", "2", "PR", "2", "27.20", "Billed to Cigna on this claim.", era_said="ERA said $23.20"
)
BALANCED = BalanceView("$160.00", "$92.80", "$67.20")
SHORT = BalanceView("$160.00", "$84.00", "$72.00", "$4.00 short", False)
OVER = BalanceView("$160.00", "$92.80", "$71.20", "$4.00 over", False)
LINE = LineForm(
    "1", "Service line 1", "11/03/2026 · 90837", "Psychotherapy, 60 min", "$160.00", "Aetna", "92.80", True,
    [WRITE_OFF, SHARE], BALANCED,
)  # fmt: skip
FROM_ERA = EraBanner(
    "era", "Filled in from the ERA.", "Aetna, 11/12/2026, check", "88120457", "Review the amounts, then submit.",
    routes.era(1),
)  # fmt: skip
NO_ERA = EraBanner(
    "none", "No ERA has come back from Aetna yet.", "Copy the amounts from the paper EOB.", href=routes.ERAS
)
ARRIVED = EraBanner(
    "arrived",
    "An ERA from Aetna just arrived.",
    "11/12/2026, check",
    "88120457",
    "What you typed stays until you choose.",
)
READY = FileClaimView(
    "c-1042-s",
    "C-1042-S",
    "S",
    "C-1042-S · Rowan Ellis · Cigna, secondary",
    "Cigna",
    "$23.20",
    FROM_ERA,
    [LINE],
    BALANCED,
)
OFF = FileClaimView(
    "c-1047-s", "C-1047-S", "S", "C-1047-S · Rowan Ellis · Cigna, secondary", "Cigna", "$32.00",
    EraBanner("era", "Filled in from the ERA.", "Aetna, 11/17/2026, check", "88120791", href=routes.era(2),
              differs="1 amount differs from the ERA."),
    [LineForm("1", "Service line 1", "11/10/2026 · 90837", "Psychotherapy, 60 min", "$160.00", "Aetna", "84.00", True,
              [AdjustmentRow("1", "1", "1", "1", "1", "CO", "45", "40.00", WRITE_OFF.meaning),
               AdjustmentRow("2", "2", "2", "1", "2", "PR", "2", "32.00", SHARE.meaning, era_said="ERA said $36.00")],
              SHORT)],
    SHORT,
    errors={"line-1": "Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments."},
)  # fmt: skip
TYPING = FileClaimView(
    "c-1039-s", "C-1039-S", "S", "C-1039-S · Rowan Ellis · Cigna, secondary", "Cigna", "$96.00", NO_ERA,
    [LineForm("1", "Service line 1", "10/27/2026 · 90834", "Psychotherapy, 45 min", "$130.00", "Aetna", "0.00", False,
              [AdjustmentRow("1", "1", "1", "1", "1", "CO", "45", "34.00", WRITE_OFF.meaning),
               AdjustmentRow("2", "2", "2", "1", "2", "PR", remaining="$96.00")],
              BalanceView("$130.00", "$0.00", "$34.00", "$96.00 short", False), removed="Adjustment 3 removed.")],
    BalanceView("$130.00", "$0.00", "$34.00", "$96.00 short", False),
    errors={"reason-2": "Choose a reason code for adjustment 2", "amount-2": "Enter an amount for adjustment 2"},
)  # fmt: skip
SEVERAL = FileClaimView(
    "c-1060-s", "C-1060-S", "S", "C-1060-S · Rowan Ellis · Cigna, secondary", "Cigna", "$38.20", FROM_ERA,
    [LINE,
     LineForm("2", "Service line 2", "11/03/2026 · 90785", "Interactive complexity", "$20.00", "Aetna", "0.00", True,
              [AdjustmentRow("3", "3", "3", "2", "1", "PR", "1", "15.00", "Billed to Cigna on this claim.")],
              BalanceView("$20.00", "$0.00", "$15.00", "$5.00 short", False)),
     LineForm("0", "Whole claim", "Whole claim", "Adjusted by Aetna as a whole", "", "Aetna", "0.00", True,
              [AdjustmentRow("4", "4", "4", "0", "1", "OA", "253", "0.00")], BalanceView("$0.00", "$0.00", "$0.00"))],
    BalanceView("$180.00", "$92.80", "$82.20", "$5.00 short", False),
    failure="The claim was not filed. Your entries are still here.",
)  # fmt: skip
REPLACED = replace(READY, replaces=True, reference="CIG2611887701")
REOPENED = ReopenView(
    "1", "C-1042", "Its answer stays on record. The claim waits for Aetna again. C-1042-S is withdrawn until then."
)
VOIDED = VoidView(
    "1", "C-1042-S", "S", "C-1042-S · Rowan Ellis · Cigna, secondary", "Cigna", reference="CIG2611887701"
)  # fmt: skip
VOIDED_WITHOUT = replace(
    VOIDED, reference="", errors={"reference": "Enter Cigna’s number of this claim. It is on the payer’s answer, "
    "or on its acknowledgement of the claim."},
)  # fmt: skip
PRIMARY = FileClaimView(
    "c-1051", "C-1051", "P", "C-1051 · Rowan Ellis · Aetna, primary", "Aetna", "$160.00",
    lines=[LineForm("1", "Service line 1", "11/17/2026 · 90837", "Psychotherapy, 60 min", "$160.00")], adjusts=False,
)  # fmt: skip
EOB = CompleteClaimView(
    "c-1051", "C-1051", "P", "C-1051 · Rowan Ellis · Aetna, primary", "Aetna",
    [LineForm("1", "Service line 1", "11/17/2026 · 90837", "Psychotherapy, 60 min", "$160.00", "Aetna", "92.80", False,
              [WRITE_OFF, EMPTY_ROW], BalanceView("$160.00", "$92.80", "$44.00", "$23.20 short", False))],
    BalanceView("$160.00", "$92.80", "$44.00", "$23.20 short", False),
    follows="C-1051-S will appear under Pending Claims, for Cigna.",
)  # fmt: skip
SESSION = NewClaimView(
    "n", "", "Rowan Ellis", "P", "Aetna, primary", "then Cigna", "11/20/2026", "11", "1", "",
    [Option("1", "June Marlow, LCSW")], [DiagnosisRow("1", "1", "F41.1")],
    [NewLineRow("1", "1", "90837", "", "1", "160.00", "", "", "1")], "$160.00",
)  # fmt: skip
SESSION_WRONG = NewClaimView(
    "w", "", "Rowan Ellis", "", "", "No plan covers 11/03/2024. Add one, or change the date.", "11/03/2024", "11", "1",
    "",
    [Option("1", "June Marlow, LCSW")], [DiagnosisRow("1", "1"), DiagnosisRow("2", "2", "F33.1")],
    [NewLineRow("1", "1", "90837"), NewLineRow("2", "2")], "$0.00",
    errors={"service_date": "No plan covers 11/03/2024.", "diagnosis-1": "Enter at least one diagnosis code",
            "charge-1": "Enter the charge of line 1", "procedure-2": "Enter the procedure code of line 2"},
)  # fmt: skip
NEW_CLIENT = ClientFormView(key="new")
ROWAN = ClientFormView(
    "rowan", "R-0412", "Rowan", "", "Ellis", "03/14/1988", "F", "they/them", "41 Birch Lane", "Portland", "ME", "0410",
    "(207) 555-0142", "rowan.ellis@example.com", errors={"zip": "ZIP code must be 5 or 9 digits"},
)  # fmt: skip

PRINTING = PrintView(
    "1", "C-1042-S", "S", "C-1042-S · Rowan Ellis · Cigna", "Cigna",
    behind="The answer of Aetna is printed behind the form.", only=True, address="PO Box 188061\nChattanooga, TN 37422",
    right="1.5", down="-0.5",
)  # fmt: skip
PRINTING_LACKS = replace(PRINTING, missing=["Add the client’s address", "Add the practice’s tax ID, 9 digits"])
PRINTING_WRONG = replace(
    PRINTING, right="far",
    errors={
        "address": "Use 3 lines or fewer; the payer’s name is printed above them",
        "right": "Enter millimeters from -20 to 20, like 1.5",
    },
)  # fmt: skip
