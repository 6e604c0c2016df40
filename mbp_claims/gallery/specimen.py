"""A component in one of its states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx


@dataclass(frozen=True)
class Specimen:
    """`component` is the name of a function of ui/, `state` what it shows, `draw` makes it.

    `words` say what it is of, where `component` is no function and so has no docstring.
    """

    component: str
    state: str
    draw: Callable[[], rx.Component]
    words: str = ""

    @property
    def name(self) -> str:
        """Its place in the address: /gallery/<component>/<state>."""
        return f"{self.component}/{self.state}"

    @property
    def home(self) -> str:
        """The module that draws it."""
        return str(getattr(getattr(self.draw, "func", self.draw), "__module__", ""))


def heard(callback: str) -> Any:
    """A callback that tells the browser's console that it was called; takes no argument."""
    return rx.console_log(callback)


def heard_with(callback: str) -> Any:
    """A callback of one argument that tells the browser's console that it was called."""
    return lambda _what: rx.console_log(callback)
