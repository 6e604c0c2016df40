"""The usual claim of an 835, read in one pass over its elements: what nearly all claims are.

Only what holds nothing odd is read here; for anything else the answer is None, and the careful way (era_claim,
era_line) reads the same segments again, and says what is wrong with them and where. Both give the same claim.
"""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from mbp_claims.domain.codes import reason as listed
from mbp_claims.domain.remit_claim import REVERSAL, Party, RemitClaim
from mbp_claims.domain.remit_line import Reference, RemitAdjustment, RemitLine
from mbp_claims.x12 import era_claim, era_line
from mbp_claims.x12.amounts import amount_of, day_of, is_number
from mbp_claims.x12.era_cas import GROUPS
from mbp_claims.x12.era_line import procedure_of

T = TypeVar("T")
MOST_KNOWN = 1 << 16


class Known(dict[str, T], Generic[T]):
    """What texts mean, worked out once for each. ValueError for a text that is not as it should be."""

    def __init__(self, meaning: Callable[[str], T]):
        super().__init__()
        self._meaning = meaning

    def __missing__(self, text: str) -> T:
        if len(self) >= MOST_KNOWN:
            self.clear()
        found = self[text] = self._meaning(text)
        return found


def _cents(text: str) -> int:
    cents, has_idle_decimals = amount_of(text)
    if has_idle_decimals:
        raise ValueError
    return cents


def _number(text: str) -> str:
    if not is_number(text):
        raise ValueError
    return text


def _reason(text: str) -> str:
    if listed(text) is None:
        raise ValueError
    return text


CENTS, DAYS, NUMBERS, REASONS = Known(_cents), Known(day_of), Known(_number), Known(_reason)
_FAULTS = (ValueError, KeyError, IndexError)


def quick_claim(rows: list[list[str]], component: str, segment: int) -> RemitClaim | None:
    """`rows` are the elements of a claim's segments from its CLP on, without blanks around them and without empty ones
    at the end; `segment` is the number of the CLP. None for a claim that has anything odd."""
    try:
        return _claim(rows, component, segment)
    except _FAULTS:
        return None


def _claim(rows: list[list[str]], component: str, segment: int) -> RemitClaim | None:
    clp = rows[0]
    number, status, charge, filing = clp[1], clp[2], CENTS[clp[3]], clp[6]
    if (
        not 0 < len(number) <= era_claim.LONGEST_NUMBER or status not in era_claim.STATUSES or len(clp) > 15
        or filing not in era_claim.FILING_CODES or not clp[7] or (status == REVERSAL and charge > 0)
    ):  # fmt: skip
        return None
    heads: list[list[str]] = []
    lines: list[tuple[list[str], int, list, list, dict, list, list, list]] = []
    order, rank, at = era_claim.ORDER, 0, segment
    adjustments: list[RemitAdjustment] = []
    references: list[Reference] = []
    days: dict[str, date] = {}
    supplemental: list[tuple[str, int]] = []
    quantities: list[tuple[str, str]] = []
    remarks: list[str] = []
    claim_level = adjustments, references, days, supplemental, quantities
    for row in rows[1:]:
        at += 1
        name = row[0]
        if name == "SVC":
            if len(row) > 8:
                return None
            adjustments, references, days, supplemental, quantities, remarks = [], [], {}, [], [], []
            lines.append((row, at, adjustments, references, days, supplemental, quantities, remarks))
            order, rank = era_line.ORDER, 0
            continue
        if (here := order[name]) < rank:
            return None
        rank = here
        size = len(row)
        if name == "CAS":
            group = row[1]
            if group not in GROUPS or size > 20 or size < 4:
                return None
            for place in range(2, size, 3):
                quantity = NUMBERS[row[place + 2]] if place + 2 < size and row[place + 2] else None
                adjustments.append(RemitAdjustment(group, REASONS[row[place]], CENTS[row[place + 1]], quantity))
        elif name == "DTM":
            if size > 7:
                return None
            days[row[1]] = DAYS[row[2]]
        elif name == "REF":
            if size > 5 or not row[1]:
                return None
            references.append(Reference(row[1], row[2]))
        elif name == "AMT":
            if size > 4 or not row[1]:
                return None
            supplemental.append((row[1], CENTS[row[2]]))
        elif name == "LQ":
            if size > 3 or not row[2]:
                return None
            remarks.append(row[2])
        elif name == "NM1" or name == "MOA" or name == "MIA":
            if not 1 < size <= _MOST[name]:
                return None
            heads.append(row)
        elif name != "PER" or size > 10:
            return None
    return _put_together(clp, charge, heads, claim_level, lines, component, segment)


_MOST = {"NM1": 13, "MOA": 10, "MIA": 25}


def _put_together(clp, charge, heads, claim_level, lines, component, segment):  # type: ignore[no-untyped-def]
    adjustments, references, days, supplemental, quantities = claim_level
    parties: dict[str, Party] = {}
    moa: tuple[str, ...] = ()
    mia: tuple[str, ...] = ()
    for row in heads:
        name = row[0]
        if name == "NM1":
            role, size = row[1], len(row)
            if role not in era_claim.ROLES:
                return None
            if role not in parties:
                parties[role] = Party(
                    row[3] if size > 3 else "", row[4] if size > 4 else "", row[5] if size > 5 else "",
                    row[8] if size > 8 else "", row[9] if size > 9 else "",
                )  # fmt: skip
        elif name == "MOA":
            moa = moa or tuple(row[1:])
        else:
            mia = mia or tuple(row[1:])
    if "QC" not in parties:
        return None
    start = days.get("232")
    end = days.get("233") or start
    size, party = len(clp), parties.get
    return RemitClaim(
        clp[1], clp[2], charge, CENTS[clp[4]], CENTS[clp[5]] if clp[5] else None, clp[6], clp[7],
        clp[9] if size > 9 else "", party("QC"), party("IL"), party("74"), party("82"), party("TT"), party("PR"),
        party("GB"), moa, mia, era_claim.remarks_of(moa, mia) if moa or mia else (), tuple(references),
        days.get("050"), start, end, tuple(supplemental), tuple(quantities), tuple(adjustments),
        tuple([_line(line, component, start, end) for line in lines]), (), segment,
    )  # fmt: skip


def _line(found, component, start, end):  # type: ignore[no-untyped-def]
    svc, at, adjustments, references, days, supplemental, quantities, remarks = found
    size = len(svc)
    if days:
        one = days.get("472")
        begun = one or days.get("150") or days.get("151")
        if begun:
            start, end = begun, one or days.get("151") or begun
    procedure = procedure_of(svc[1], component)
    submitted = procedure_of(svc[6], component) if size > 6 and svc[6] else None
    if procedure is None or (submitted is None and size > 6 and svc[6]):
        raise ValueError
    return RemitLine(
        procedure, CENTS[svc[2]], CENTS[svc[3]], NUMBERS[svc[5]] if size > 5 and svc[5] else "1", submitted, start, end,
        tuple(adjustments), tuple(remarks), tuple(references), tuple(supplemental), tuple(quantities),
        NUMBERS[svc[7]] if size > 7 and svc[7] else None, svc[4] if size > 4 else "", at,
    )  # fmt: skip
