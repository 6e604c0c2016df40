"""Which transaction set a file holds, so that a file of the wrong kind is called by its name."""

import re

from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.segment import Segment

REMITTANCE = "005010X221A1"
FORMER_REMITTANCE = "005010X221"
_GUIDES = {
    "005010X222": "an 837P (a claim)",
    "005010X223": "an 837I (an institutional claim)",
    "005010X224": "an 837D (a dental claim)",
    "005010X214": "a 277CA (a claim acknowledgement)",
    "005010X212": "a 276 or 277 (claim status)",
    "005010X231": "a 999 (an acknowledgement)",
    "005010X279": "a 270 or 271 (eligibility)",
}
_SETS = {
    "270": "a 270 (an eligibility inquiry)",
    "271": "a 271 (eligibility)",
    "276": "a 276 (a claim status inquiry)",
    "277": "a 277 (claim status)",
    "278": "a 278 (an authorisation)",
    "820": "an 820 (a premium payment)",
    "834": "an 834 (an enrolment)",
    "837": "an 837 (a claim)",
    "997": "a 997 (an acknowledgement)",
    "999": "a 999 (an acknowledgement)",
}
_FUNCTIONS = {
    "BE": "834", "FA": "999", "HB": "271", "HC": "837", "HI": "278", "HN": "277", "HR": "276", "HS": "270", "RA": "820"
}  # fmt: skip
_VERSION = re.compile(r"00[0-9]{4}(X[0-9]{3}(A[0-9])?)?")
TA1 = "a TA1 (an interchange acknowledgement)"


def named(function: str, version: str) -> str:
    """What a group holds, by GS01 and GS08; empty where we have no name for it."""
    return _GUIDES.get(version[:10]) or _SETS.get(_FUNCTIONS.get(function, ""), "")


def check_group(gs: Segment, intake: Intake) -> None:
    """X12Error unless the group holds remittances of the version that is read here."""
    function, version = gs.text(1), gs.text(8)
    if function != "HP":
        name = named(function, version)
        raise _other(name, intake) if name else gs.fault(1, f"{shown(function)} is found, HP (remittances) is expected")
    if version == FORMER_REMITTANCE:
        gs.note(f"the version is {FORMER_REMITTANCE}, {REMITTANCE} is expected", 8)
    elif version != REMITTANCE:
        is_version = _VERSION.fullmatch(version)
        found = f"the version “{version}” is not read here" if is_version else f"{shown(version)} is no version"
        raise gs.fault(8, f"{found}, {REMITTANCE} is expected")


def check_transaction(st: Segment, intake: Intake) -> None:
    """X12Error unless the transaction is an 835; a version in ST03 is tolerated."""
    if st.text(1) != "835":
        name = _SETS.get(st.text(1))
        raise _other(name, intake) if name else st.fault(1, f"{shown(st.text(1))} is found, 835 is expected")


def only_acknowledged(intake: Intake) -> X12Error:
    """The refusal of an interchange with nothing but a TA1."""
    return _other(TA1, intake)


def _other(name: str, intake: Intake) -> X12Error:
    return intake.refusal(f"It is {name}.")
