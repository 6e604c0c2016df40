"""What a specimen gives to its component: each word, number and switch of it, and the same specimen drawn with others.

A specimen calls its component by name; while it is drawn, that name stands for a function that notes the arguments,
or puts variables of the browser in their place. So every specimen can be changed in the page, and none says how.
"""

import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, partial
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

import reflex as rx
from reflex_base.vars import LiteralVar

from mbp_claims import gallery, ui
from mbp_claims.gallery.address import CHANGED, changed_text
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui import tokens
from mbp_claims.ui.feedback import CHIP_ICONS

DEEPEST = 4
MOST, MOST_BUILT = 60, 2
FIXED = ("id", "test_id", "list_name", "prefix", "mark", "loads", "href", "to", "mini_id", "current")
"""Arguments that hold a page together: another value would only take it apart."""
CHOICES = {
    "tone": tokens.TONES,
    "icon": CHIP_ICONS,
    "letter": ("P", "S"),
    "badge": ("P", "S"),
    "state": ("ready", "loading", "error"),
}


@dataclass(frozen=True)
class Argument:
    """`place` is its name, or the way to it within a view: "balance.charge", "rows.0.payer"."""

    place: str
    value: str | bool | int

    @property
    def kind(self) -> str:
        """text, number, switch or choice."""
        if isinstance(self.value, bool):
            return "switch"
        if isinstance(self.value, int):
            return "number"
        return "choice" if self.value in self.choices else "text"

    @property
    def choices(self) -> tuple[str, ...]:
        """What it is one of; empty where it may be anything."""
        return CHOICES.get(self.place.rpartition(".")[2], ())


@cache
def component_named(name: str) -> FunctionType | None:
    """The function of ui/ that a specimen is of; None for a shelf of several, or a whole screen."""
    for module in _rooms(ui):
        function = getattr(module, name, None)
        if inspect.isfunction(function) and function.__module__ == module.__name__:
            return function
    return None


def given(specimen: Specimen) -> dict[str, Any]:
    """What the specimen gives to its component, by the names of the arguments; empty where it calls none."""
    noted: dict[str, Any] = {}

    def note(bound: dict[str, Any]) -> dict[str, Any]:
        noted.update(bound)
        return bound

    _drawn(specimen, note)
    return noted


def arguments(bound: dict[str, Any]) -> list[Argument]:
    """Every word, number and switch in there that may be another."""
    return [Argument(place, value) for place, value in _leaves("", bound, 0)][:MOST]


def redrawn(specimen: Specimen, argument_list: list[Argument]) -> tuple[rx.Component | None, list[Argument]]:
    """The specimen with a variable of the browser for each of these arguments, and those that it took.

    Where the component must know a value while it is built, no variable can stand for it: a switch is then drawn both
    ways, and anything else is left as it is.
    """
    bound = given(specimen)
    live = _live(specimen, bound, argument_list)
    built = [each for each in argument_list if each not in live and isinstance(each.value, bool)][:MOST_BUILT]
    built = [each for each in built if _told(specimen, _put(bound, each.place, not each.value), [])]
    if _told(specimen, bound, live) is None:
        live = []
    return (_both_ways(specimen, bound, live, built) if live or built else None), [*live, *built]


def _live(specimen: Specimen, bound: dict[str, Any], asked: list[Argument]) -> list[Argument]:
    """Those of them for which a variable can stand, and that are shown."""
    told = _told(specimen, bound, asked) if asked else ""
    if told is not None:
        return [each for each in asked if f"{CHANGED}{each.place}" in told]
    if len(asked) == 1:
        return []
    half = len(asked) // 2
    return _live(specimen, bound, asked[:half]) + _live(specimen, bound, asked[half:])


def _both_ways(specimen: Specimen, bound: dict[str, Any], live: list[Argument], built: list[Argument]) -> rx.Component:
    if not built:
        return _drawn(specimen, lambda _: _swapped(bound, live))
    first, *rest = built
    on, off = (_both_ways(specimen, _put(bound, first.place, value), live, rest) for value in (True, False))
    return rx.cond(changed_text(first.place, first.value), on, off)


def _told(specimen: Specimen, bound: dict[str, Any], live: list[Argument]) -> str | None:
    """The script that draws it; None where the component does not take a variable for these."""
    try:
        return str(_drawn(specimen, lambda _: _swapped(bound, live)))
    except Exception:
        return None


def _swapped(bound: dict[str, Any], live: list[Argument]) -> dict[str, Any]:
    for each in live:
        bound = _put(bound, each.place, changed_text(each.place, each.value))
    return bound


def _put(of: Any, place: str, value: Any) -> Any:
    """`of` with another value at that place."""
    here, _, below = place.partition(".")
    if isinstance(of, LiteralVar):
        return rx.Var.create(_put(of._var_value, place, value))
    if isinstance(of, dict):
        return {**of, here: _put(of[here], below, value) if below else value}
    if isinstance(of, list | tuple):
        changed = [_put(each, below, value) if str(at) == here else each for at, each in enumerate(of)]
        return type(of)(changed)
    return replace(of, **{here: _put(getattr(of, here), below, value) if below else value})


def _leaves(place: str, of: Any, depth: int) -> Iterator[tuple[str, Any]]:
    name = place.rpartition(".")[2]
    if isinstance(of, str | bool | int) and place:
        if name not in FIXED and not name.endswith("_id"):
            yield place, of
    elif depth < DEEPEST:
        for key, value in _parts(of):
            yield from _leaves(f"{place}.{key}" if place else key, value, depth + 1)


def _parts(of: Any) -> list[tuple[str, Any]]:
    if isinstance(of, LiteralVar):
        of = of._var_value
    if isinstance(of, dict):
        return [(key, value) for key, value in of.items() if isinstance(key, str) and key.isidentifier()]
    if isinstance(of, list | tuple) and of and _is_view(of[0]):
        return [("0", of[0])]
    if _is_view(of):
        return [(field.name, getattr(of, field.name)) for field in fields(of) if field.init]
    return []


def _is_view(of: Any) -> bool:
    return is_dataclass(of) and type(of).__module__.startswith("mbp_claims.")


def _drawn(specimen: Specimen, change: Callable[[dict[str, Any]], dict[str, Any]]) -> rx.Component:
    """The specimen, its component called with what `change` makes of the arguments of the first call."""
    function = component_named(specimen.component)
    if function is None:
        return specimen.draw()
    signature, calls = inspect.signature(function), iter([True])

    def standing_in(*args: Any, **kwargs: Any) -> Any:
        if not next(calls, False):
            return function(*args, **kwargs)
        bound = signature.bind(*args, **kwargs)
        changed = change(dict(bound.arguments))
        bound.arguments.update({name: changed[name] for name in bound.arguments})
        return function(*bound.args, **bound.kwargs)

    with _in_place_of(function, standing_in):
        draw = specimen.draw
        return standing_in(*draw.args, **draw.keywords) if _is_partial(draw, function) else draw()


def _is_partial(draw: Any, function: FunctionType) -> bool:
    return isinstance(draw, partial) and draw.func is function


@contextmanager
def _in_place_of(function: FunctionType, other: Callable[..., Any]) -> Iterator[None]:
    places = [
        (module, name) for module in (*_rooms(gallery), *_rooms(ui))
        for name, thing in list(vars(module).items()) if thing is function
    ]  # fmt: skip
    for module, name in places:
        setattr(module, name, other)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, function)


def _rooms(package: ModuleType) -> list[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__):
        if package is ui:
            import_module(f"{package.__name__}.{found.name}")
    return [module for name, module in sys.modules.items() if name.startswith(f"{package.__name__}.")]
