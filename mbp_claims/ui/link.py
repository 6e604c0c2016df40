"""Links between pages: the browser keeps the page and asks for what is new."""

from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink


def link(*children: Any, to: Any, **props: Any) -> rx.Component:
    """A link to another page of the app, `to` an address from routes. Files need `rx.el.a`, which leaves the page."""
    return ReactRouterLink.create(*children, to=to, **props)
