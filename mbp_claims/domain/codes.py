"""The field's code lists. The codes are the standards'; the words are our own. The lists are in `code_lists/`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from mbp_claims.words import _


def code_list(name: str) -> list[tuple[str, ...]]:
    """Rows of `code_lists/<name>.tsv`, without its comments."""
    text = files("mbp_claims.domain").joinpath("code_lists", f"{name}.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in code_list(name)}


class GroupCode(StrEnum):
    """Who carries an adjustment (CAS01). CR is read in old remittances and never offered."""

    CO = "CO"
    PR = "PR"
    OA = "OA"
    PI = "PI"
    CR = "CR"


GROUP_CODES: dict[str, str] = {
    GroupCode.CO: "Contractual",
    GroupCode.PR: "Patient responsibility",
    GroupCode.OA: "Other adjustment",
    GroupCode.PI: "Payer initiated",
}
USUAL_REASONS: dict[str, tuple[str, ...]] = {
    GroupCode.PR: ("1", "2", "3", "96", "204", "119", "242", "27", "31", "192"),
    GroupCode.CO: ("45", "97", "29", "253", "16", "197", "50", "96", "151", "131"),
    GroupCode.OA: ("23", "94", "18", "22", "109", "209", "133"),
    GroupCode.PI: ("45", "97", "278"),
}

WRONG_ORDER = frozenset({"22", "109"})
FIX_THE_PRIMARY = WRONG_ORDER | {
    "4", "11", "16", "18", "26", "27", "29", "31", "140", "146", "163", "164", "181", "182", "197", "198",
    "206", "207", "208", "210", "226", "227", "250", "251", "252", "284", "287", "288", "296", "302",
}  # fmt: skip
"""Denials that a better primary claim, an authorization or an appeal may undo; each may still be filed on."""
PATIENT_SHARE_REASONS = frozenset({"1", "2", "3"})
CROSSOVER_REMARKS = frozenset({"MA18", "N89", "MA07"})

REMARKS = _words("rarc")
PROVIDER_ADJUSTMENTS = _words("plb")
CLAIM_STATUS = _words("claim_status")
PLACES_OF_SERVICE = _words("place_of_service")
MODIFIERS = _words("modifier")
CLAIM_FILING = _words("claim_filing")
MSP_TYPES = _words("msp_type")
STATES = _words("state")
DIAGNOSES = _words("diagnosis")


@dataclass(frozen=True, slots=True)
class ReasonCode:
    """A claim adjustment reason (CARC), the groups it usually comes with, and whether payers may still use it."""

    code: str
    words: str
    groups: tuple[str, ...] = ()
    in_force: bool = True

    @property
    def label(self) -> str:
        """`45 Above the contracted or allowed fee`."""
        return f"{self.code} {self.words}"


def reason(code: str) -> ReasonCode | None:
    """The reason, in force or retired; None when it is on no list, which must never stop a remittance."""
    return _reasons().get(code.strip().upper())


def meaning(code: str) -> str:
    """Short words for any reason, known or not."""
    known = reason(code)
    return known.words if known else f"Reason {code}, not in our list"


def remark(code: str) -> str:
    """Short words for any remark code (RARC), known or not."""
    return REMARKS.get(code.strip().upper(), f"Remark {code}, not in our list")


def provider_adjustment(code: str) -> str:
    """Short words for why a payer kept or gave an amount that is about no claim (PLB), known or not."""
    return PROVIDER_ADJUSTMENTS.get(code.strip().upper(), f"Reason {code}, not in our list")


def usual_reasons(group: str) -> tuple[str, ...]:
    """What a payer mostly sends with a group, the most usual first."""
    return USUAL_REASONS.get(group, ())


@cache
def reason_choices(group: str = "") -> tuple[tuple[str, str], ...]:
    """Code and words of every reason in force: the group's usual ones first, then the rest in order of number."""
    usual = usual_reasons(group)
    rest = [r.code for r in _reasons().values() if r.in_force and r.code not in usual]
    return tuple((code, meaning(code)) for code in (*usual, *rest))


@cache
def _reasons() -> dict[str, ReasonCode]:
    current = {c: ReasonCode(c, words, tuple(filter(None, g.split(",")))) for c, g, words in code_list("carc")}
    return current | {c: ReasonCode(c, words, in_force=False) for c, words in code_list("carc_retired")}


