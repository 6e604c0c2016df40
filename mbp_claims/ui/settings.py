"""The Settings page: sections of what claims say of the practice, and what they still miss."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import note
from mbp_claims.ui.shell import section_head
from mbp_claims.words import _


def practice_part(part: str, title: str, facts: Any, *, on_edit: Any, below: Any = None) -> rx.Component:
    """A section: `facts` are pairs of a name and a value; `on_edit()` opens the form over them."""
    edit = rx.el.button(
        rx.icon("pencil"), _("Edit"), type="button", class_name="btn", on_click=on_edit,
        aria_label=_("Edit {title}", title=title),
        data_testid=testids.settings_edit(part), custom_attrs=opens(testids.PRACTICE_DIALOG, waits=True),
    )  # fmt: skip
    return rx.el.section(
        section_head(title, f"h-{part}", edit, below=below),
        rx.el.div(
            rx.el.dl(rx.foreach(rx.Var.create(facts).to(list[tuple[str, str]]), _fact), class_name="facts"),
            class_name="card pad",
        ),
        class_name="gap",
        aria_labelledby=f"h-{part}",
        data_testid=testids.settings_part(part),
    )


def _fact(fact: Any) -> rx.Component:
    return rx.el.div(rx.el.dt(fact[0]), rx.el.dd(rx.cond(fact[1] != "", fact[1], "—")))


def signing_in(asked: Any, *, on_ask: Any) -> rx.Component:
    """Whether everybody has to have a second step; `on_ask` changes it, "on" or "off"."""
    box = rx.el.input(
        type="checkbox", checked=asked, on_change=lambda ticked: on_ask(rx.cond(ticked, "on", "off")),
        data_testid=testids.SETTINGS_SECOND_STEP, custom_attrs={"id": testids.SETTINGS_SECOND_STEP},
    )  # fmt: skip
    words = rx.el.div(
        rx.el.label(_("Ask everybody for a second step"), html_for=testids.SETTINGS_SECOND_STEP),
        rx.el.p(
            _("A code from an authenticator app, after the password. Who has none sets it up at the next sign-in.")
        ),
    )
    return rx.el.section(
        section_head(_("Signing in"), "h-signing-in"),
        rx.el.div(rx.el.div(box, words, class_name="chk"), class_name="card pad"),
        class_name="gap",
        aria_labelledby="h-signing-in",
    )


def missing_facts(missing: Any) -> rx.Component:
    """What to add before a claim can be filed; nothing when all is there."""
    said = rx.Var.create(missing).to(list[str])
    told = note(
        _("Claims cannot be filed yet."), rx.el.ul(rx.foreach(said, rx.el.li)), tone="warning", icon="triangle-alert",
        data_testid=testids.SETTINGS_MISSING,
    )  # fmt: skip
    return rx.cond(said.length() > 0, told, rx.fragment())
