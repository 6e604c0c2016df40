"""What a superbill cannot do without, and where to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.words import _


class Mend(StrEnum):
    """The page on which it is mended. The settings and the people of a practice are its owner's."""

    SETTINGS = "settings"
    PEOPLE = "people"
    CONTACT = "contact"
    CLAIM = "claim"


@dataclass(frozen=True)
class Missing:
    """A sentence that says what to do, where, and on which claim."""

    sentence: str
    where: Mend
    claim: str = ""


def missing_from_parties(practice: Practice, client: Client) -> Iterator[Missing]:
    """Of who bills and who is billed."""
    of_practice = (
        (practice.name, _("Add the practice’s name in Settings.")),
        (practice.npi, _("Add the practice’s NPI in Settings.")),
        (practice.tax_id, _("Add the practice’s tax ID in Settings.")),
        (_placed(practice), _("Add the practice’s address in Settings.")),
    )
    for there, sentence in of_practice:
        if not there:
            yield Missing(sentence, Mend.SETTINGS)
    if not _placed(client):
        yield Missing(_("Add the client’s address in Contact Info."), Mend.CONTACT)


def missing_from_services(
    client: Client, days: Iterable[date], claims: Iterable[tuple[Claim, Clinician]]
) -> Iterator[Missing]:
    """Of the services that were chosen, on these days, and of the claims that they stand on."""
    if any(day < client.born for day in days):
        yield Missing(_("Correct the client’s date of birth in Contact Info: it is after a session."), Mend.CONTACT)
    named = set()
    for claim, provider in claims:
        if not claim.diagnosis_codes:
            yield Missing(_("Add a diagnosis to claim {number}.", number=claim.number), Mend.CLAIM, claim.number)
        if not provider.npi and provider.id not in named:
            named.add(provider.id)
            yield Missing(_("Add the NPI of {name} in People.", name=provider.signature), Mend.PEOPLE)


def _placed(one: Practice | Client) -> bool:
    return all((one.address, one.city, one.state, one.zip))


@dataclass(frozen=True)
class Days:
    """The days that are asked for, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, form: object, today: date) -> "Days":
        """RuleViolation with a sentence for each field that cannot stand."""
        entries = Entries(form, today)
        first = entries.day("first", _("From"), "11/01/2026", _("Enter the first date"))
        last = entries.day("last", _("To"), "11/30/2026", _("Enter the last date"))
        if first and last and last < first:
            entries.refuse("last", _("To must not be before From"))
        entries.settle()
        return cls(first or today, last or today)

    @classmethod
    def usual(cls, latest: date | None, today: date) -> "Days":
        """The month of the last session, as most insurers are sent a month at a time."""
        last = latest or today
        return cls(last.replace(day=1), max(last, min(_month_end(last), today)))


def _month_end(day: date) -> date:
    following = day.replace(day=28).toordinal() + 4
    return date.fromordinal(following - date.fromordinal(following).day)