def plain_meaning(group: str, reason: str, next_payer: str | None) -> str:
    """The sentence under an adjustment: where the money goes, then what to do first, if anything.

    Only CO is written off by itself and only PR goes on to the next payer; OA and PI are for a person to judge.
    """
    where = _where_it_goes(group, reason, next_payer)
    if reason in WRONG_ORDER:
        return _("{where} Check the order of the plans first.", where=where)
    if reason in FIX_THE_PRIMARY:
        return _("{where} Correct or appeal it with the first payer, if you can.", where=where)
    return where


def _where_it_goes(group: str, reason: str, next_payer: str | None) -> str:
    match group:
        case GroupCode.CO:
            return _(
                "Write-off. You cannot bill this to the client{next_payer}.",
                next_payer=_(" or to {next_payer}", next_payer=next_payer) if next_payer else "",
            )
        case GroupCode.PR:
            return (
                _("Billed to {next_payer} on this claim.", next_payer=next_payer)
                if next_payer
                else _("The client owes this.")
            )
        case GroupCode.OA:
            return _other_adjustment(reason, next_payer)
        case GroupCode.PI:
            return _(
                "The payer’s own cut, without a contract. The client does not owe it. Look before you write it off."
            )
        case GroupCode.CR:
            return _("An old correction code. A new claim cannot carry it.")
        case _:
            return _("Group {group}, not in our list. Ask the payer what it means.", group=group)


def _other_adjustment(reason: str, next_payer: str | None) -> str:
    match reason:
        case "23":
            return _("What earlier payers paid or adjusted. Do not post it again.")
        case "94":
            return _("The payer allowed more than the charge. Check for an overpayment.")
        case "209":
            return _(
                "You cannot bill this to the client. {next_payer} may pay it.",
                next_payer=next_payer or _("A next payer"),
            )
        case _:
            return _("Neither a write-off nor the client’s share. Look at the reason before you file.")


def who_carries(group: str, next_payer: str | None) -> str:
    """Who is left with an adjustment, in two or three words."""
    match group:
        case GroupCode.CO:
            return _("Nobody, write-off")
        case GroupCode.PR:
            return _("{next_payer}, then the client", next_payer=next_payer) if next_payer else _("The client")
        case _:
            return _("Needs a look")


def procedure_words(code: str) -> str:
    """`Psychotherapy, 60 min`; nothing for a code that we have no words for, which is allowed everywhere."""
    return _procedures().get(code.strip().upper(), ("", ""))[0]


def procedure_short(code: str) -> str:
    """`60 min`; nothing for a code that we have no words for."""
    return _procedures().get(code.strip().upper(), ("", ""))[1]


def procedure_choices() -> tuple[tuple[str, str], ...]:
    """Code and words of the procedures we know, the most usual first."""
    return tuple((code, words) for code, (words, __) in _procedures().items())


@cache
def _procedures() -> dict[str, tuple[str, str]]:
    return {code: (words, short) for code, words, short in code_list("procedure")}


def icd10_ok(code: str) -> bool:
    """Whether it has the form of an ICD-10-CM code, with or without its dot. Not whether such a diagnosis exists."""
    return bool(re.fullmatch(r"[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?", code.strip().upper(), re.ASCII))


def icd10_plain(code: str) -> str:
    """As an 837P carries it: `F41.1` is `F411`."""
    return code.strip().upper().replace(".", "")


def icd10_shown(code: str) -> str:
    """As a person reads it: `F411` is `F41.1`."""
    plain = icd10_plain(code)
    return f"{plain[:3]}.{plain[3:]}" if len(plain) > 3 else plain


def diagnosis_words(code: str) -> str:
    """`Generalized anxiety` for `F411` or `F41.1`; nothing for a diagnosis that we have no words for."""
    return DIAGNOSES.get(icd10_shown(code), "")


def npi_ok(npi: str) -> bool:
    """Ten digits, beginning with 1 or 2, whose last is the check digit (ISO Luhn over 80840 and the number)."""
    if not re.fullmatch(r"[12][0-9]{9}", npi, re.ASCII):
        return False
    digits = [int(digit) for digit in "80840" + npi]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0
