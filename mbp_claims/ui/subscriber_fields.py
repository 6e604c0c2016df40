"""The subscriber of a plan, asked for when the client is not the subscriber."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.field import Entry, date_field, select_field, state_and_zip, text_field
from mbp_claims.words import _

FIRST = Entry("sub_first", _("First name"), testids.SUB_FIRST)
LAST = Entry("sub_last", _("Last name"), testids.SUB_LAST)
BORN = Entry("sub_born", _("Date of birth"), testids.SUB_DOB)
SEX = Entry("sub_sex", _("Sex on file with the payer"), testids.SUB_SEX)
ADDRESS = Entry("sub_address", _("Address"), testids.SUB_ADDRESS, wide=True)
CITY = Entry("sub_city", _("City"), testids.SUB_CITY)
STATE = Entry("sub_state", _("State"), testids.SUB_STATE)
ZIP = Entry("sub_zip", _("ZIP code"), testids.SUB_ZIP)

SEXES = (("F", _("Female")), ("M", _("Male")), ("U", _("Unknown")))


def subscriber_fields(view: Any) -> rx.Component:
    """The group "Subscriber" of a PlanFormView; the stylesheet shows it unless the relationship is Self."""
    errors = view.errors
    return rx.el.fieldset(
        rx.el.legend(_("Subscriber")),
        text_field(FIRST, view.sub_first, errors),
        text_field(LAST, view.sub_last, errors),
        date_field(BORN, view.sub_born, errors),
        select_field(SEX, view.sub_sex, errors, SEXES, blank=_("Choose")),
        rx.el.div(
            rx.el.input(
                type="checkbox", name="sub_same_address", custom_attrs={"id": testids.SUB_SAME_ADDRESS},
                default_checked=view.sub_same_address, data_testid=testids.SUB_SAME_ADDRESS,
            ),
            rx.el.label(_("Same address as the client"), html_for=testids.SUB_SAME_ADDRESS),
            class_name="entry full check",
        ),
        rx.el.div(
            text_field(ADDRESS, view.sub_address, errors),
            text_field(CITY, view.sub_city, errors),
            state_and_zip(STATE, ZIP, (view.sub_state, view.sub_zip), errors),
            class_name="pf full sub-address",
        ),
        class_name="pf full subscriber",
    )  # fmt: skip
