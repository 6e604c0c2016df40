"""What a specimen's address says, read in the browser: the pages need no state."""

import json
from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

CHANGED = "a."
"""Before the name of an argument in the address: /gallery/chip/statuses?a.words=Ready+to+file."""


def _hook(function: str, written: str) -> VarData:
    return VarData(imports={"react-router": [ImportVar(tag=function)]}, hooks={written: None})


SEARCH = _hook("useSearchParams", "const [gallerySearch] = useSearchParams()")
PLACE = _hook("useParams", "const galleryPlace = useParams()")


def place(part: str) -> rx.Var[str]:
    """A part of the address that its pattern names."""
    return rx.Var(f"galleryPlace.{part}", _var_type=str, _var_data=PLACE).guess_type()


def changed_text(argument: str, value: str | bool | int) -> Any:
    """The argument of that name as the address gives it, or else `value`; of the type of `value`."""
    asked = f"gallerySearch.get({json.dumps(CHANGED + argument)})"
    told = f"({asked} ?? {json.dumps(value)})"
    if isinstance(value, bool):
        told = f'(String({told}) === "true")'
    elif isinstance(value, int):
        told = f"Number({told})"
    return rx.Var(told, _var_type=type(value), _var_data=SEARCH).guess_type()
