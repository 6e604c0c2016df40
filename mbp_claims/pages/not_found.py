"""An address that leads nowhere."""

import reflex as rx

from mbp_claims import routes
from mbp_claims.pages.frame import framed
from mbp_claims.ui.link import link
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _


def not_found_page() -> rx.Component:
    back = link(_("Clients"), to=routes.CLIENTS, class_name="btn")
    return framed(
        page_head(_("Page not found"), back, below=rx.el.p(_("Check the address, or go back to your clients."))),
        current="",
        crumbs=((_("Page not found"), ""),),
    )
