"""An address that leads nowhere."""

import reflex as rx

from mbp_claims import routes
from mbp_claims.pages.frame import framed
from mbp_claims.ui.link import link
from mbp_claims.ui.shell import page_head


def not_found_page() -> rx.Component:
    back = link("Clients", to=routes.CLIENTS, class_name="btn")
    return framed(
        page_head("Page not found", back, below=rx.el.p("Check the address, or go back to your clients.")),
        current="",
        crumbs=(("Page not found", ""),),
    )
