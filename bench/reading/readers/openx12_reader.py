"""Dictionaries with floats; nothing is validated."""

from pathlib import Path

from openx12 import x835


def read(path: str) -> int:
    with Path(path).open() as file:
        return len(x835.parse(file.read()).claims)
