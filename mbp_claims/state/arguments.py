"""What a browser sends with an event: anything at all, made into what a handler expects."""

from typing import Any

from reflex import UploadFile


def told(value: object, longest: int = 200) -> str:
    """An argument that should be text; a browser may send anything."""
    return _sound(value[:longest]) if isinstance(value, str) else ""


def numbered(value: object) -> int:
    """An argument that should be an id; 0 is nobody's."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


def texts(values: object, most: int = 500) -> list[str]:
    """An argument that should be a list of short texts."""
    return [told(one, 40) for one in values[:most]] if isinstance(values, list) else []


def entries(form: object) -> dict[str, object]:
    """A submitted form: names and values of modest size, whatever was sent."""
    if not isinstance(form, dict):
        return {}
    meant = (item for item in form.items() if isinstance(item[0], str) and isinstance(item[1], str | bool))
    return {name: told(value, 2000) if isinstance(value, str) else value for name, value in meant}


def uploads(files: object) -> list[Any]:
    """The files of an upload; through the socket anything else may come."""
    return [one for one in files if isinstance(one, UploadFile)] if isinstance(files, list) else []


def _sound(text: str) -> str:
    """Text that a database keeps and a socket carries: without halves of characters, and without NUL."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")


def fresh(key: str) -> str:
    """The next key of a form that is opened anew."""
    return str(int(key) + 1) if key.isdecimal() else "1"
