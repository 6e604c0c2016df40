"""The usual claim of an 835, in one pass over its text: what nearly all claims are.

Only what holds nothing odd is read here; for anything else the answer is None, and the careful way (era_claim,
era_line) reads the same segments again, and says what is wrong with them and where. Both give the same claim.
"""

from datetime import date

from mbp_claims.domain.remit_claim import REVERSAL, Party, RemitClaim
from mbp_claims.domain.remit_line import Reference, RemitAdjustment
from mbp_claims.x12.era_claim import FILING_CODES, LONGEST_NUMBER, ORDER, STATUSES, remarks_of
from mbp_claims.x12.page import USUAL, Delimiters
from mbp_claims.x12.quick_elements import CENTS, new
from mbp_claims.x12.quick_line import quick_line
from mbp_claims.x12.quick_segments import Sayings

_OWN = {"CLP", "CAS", "NM1", "MIA", "MOA", "REF", "DTM", "PER", "AMT", "QTY", "SVC", "LQ"}
_NEXT = {"LX", "PLB", "SE"}

Found = tuple[RemitClaim, int, list[str]]
"""A claim, how many segments it has, and the pieces that follow it up to the next CLP."""


class QuickClaims:
    """Those of one interchange."""

    def __init__(self, delimiters: Delimiters):
        self._delimiters = delimiters
        self._known = Sayings(delimiters.element)
        self._svc = f"SVC{delimiters.element}"

    def read(self, run: str, number: int) -> Found | None:
        """A run of a page from a CLP up to the next; `number` is that of the CLP. None when anything is odd."""
        terminator = self._delimiters.terminator
        head, *lines = run.split(terminator + self._svc)
        loops = [head.split(terminator), *[(self._svc + line).split(terminator) for line in lines]]
        loops[-1], after = self._parted(loops[-1])
        try:
            return self._claim(loops, number), sum(map(len, loops)), after
        except (ValueError, KeyError, IndexError):
            return None

    def _parted(self, last: list[str]) -> tuple[list[str], list[str]]:
        """The last loop, and what comes after the claim."""
        separator = self._delimiters.element
        if last[-1].partition(separator)[0] in _OWN:
            return last, []
        at = next((at for at, piece in enumerate(last) if piece.partition(separator)[0] in _NEXT), len(last))
        return last[:at], last[at:]

    def _claim(self, loops: list[list[str]], number: int) -> RemitClaim:
        """An error without words when anything is odd."""
        adjustments: tuple[RemitAdjustment, ...] = ()
        references: tuple[Reference, ...] = ()
        supplemental: tuple[tuple[str, int], ...] = ()
        parties: dict[str, Party] = {}
        days: dict[str, date] = {}
        moa: tuple[str, ...] = ()
        mia: tuple[str, ...] = ()
        (first, *head), *lines = loops
        known, rank = self._known, 0
        for piece in head:
            name, said = known[piece]
            if (here := ORDER[name]) < rank:
                raise ValueError
            rank = here
            if name == "NM1":
                parties.setdefault(*said)
            elif name == "DTM":
                days[said[0]] = said[1]
            elif name == "REF":
                references += said
            elif name == "AMT":
                supplemental += said
            elif name == "CAS":
                adjustments += said
            elif name == "MOA":
                moa = moa or said
            elif name == "MIA":
                mia = mia or said
        clp, party, start = first.split(self._delimiters.element), parties.get, days.get("232")
        ours, status, charge, size, end = clp[1], clp[2], CENTS[clp[3]], len(clp), days.get("233") or start
        if (
            not 0 < len(ours) <= LONGEST_NUMBER or status not in STATUSES or clp[6] not in FILING_CODES or not clp[7]
            or size > 15 or len(first) > USUAL or "QC" not in parties or (status == REVERSAL and charge > 0)
        ):  # fmt: skip
            raise ValueError
        read, at = [], number + 1 + len(head)
        for line in lines:
            read.append(quick_line(line, known, self._delimiters, (start, end), at))
            at += len(line)
        return new(RemitClaim, (
            ours, status, charge, CENTS[clp[4]], CENTS[clp[5]] if clp[5] else None, clp[6], clp[7],
            clp[9] if size > 9 else "", party("QC"), party("IL"), party("74"), party("82"), party("TT"), party("PR"),
            party("GB"), moa, mia, remarks_of(moa, mia) if moa or mia else (), references, days.get("050"), start, end,
            supplemental, (), adjustments, tuple(read), (), number,
        ))  # fmt: skip
