"""Links: between pages, where the browser keeps the page and asks for what is new; and to files."""

from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink


def link(*children: Any, to: Any, **props: Any) -> rx.Component:
    """A link to another page of the app, `to` an address from routes."""
    return ReactRouterLink.create(*children, to=to, **props)


def file_link(*children: Any, href: Any, **props: Any) -> rx.Component:
    """A link to a file to download. `rx.el.a` alone would look for a page of the app at that address."""
    return rx.el.a(*children, href=href, download=True, reload_document=True, **props)
