"""The practice's settings told in words."""

from collections.abc import Sequence

from mbp_claims.domain.contact import shown_phone, shown_zip
from mbp_claims.domain.crossover_terms import Wait
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.practice_draft import ORGANIZATION, PERSON, PRODUCTION, SSN, shown_tax_id
from mbp_claims.views.settings import Facts, PracticeForm, SettingsView, WaitRow, WaitsView
from mbp_claims.words import _

USAGE = {
    True: _("Claims go out as production: payers pay them."),
    False: _("Claims go out marked as tests: payers answer them, and pay nothing."),
}  # fmt: skip
NUMBER_OF = {True: _("Social security number (SSN)"), False: _("Employer number (EIN)")}


def settings_view(practice: Practice, missing: Sequence[str]) -> SettingsView:
    return SettingsView(
        _identity(practice), _numbers(practice), _sending(practice),
        USAGE[practice.usage == PRODUCTION], list(missing), practice.second_factor,
    )  # fmt: skip


def waits_view(waits: Sequence[Wait], key: str) -> WaitsView:
    return WaitsView(key, [WaitRow(wait.name, wait.payer, str(wait.days)) for wait in waits])


def practice_form(practice: Practice, part: str, key: str) -> PracticeForm:
    """The form as it opens; of a social security number only the last four digits."""
    return PracticeForm(
        key, part, PERSON if practice.is_person else ORGANIZATION, practice.name, practice.first_name,
        practice.address, practice.city, practice.state, shown_zip(practice.zip), shown_phone(practice.phone),
        practice.contact_name, practice.npi, practice.tax_id_type, shown_tax_id(practice), practice.taxonomy,
        practice.submitter_id, practice.receiver_name, practice.receiver_id, practice.usage,
    )  # fmt: skip


def _identity(practice: Practice) -> Facts:
    place = f"{practice.city}, {practice.state} {shown_zip(practice.zip)}".strip(" ,")
    name = f"{practice.first_name} {practice.name}".strip()
    return [
        (_("Name on claims"), name), (_("Who bills"), _("A person") if practice.is_person else _("An organization")),
        (_("Address"), ", ".join(filter(None, (practice.address, place)))), (_("Phone"), shown_phone(practice.phone)),
        (_("Contact for payers"), practice.contact_name),
    ]  # fmt: skip


def _numbers(practice: Practice) -> Facts:
    return [
        ("NPI", practice.npi), (NUMBER_OF[practice.tax_id_type == SSN], shown_tax_id(practice)),
        (_("Taxonomy code"), practice.taxonomy),
    ]  # fmt: skip


def _sending(practice: Practice) -> Facts:
    return [
        (_("Your submitter ID"), practice.submitter_id), (_("Clearinghouse"), practice.receiver_name),
        (_("Clearinghouse ID"), practice.receiver_id),
    ]  # fmt: skip
