"""Our changes in what Reflex writes before it builds: each is made once, however often it is asked for."""


def patched(file: str, text: str, *changes: tuple[str, str]) -> str:
    """The text with the second of each pair in the place of the first, which stands in it once.

    RuntimeError, which names the file, where Reflex no longer writes what we look for.
    """
    for this, by in changes:
        if by in text:
            continue
        if text.count(this) != 1:
            raise RuntimeError(f"Reflex wrote no {this.strip()!r} in {file}")
        text = text.replace(this, by)
    return text
