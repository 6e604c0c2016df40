"""What stands beside a specimen: what its component is for, its arguments, and which of them can be changed."""

import inspect
from dataclasses import asdict, dataclass
from typing import Any

import reflex as rx

from mbp_claims.gallery.arguments import Argument, arguments, component_named, given, redrawn
from mbp_claims.gallery.specimen import Specimen

LONGEST = 60
STARS = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


@dataclass(frozen=True)
class Row:
    """One argument of the component: its name, type and default, and what this specimen gives it."""

    name: str
    type: str
    default: str
    value: str


@dataclass(frozen=True)
class Control:
    """One argument that can be changed in the page; `kind` is text, number, switch or choice."""

    place: str
    kind: str
    value: str
    choices: list[str]


@dataclass(frozen=True)
class About:
    """Of one specimen, as its page and the page of its component read it."""

    words: str
    source: str
    rows: list[Row]
    controls: list[Control]

    @property
    def told(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def about(specimen: Specimen) -> tuple[About, rx.Component | None]:
    """What is told of it, and the specimen drawn with the arguments that its address names."""
    function = component_named(specimen.component)
    if function is None:
        return About(specimen.words, "", [], []), None
    bound = given(specimen)
    changeable, taken = redrawn(specimen, arguments(bound))
    source = f"ui/{function.__module__.rpartition('.')[2]}.py"
    return About(inspect.getdoc(function) or "", source, _rows(function, bound), [_control(each) for each in taken]), (
        changeable
    )


def _rows(function: Any, bound: dict[str, Any]) -> list[Row]:
    return [
        Row(
            name=STARS.get(parameter.kind, "") + name,
            type=_type(parameter.annotation),
            default="" if parameter.default is parameter.empty else _short(parameter.default),
            value=_short(bound[name]) if name in bound else "",
        )
        for name, parameter in inspect.signature(function).parameters.items()
    ]


def _type(annotation: Any) -> str:
    if annotation is inspect.Parameter.empty:
        return ""
    named = annotation.__name__ if isinstance(annotation, type) and not hasattr(annotation, "__args__") else annotation
    return str(named).replace("typing.", "").replace("reflex_base.vars.base.", "").replace("mbp_claims.views.", "")


def _short(value: Any) -> str:
    if isinstance(value, str | bool | int | float | type(None)):
        return _cut(repr(value))
    if isinstance(value, list | tuple | dict):
        return f"{len(value)} {type(value).__name__}" if value else repr(value)
    return "callback" if callable(value) or "Event" in type(value).__name__ else type(value).__name__


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _control(argument: Argument) -> Control:
    value = str(argument.value).lower() if argument.kind == "switch" else str(argument.value)
    return Control(argument.place, argument.kind, value, list(argument.choices))
