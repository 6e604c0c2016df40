"""Two pictures of the same thing, and how much of them differs."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

LOUDNESS = 12
"""Of 255: below it a colour counts as the same. Two starts of one browser give the very same pixels."""
TOLERATED = 0.001
"""The share of pixels that may differ."""
MARK = (214, 0, 110)


@dataclass(frozen=True)
class Compared:
    """`share` of the pixels differ, 0 to 1; `kind` is same, changed, new or gone."""

    name: str
    kind: str
    share: float = 0.0


def compare(name: str, before: Path, after: Path, marked: Path | None = None) -> Compared:
    """The pictures of that name. Where they differ, `marked` gets the new one, pale, with what differs in red."""
    if not before.exists():
        return Compared(name, "new", 1.0)
    if not after.exists():
        return Compared(name, "gone", 1.0)
    if before.read_bytes() == after.read_bytes():
        return Compared(name, "same")
    was, now = _on_one_size(_opened(before), _opened(after))
    differs = _differing(was, now)
    share = differs.histogram()[255] / (differs.width * differs.height)
    if share <= TOLERATED:
        return Compared(name, "same", share)
    if marked:
        marked.parent.mkdir(parents=True, exist_ok=True)
        pale = Image.blend(now, Image.new("RGB", now.size, "white"), 0.7)
        pale.paste(MARK, mask=differs)
        pale.save(marked)
    return Compared(name, "changed", share)


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _on_one_size(*pictures: Image.Image) -> list[Image.Image]:
    """What one of them has beyond the others differs, so it is set against a colour that is in no theme."""
    size = (max(each.width for each in pictures), max(each.height for each in pictures))
    grounds = ("magenta", "lime")
    found = []
    for picture, ground in zip(pictures, grounds, strict=True):
        whole = Image.new("RGB", size, ground)
        whole.paste(picture)
        found.append(whole)
    return found


def _differing(was: Image.Image, now: Image.Image) -> Image.Image:
    """White where they differ: by the colour that differs most, not by the mean, which would hide a change of hue."""
    red, green, blue = ImageChops.difference(was, now).split()
    loudest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return loudest.point([255 if value > LOUDNESS else 0 for value in range(256)])
