"""The codes of acknowledgements in words. A code on no list is kept as it was sent, and stops nothing."""

from collections.abc import Iterable
from functools import cache

from mbp_claims.domain.acknowledgement import BatchAck, ClaimAck, StatusCode, Word
from mbp_claims.domain.codes import code_list

GENERAL = frozenset({"21", "122"})
"""Statuses that say only that something is wrong; not worth a word beside one that says what."""
WHAT_IS_WRONG = {
    "A3": "is missing or not accepted",
    "A4": "was not found",
    "A6": "is missing",
    "A7": "is not right",
    "A8": "does not fit the rest of the claim",
}
MEND = {
    "plan": "Check the plan against the insurance card: member ID, group, dates and subscriber.",
    "client": "Check the client’s name, birth date, sex and address.",
    "who": "Correct that entry, then refile.",
    "claim": "Correct the claim, then refile.",
    "cob": "Check the amounts of the first payer, then refile.",
    "order": "Check which plan pays first, and why Medicare pays second.",
    "icn": "Check whether this is a new claim or a replacement, and the payer’s claim number.",
    "authorization": "Add the authorization or referral number, then refile.",
    "enroll": "Ask the payer or your clearinghouse to enroll the practice, then refile.",
    "payer": "Check the payer ID of the plan, then refile.",
    "duplicate": "Look for the first one before you send it again.",
    "file": "Refile it. If it comes back again, send this acknowledgement to your clearinghouse.",
    "late": "Look for proof that it was sent in time, then call the payer.",
    "later": "Refile it later.",
    "paper": "File it on paper.",
    "ask": "Call the payer, then refile.",
    "wait": "Call the payer if nothing else comes.",
}


@cache
def _rows(name: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in code_list(f"ack_{name}")}


def words(name: str, code: str, unknown: str) -> str:
    """The words of a list, or `unknown` with the code in it."""
    row = _rows(name).get(code)
    return row[0] if row else f"{unknown} {code}, not in our list"


def element_words(place: str) -> str:
    """Our words for an entry of an 837P: `N4-3`, `REF*F8`, `HI`; empty where there are none."""
    return _rows("named").get(place, ("",))[0]


def entity_words(code: str) -> str:
    return words("entity", code, "entity")


def word_of(codes: Iterable[StatusCode]) -> Word:
    """The strongest of them: one rejection rejects. A0 and A1 are no word of the payer."""
    found = {_word(code) for code in codes}
    return next((word for word in (Word.REJECTED, Word.ACCEPTED) if word in found), Word.RECEIVED)


def _word(code: StatusCode) -> Word:
    row = _rows("category").get(code.category)
    return Word(row[1]) if row else Word.RECEIVED


def claim_word(batch: BatchAck, claim: ClaimAck) -> Word:
    """A clearinghouse’s A2 says that it passed the claim on, no more: only the payer accepts."""
    word = word_of(claim.statuses)
    return word if word is not Word.ACCEPTED or batch.from_payer else Word.RECEIVED


def say_statuses(codes: Iterable[StatusCode]) -> str:
    """`Member ID not found`, `NPI of the billing provider is not right`; several joined by semicolons."""
    given = [code for code in codes if _word(code) is Word.REJECTED] or list(codes)
    telling = [code for code in given if code.status not in GENERAL] or given
    said = list(dict.fromkeys(say_status(code) for code in telling))
    return "; ".join([said[0], *(one[0].lower() + one[1:] if one[1:2].islower() else one for one in said[1:])])


def say_status(code: StatusCode) -> str:
    """One status in words."""
    row = _rows("status").get(code.status)
    whom = entity_words(code.entity) if code.entity else ""
    if row is None:
        of = f", {whom}" if whom else ""
        return f"{words('category', code.category, 'Category')} ({code}{of})"
    said, kind = row[0], row[1]
    if kind == "s":
        return _capital(said.replace("{}", whom or "party that is meant"))
    named = f"{said} of the {whom}" if whom and row[2] != "cob" else said
    return f"{named} {WHAT_IS_WRONG[code.category]}" if code.category in WHAT_IS_WRONG else named


def mend_statuses(codes: Iterable[StatusCode]) -> str:
    """What to do about a rejection, in a sentence."""
    given = [code for code in codes if _word(code) is Word.REJECTED]
    telling = [code for code in given if code.status not in GENERAL] or given
    for code in telling:
        row = _rows("status").get(code.status)
        if row:
            return _mend(row[2], code.entity)
    return "Call the payer and name these codes, then refile."


def _mend(what: str, entity: str) -> str:
    if what != "who":
        return MEND[what]
    if entity in ("IL", "GB", "P2", "03"):
        return MEND["plan"]
    if entity == "QC":
        return MEND["client"]
    whom = entity_words(entity) if entity else ""
    return f"Correct that entry of the {whom}, then refile." if whom else MEND["who"]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
