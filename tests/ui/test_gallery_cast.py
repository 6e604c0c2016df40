"""The gallery's people and amounts stand in the fields that they are for."""

import importlib
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

import mbp_claims

CASTS = sorted(path.stem for path in (Path(mbp_claims.__file__).parent / "gallery").glob("*_cast.py"))


@pytest.mark.parametrize("cast", CASTS)
def test_the_cast_stands_in_the_fields_that_it_is_for(cast: str):
    """A view that is given a field more would otherwise move all that come after it, unseen."""
    module = importlib.import_module(f"mbp_claims.gallery.{cast}")
    found = [f"{name}.{wrong}" for name, told in vars(module).items() for wrong in misplaced(told)]
    assert found == []


def misplaced(told: Any) -> Iterator[str]:
    """Of a view, and of those in it: the fields whose value is of another kind than they say."""
    if isinstance(told, list | tuple):
        yield from (wrong for one in told for wrong in misplaced(one))
    if not is_dataclass(told) or isinstance(told, type):
        return
    for name, kind in get_type_hints(type(told)).items():
        value = getattr(told, name, None)
        plain = get_origin(kind) or kind
        of = next((one for one in get_args(kind) if isinstance(one, type)), None) if plain in (list, tuple) else None
        fits = not isinstance(plain, type) or isinstance(value, plain)
        if not fits or (of and not all(isinstance(one, of) for one in value)):
            yield name
        yield from (f"{name}.{wrong}" for wrong in misplaced(value))
