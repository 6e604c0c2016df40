"""Who may what in a practice. A clinician has her own clients and their claims; the rest is for the office."""

from enum import StrEnum

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


class Role(StrEnum):
    """`biller` has all clients and claims of the practice, `owner` its people and settings too."""

    OWNER = "owner"
    BILLER = "biller"
    CLINICIAN = "clinician"


class Task(StrEnum):
    """What is not everybody's. `assign` is to say whose a client is."""

    PEOPLE = "people"
    SETTINGS = "settings"
    PAYMENTS = "payments"
    CLEARINGHOUSE = "clearinghouse"
    ASSIGN = "assign"
    TRAIL = "trail"


WORDS = {Role.OWNER: _("Owner"), Role.BILLER: _("Biller"), Role.CLINICIAN: _("Clinician")}
MEANT = {
    Role.OWNER: _("Everything, and the people and settings of the practice"),
    Role.BILLER: _("All clients, claims and payments"),
    Role.CLINICIAN: _("Her or his own clients and their claims"),
}
OFFICE = frozenset({Task.PAYMENTS, Task.CLEARINGHOUSE, Task.ASSIGN})
MAY: dict[Role, frozenset[Task]] = {
    Role.OWNER: frozenset(Task),
    Role.BILLER: OFFICE,
    Role.CLINICIAN: frozenset(),
}
WHY_NOT = {
    Task.PEOPLE: _("Only an owner of the practice sees its people."),
    Task.SETTINGS: _("Only an owner of the practice changes its settings."),
    Task.PAYMENTS: _("Payments are for the owner and the billers of the practice."),
    Task.CLEARINGHOUSE: _("The clearinghouse is for the owner and the billers of the practice."),
    Task.TRAIL: _("Only an owner of the practice sees who did what in it."),
    Task.ASSIGN: _("The owner or a biller says whose client this is."),
}


class NotAllowed(RuleViolation):
    """What the person's role does not let her do. Unlike other refusals it goes into the trail."""


def why_not(role: str, task: Task) -> str:
    """The sentence that tells why, empty where the role may. A role that nobody knows may nothing."""
    allowed = MAY[Role(role)] if role in MAY else frozenset()
    return "" if task in allowed else WHY_NOT[task]


def require(role: str, task: Task) -> None:
    """NotAllowed with the sentence."""
    if sentence := why_not(role, task):
        raise NotAllowed(sentence)


def sees_all(role: str) -> bool:
    """Whether all clients of the practice are there for this role, rather than her own."""
    return role in (Role.OWNER, Role.BILLER)
