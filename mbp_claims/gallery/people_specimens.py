"""The People page: its table, its form, and a link that is shown once."""

import reflex as rx

from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.staged import said
from mbp_claims.ui.people import invitation, invite_form, people_table
from mbp_claims.views.people import InviteForm, PersonRow

PEOPLE = [
    PersonRow("1", "June Marlow, LCSW", "june.marlow@example.com", "owner", "Owner", "6 clients"),
    PersonRow("2", "Priya Lindqvist, LCPC", "priya.lindqvist@example.com", "clinician", "Clinician", "2 clients"),
    PersonRow("3", "Theo Banks", "theo.banks@example.com", "biller", "Biller", disabled=True),
]
REFUSED = {"name": "Enter the name", "email": "Enter the email"}


def _table(rows: list[PersonRow]) -> rx.Component:
    return people_table(
        rows, on_role=lambda *_: rx.console_log("on_role"), on_link=lambda _: rx.console_log("on_link"),
        on_disable=lambda _: rx.console_log("on_disable"), on_enable=lambda _: rx.console_log("on_enable"),
    )  # fmt: skip


SPECIMENS = (
    Specimen("people_table", "three", lambda: _table(PEOPLE)),
    Specimen("people_table", "alone", lambda: _table(PEOPLE[:1])),
    Specimen("invite_form", "empty", lambda: invite_form(rx.Var.create(InviteForm()), on_submit=said("on_submit"))),
    Specimen(
        "invite_form", "refused",
        lambda: invite_form(rx.Var.create(InviteForm(errors=REFUSED)), on_submit=said("on_submit")),
    ),
    Specimen("invitation", "none", invitation),
)  # fmt: skip
