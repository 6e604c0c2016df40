"""Contact Info: what is on file about a client."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.shell import section_head
from mbp_claims.words import _


def contact_info(view: Any, *, on_edit: Any) -> rx.Component:
    """A ContactView; `on_edit()` opens the form over it."""
    edit = rx.el.button(
        rx.icon("pencil"), _("Edit"), type="button", class_name="btn", on_click=on_edit,
        data_testid=testids.CONTACT_EDIT, custom_attrs=opens(testids.CLIENT_DIALOG, waits=True),
    )  # fmt: skip
    facts = (
        (_("Name"), view.name), (_("Date of birth"), view.born), (_("Sex on file with payers"), view.sex),
        (_("Pronouns"), view.pronouns), (_("Phone"), view.phone), (_("Email"), view.email),
    )  # fmt: skip
    address = rx.el.dd(_or_dash(view.address), rx.cond(view.place != "", rx.el.div(view.place)))
    return rx.el.section(
        section_head(_("Contact Info"), "h-contact", edit, below=_("As the client’s plans know them.")),
        rx.el.div(
            rx.el.dl(
                *(rx.el.div(rx.el.dt(term), rx.el.dd(_or_dash(said))) for term, said in facts),
                rx.el.div(rx.el.dt(_("Address")), address),
                class_name="facts",
            ),
            class_name="card pad",
        ),
        aria_labelledby="h-contact",
        data_testid=testids.CONTACT_INFO,
    )


def _or_dash(said: Any) -> Any:
    return rx.cond(said != "", said, "—")
