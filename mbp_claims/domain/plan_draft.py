"""What the insurance plan form says, checked: the sentences a clinician reads beside each field."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.chart_rules import ChartRules, PlanTerm
from mbp_claims.domain.client import SEXES, ZIP, Client
from mbp_claims.domain.codes import MSP_TYPES, STATES
from mbp_claims.domain.days import show_day
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.plan import InsurancePlan, Rank, Relationship
from mbp_claims.words import _

NEW_PAYER = "new:"
NO_MSP_TYPE = _("Choose why Medicare pays second")
NOBODY_ELSE: dict[str, object] = {
    "subscriber_first": "", "subscriber_last": "", "subscriber_born": None, "subscriber_sex": "",
    "subscriber_address": "", "subscriber_city": "", "subscriber_state": "", "subscriber_zip": "",
}  # fmt: skip
"""The subscriber of a plan that is the client's own."""


@dataclass(frozen=True)
class PlanDraft:
    """A plan as typed. `payer` is the id of a payer on the list, or `new:` and a name. Copay in cents."""

    payer: str
    rank: Rank
    values: dict[str, object]
    effective: date
    ends: date | None

    @classmethod
    def parse(cls, form: object, client: Client, rules: ChartRules, today: date) -> "PlanDraft":
        """RuleViolation with a sentence for each field or plan rule that refuses, in the order of the form."""
        entries = Entries(form, today)
        payer = _payer(entries)
        values: dict[str, object] = {
            "name": entries.text("name", longest=80, too_long=_("Plan name must be 80 characters or fewer")),
            "member_id": _member_id(entries),
            "group_number": entries.text("group_number", longest=50),
            "copay_cents": _copay(entries),
        }  # fmt: skip
        values |= _subscriber(entries, client)
        effective, ends = _dates(entries)
        rank = Rank.SECONDARY if entries.checked("secondary") else Rank.PRIMARY
        draft = cls(payer, rank, values, effective or today, ends)
        for name, sentence in rules.refusals(draft.term, today).items():
            entries.refuse(name, sentence)
        second = rank is Rank.SECONDARY
        values["msp_type"] = entries.choice("msp_type", MSP_TYPES, NO_MSP_TYPE, optional=True) if second else ""
        entries.settle()
        return draft

    @property
    def term(self) -> PlanTerm:
        return PlanTerm(self.rank, self.effective, self.ends)


def ends_before(ends: date | None, effective: date) -> str:
    """The sentence when an end date cannot be."""
    if ends and ends < effective:
        return _("End date must be on or after the effective date")
    return ""


def ended_words(plan: InsurancePlan, payer: str, other_payer: str) -> str:
    """`Aetna ended 06/30/2026. Is Cigna the primary now?`"""
    return _(
        "{payer} ended {day}. Is {other_payer} the primary now?",
        payer=payer,
        day=show_day(plan.ends),
        other_payer=other_payer,
    )


def _payer(entries: Entries) -> str:
    payer = entries.text("payer")
    typed = entries.text("payer_query")
    if not payer:
        sentence = (
            _("Choose a payer from the list, or add “{typed}” as a new payer", typed=typed)
            if typed
            else _("Choose a payer")
        )
        entries.refuse("payer", sentence)
    elif payer.startswith(NEW_PAYER) and not payer.removeprefix(NEW_PAYER).strip():
        entries.refuse("payer", _("Choose a payer"))
    return payer


def _member_id(entries: Entries) -> str:
    """Blanks and dashes are dropped, not refused. X12 allows 2 to 80 characters (NM109)."""
    typed = entries.matching(
        "member_id", r"[A-Za-z0-9]+", _("Member ID must use only letters and numbers"), _("Enter the member ID"),
        drop=r"[\s-]",
    )  # fmt: skip
    if not 2 <= len(typed) <= 80:
        entries.refuse("member_id", _("Member ID must have 2 to 80 letters and numbers"))
    return typed.upper()


def _copay(entries: Entries) -> int | None:
    sentence = _("Copay must be an amount, like 25.00")
    copay = entries.cents("copay", sentence)
    if copay is not None and copay < 0:
        entries.refuse("copay", sentence)
    return copay


def _dates(entries: Entries) -> tuple[date | None, date | None]:
    effective = entries.day("effective", _("Effective date"), "07/01/2026", _("Enter the effective date"))
    ends = entries.day("ends", _("End date"), "12/31/2026")
    if effective and (sentence := ends_before(ends, effective)):
        entries.refuse("ends", sentence)
    return effective, ends


def _subscriber(entries: Entries, client: Client) -> dict[str, object]:
    relationship = entries.choice(
        "relationship", tuple(Relationship), _("Choose the client’s relationship to the subscriber")
    )
    if relationship not in set(Relationship) - {Relationship.SELF}:
        return {"relationship": relationship, **NOBODY_ELSE}
    born = _subscriber_person(entries)
    if entries.checked("sub_same_address"):
        entries.form = {
            **entries.form, "sub_address": client.address, "sub_city": client.city,
            "sub_state": client.state, "sub_zip": client.zip,
        }  # fmt: skip
    return {
        "relationship": relationship,
        "subscriber_first": entries.text("sub_first"),
        "subscriber_last": entries.text("sub_last"),
        "subscriber_born": born,
        "subscriber_sex": entries.text("sub_sex"),
        "subscriber_address": entries.text("sub_address", _("Enter the subscriber’s address"), 55),
        "subscriber_city": entries.text("sub_city", _("Enter the subscriber’s city"), 30),
        "subscriber_state": entries.choice("sub_state", STATES, _("Choose a state")),
        "subscriber_zip": entries.matching(
            "sub_zip", ZIP, _("ZIP code must be 5 or 9 digits"), _("Enter the subscriber’s ZIP code"), drop=r"[\s-]"
        ),
    }


def _subscriber_person(entries: Entries) -> date | None:
    entries.text("sub_first", _("Enter the subscriber’s first name"), 60)
    entries.text("sub_last", _("Enter the subscriber’s last name"), 60)
    born = entries.day("sub_born", _("Date of birth"), "03/14/1988", _("Enter the subscriber’s date of birth"))
    if born and born >= entries.today:
        entries.refuse("sub_born", _("Date of birth must be in the past"))
    entries.choice("sub_sex", SEXES, _("Choose the sex on file with the payer"))
    return born
