"""Which acknowledgement a group holds, and of any X12 file what it is, so that a mailbox can be sorted."""

from itertools import islice

from mbp_claims.words import _
from mbp_claims.x12 import kind
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_segments
from mbp_claims.x12.tape import Source, Tape

GUIDES = {"999": "005010X231A1", "277CA": "005010X214"}
FORMER = {"005010X231": "005010X231A1", "005010X214E1": "005010X214", "005010X214E2": "005010X214"}
FORMER_OR_NOW = {version[:10] for version in (*FORMER, *FORMER.values())}
FUNCTIONS = {"FA": GUIDES["999"], "HN": GUIDES["277CA"]}
SETS = {GUIDES["999"]: "999", GUIDES["277CA"]: "277"}
REMITTANCE = "835"
TA1 = "TA1"
_HEAD = 12
"""Segments that are looked at to tell what a file is."""


def check_group(gs: Segment, intake: Intake) -> str:
    """The guide of the acknowledgements in the group. X12Error on any other group."""
    function, version = gs.text(1), gs.text(8)
    guide = FUNCTIONS.get(function)
    if guide is None or FORMER.get(version, version) != guide:
        named = kind.named(function, version)
        if named and version[:10] not in FORMER_OR_NOW:
            raise intake.refusal(_("It is {named}.", named=named))
        expected = guide or "FA (999) or HN (277CA)"
        place, found = (8, version) if guide else (1, function)
        raise gs.fault(place, _("{found} is found, {expected} is expected", found=shown(found), expected=expected))
    return guide


def check_transaction(st: Segment, guide: str, intake: Intake) -> None:
    """X12Error unless the transaction is the one that its group announces."""
    if st.text(1) != SETS[guide]:
        raise st.fault(1, _("{found} is found, {expected} is expected", found=shown(st.text(1)), expected=SETS[guide]))


def sort(source: Source, name: str) -> str:
    """`835`, `999`, `277CA` or `TA1`, by the first lines. X12Error names any other file, or why it is no X12."""
    intake = Intake(name, "an 835 or an acknowledgement")
    found = ""
    for segment in islice(read_segments(Tape(source), intake), _HEAD):
        if segment.id == "TA1":
            found = TA1
        if segment.id == "GS":
            if segment.text(1) == "HP":
                return REMITTANCE
            guide = check_group(segment, intake)
            return next(known for known, version in GUIDES.items() if version == guide)
    if found:
        return found
    raise X12Error(_("{name} is not an 835 or an acknowledgement. It holds nothing.", name=name))
