"""Which transaction set a file holds, so that a file of the wrong kind is called by its name."""

import re

from mbp_claims.words import _
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.segment import Segment

REMITTANCE = "005010X221A1"
FORMER_REMITTANCE = "005010X221"
_GUIDES = {
    "005010X222": _("an 837P (a claim)"),
    "005010X223": _("an 837I (an institutional claim)"),
    "005010X224": _("an 837D (a dental claim)"),
    "005010X214": _("a 277CA (a claim acknowledgement)"),
    "005010X212": _("a 276 or 277 (claim status)"),
    "005010X231": _("a 999 (an acknowledgement)"),
    "005010X279": _("a 270 or 271 (eligibility)"),
}
_SETS = {
    "270": _("a 270 (an eligibility inquiry)"),
    "271": _("a 271 (eligibility)"),
    "276": _("a 276 (a claim status inquiry)"),
    "277": _("a 277 (claim status)"),
    "278": _("a 278 (an authorisation)"),
    "820": _("an 820 (a premium payment)"),
    "834": _("an 834 (an enrolment)"),
    "837": _("an 837 (a claim)"),
    "997": _("a 997 (an acknowledgement)"),
    "999": _("a 999 (an acknowledgement)"),
}
_FUNCTIONS = {
    "BE": "834", "FA": "999", "HB": "271", "HC": "837", "HI": "278", "HN": "277", "HR": "276", "HS": "270", "RA": "820"
}  # fmt: skip
_VERSION = re.compile(r"00[0-9]{4}(X[0-9]{3}(A[0-9])?)?")
TA1 = _("a TA1 (an interchange acknowledgement)")


def named(function: str, version: str) -> str:
    """What a group holds, by GS01 and GS08; empty where we have no name for it."""
    return _GUIDES.get(version[:10]) or _SETS.get(_FUNCTIONS.get(function, ""), "")


def check_group(gs: Segment, intake: Intake) -> None:
    """X12Error unless the group holds remittances of the version that is read here."""
    function, version = gs.text(1), gs.text(8)
    if function != "HP":
        name = named(function, version)
        raise (
            _other(name, intake)
            if name
            else gs.fault(1, _("{found} is found, HP (remittances) is expected", found=shown(function)))
        )
    if version == FORMER_REMITTANCE:
        gs.note(_("the version is {found}, {expected} is expected", found=FORMER_REMITTANCE, expected=REMITTANCE), 8)
    elif version != REMITTANCE:
        if _VERSION.fullmatch(version):
            other = _(
                "the version “{found}” is not read here, {expected} is expected", found=version, expected=REMITTANCE
            )
        else:
            other = _("{found} is no version, {expected} is expected", found=shown(version), expected=REMITTANCE)
        raise gs.fault(8, other)


def check_transaction(st: Segment, intake: Intake) -> None:
    """X12Error unless the transaction is an 835; a version in ST03 is tolerated."""
    if st.text(1) != "835":
        name = _SETS.get(st.text(1))
        raise (
            _other(name, intake)
            if name
            else st.fault(1, _("{found} is found, 835 is expected", found=shown(st.text(1))))
        )


def only_acknowledged(intake: Intake) -> X12Error:
    """The refusal of an interchange with nothing but a TA1."""
    return _other(TA1, intake)


def _other(name: str, intake: Intake) -> X12Error:
    return intake.refusal(_("It is {name}.", name=name))
