"""The clients of the cast, and their plans. All invented."""

from datetime import date

from mbp_claims.domain.cast.practice import AETNA, ANTHEM, CIGNA, MEDICARE, UNITED
from mbp_claims.domain.cast.shapes import CastClient, CastPlan, CastSubscriber, Home

DANA = CastSubscriber("Dana", "Ellis", date(1986, 5, 2), "F", "spouse")
SAMIR = CastSubscriber("Samir", "Haddad", date(1988, 8, 19), "M", "spouse")

ROWANS_PAST_PLAN = CastPlan(UNITED, "914720558", 1057, name="Choice Plus", group="704411", ends=327)
ROWANS_AETNA = CastPlan(AETNA, "W2186 40937", 326, name="Open Choice PPO", group="0862411", copay="0.00")
ROWANS_CIGNA = CastPlan(
    CIGNA, "U7741 05528", 145, "secondary", "Open Access Plus", "3340192", "0.00", DANA, added=145
)  # fmt: skip

ROWAN = CastClient(
    412, "Rowan", "Ellis", date(1988, 3, 14), "U", Home("27 Thistledown Row", "Portland", "04101"),
    "2075550112", "F41.1", 330, (ROWANS_PAST_PLAN, ROWANS_AETNA, ROWANS_CIGNA), pronouns="they/them",
)  # fmt: skip
ANSEL = CastClient(
    398, "Ansel", "Brandt", date(1979, 6, 2), "M", Home("8 Cooperage Lane", "Westbrook", "04092"),
    "2075550198", "F43.23", 410,
    (
        CastPlan(UNITED, "908115620", 410, name="Navigate", group="771204", copay="25.00"),
        CastPlan(CIGNA, "U5520 18834", 320, "secondary", group="3340881", added=300, removed=60),
    ),
)  # fmt: skip
WREN = CastClient(
    421, "Wren", "Castellano", date(1995, 9, 27), "F", Home("3 Saltbox Court", "South Portland", "04106"),
    "2075550121", "F43.10", 200, (CastPlan(AETNA, "W3307 71542", 320, name="Managed Choice", group="0870015"),),
)  # fmt: skip
NOOR = CastClient(
    405, "Noor", "Haddad", date(1990, 12, 11), "F", Home("61 Windrose Street", "Falmouth", "04105"),
    "2075550105", "F33.1", 380,
    (
        CastPlan(AETNA, "W2290 16385", 380, name="Open Choice PPO", group="0862411", found_ended=23),
        CastPlan(CIGNA, "U8041 77209", 320, "secondary", "Open Access Plus", "3351170", subscriber=SAMIR, added=310),
    ),
)  # fmt: skip
KIT = CastClient(
    377, "Kit", "Halvorsen", date(2001, 4, 30), "U", Home("110 Millpond Way, Apt 3", "Gorham", "04038"),
    "2075550177", "F40.10", 480, (CastPlan(ANTHEM, "XKH502281937", 480, group="L00428", ends=17),),
)  # fmt: skip
TOMAS = CastClient(
    360, "Tomas", "Okafor", date(1957, 1, 19), "M", Home("5 Harrow Hill", "Cape Elizabeth", "04107"),
    "2075550160", "F32.1", 560,
    (
        CastPlan(UNITED, "902744816", 560, name="Choice Plus, Brightwater Tools", group="718830"),
        CastPlan(MEDICARE, "1EG4TE5MK73", 560, "secondary", msp_type="12"),
    ),
)  # fmt: skip
IMANI = CastClient(
    430, "Imani", "Prewitt", date(1984, 7, 8), "F", Home("42 Juniper Bend", "Scarborough", "04074"),
    "2075550130", "F41.1", 170, (CastPlan(CIGNA, "U6610 90427", 320, name="Open Access Plus", group="3340192"),),
)  # fmt: skip
LIOR = CastClient(
    433, "Lior", "Vance", date(1998, 10, 23), "M", Home("19 Kestrel Close", "Yarmouth", "04096"),
    "2075550133", "F43.21", 3,
)  # fmt: skip

CLIENTS = (ANSEL, WREN, ROWAN, NOOR, KIT, TOMAS, IMANI, LIOR)
"""By last name, as the list shows them."""
