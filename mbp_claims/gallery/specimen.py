"""A component in one of its states."""

from collections.abc import Callable
from dataclasses import dataclass

import reflex as rx


@dataclass(frozen=True)
class Specimen:
    """`component` is the name of a function of ui/, `state` what it shows, `draw` makes it.

    `covers` names further functions of ui/ that this specimen draws.
    """

    component: str
    state: str
    draw: Callable[[], rx.Component]
    covers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its place in the address: /gallery/<component>/<state>."""
        return f"{self.component}/{self.state}"
