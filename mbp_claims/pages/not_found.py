"""An address that leads nowhere."""

import reflex as rx

from mbp_claims import routes
from mbp_claims.pages.frame import framed
from mbp_claims.ui.link import link
from mbp_claims.words import _


def not_found_page() -> rx.Component:
    return framed(
        rx.el.div(
            rx.el.span(rx.icon("search"), class_name="disc"),
            rx.el.h1(_("Page not found")),
            rx.el.p(_("Check the address, or go back to your clients.")),
            link(_("Clients"), to=routes.CLIENTS, class_name="btn"),
            class_name="empty",
        ),
        current="",
        crumbs=((_("Page not found"), ""),),
    )
