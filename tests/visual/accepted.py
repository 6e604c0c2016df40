"""What was said to be right: the picture, and which one it stands for, so that it goes when the base moves on."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path


def accepted(folder: Path, name: str, before: Path) -> Path:
    """What a picture of that name is compared with: the accepted one while it stands for `before`, else `before`."""
    picture, stands_for = _places(folder, name)
    good = stands_for.exists() and stands_for.read_text() == _digest(before)
    return picture if good else before


def accept(folder: Path, before: Path, now: Path, names: Iterable[str]) -> list[str]:
    """Of those names, the pictures in `now` are right from now on, in place of those in `before`. The names kept."""
    kept = [name for name in names if (now / name).exists()]
    for name in kept:
        picture, stands_for = _places(folder, name)
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(now / name, picture)
        stands_for.write_text(_digest(before / name))
    return kept


def _places(folder: Path, name: str) -> tuple[Path, Path]:
    picture = folder / name
    return picture, picture.with_suffix(".for")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "none"
