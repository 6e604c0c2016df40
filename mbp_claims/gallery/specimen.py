"""A component in one of its states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx


@dataclass(frozen=True)
class Specimen:
    """`component` is the name of a function of ui/, `state` what it shows, `draw` makes it."""

    component: str
    state: str
    draw: Callable[[], rx.Component]

    @property
    def name(self) -> str:
        """Its place in the address: /gallery/<component>/<state>."""
        return f"{self.component}/{self.state}"


def heard(callback: str) -> Any:
    """A callback that tells the browser's console that it was called; takes no argument."""
    return rx.console_log(callback)


def heard_with(callback: str) -> Any:
    """A callback of one argument that tells the browser's console that it was called."""
    return lambda _what: rx.console_log(callback)
