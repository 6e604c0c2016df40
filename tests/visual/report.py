"""What differs, on one page: before, after, and where. It needs nothing but itself and the pictures beside it."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from tests.visual.comparing import Compared

HERE = Path(__file__).parent
SIDES = {"changed": ("before", "after", "difference"), "new": ("after",), "gone": ("before",)}
CAPTIONS = {"before": "Before", "after": "After", "difference": "Difference"}
KINDS = {"changed": "Changed", "new": "New", "gone": "Gone"}


def write(page: Path, compared: Sequence[Compared], before: str, took: str = "") -> None:
    """`before` says what the pictures were compared with. The folders before/, after/ and difference/ stand beside."""
    differing = [each for each in compared if each.kind != "same"]
    head = f"{len(differing)} of {len(compared)} pictures differ" if differing else "No picture differs"
    told = " · ".join(filter(None, (f"{len(compared):,} pictures, compared with {before}", took)))
    page.write_text(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{head} · MBP Claims</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{(HERE / 'report.css').read_text(encoding='utf-8')}</style></head><body>"
        f'<header><p class="mark">MBP Claims</p><h1>{head}</h1><p>{escape(told)}</p>{_filters(differing)}</header>'
        f"<main>{_sections(differing) if differing else _nothing(len(compared))}</main>"
        f"<script>{(HERE / 'report.js').read_text(encoding='utf-8')}</script></body></html>\n",
        encoding="utf-8",
    )


def _filters(differing: Sequence[Compared]) -> str:
    """What there is of each kind and theme, to press."""
    if not differing:
        return ""
    counted = [(kind, words, sum(each.kind == kind for each in differing)) for kind, words in KINDS.items()]
    themes = [(name, name.title(), sum(each.name.startswith(f"{name}/") for each in differing))
              for name in ("light", "dark")]  # fmt: skip
    pressed = "".join(
        f'<button type="button" aria-pressed="false" data-only="{escape(value)}">{words} <b>{count}</b></button>'
        for value, words, count in (*counted, *themes)
        if count
    )
    return (
        f'<div class="filters" role="group" aria-label="Show only">{pressed}'
        '<input type="search" aria-label="Find a picture" placeholder="Find a picture"></div>'
    )


def _nothing(count: int) -> str:
    return f'<section class="none"><h2>All as it was</h2><p>{count:,} pictures look as they did before.</p></section>'


def _sections(differing: Sequence[Compared]) -> str:
    """Both themes of a thing together; what changed most comes first."""
    by_name = sorted(differing, key=lambda each: (_thing(each), each.name), reverse=True)
    things = [(thing, list(found)) for thing, found in groupby(by_name, key=_thing)]
    things.sort(key=lambda one: (-max(each.share for each in one[1]), one[0]))
    return "".join(f"<section><h2>{escape(thing)}</h2>{''.join(map(_theme, found))}</section>"
                   for thing, found in things)  # fmt: skip


def _thing(each: Compared) -> str:
    """dark/specimen/chip/ready.png is of chip / ready, light/screen/claims.png of the screen claims."""
    kind, _, name = each.name.partition("/")[2].removesuffix(".png").partition("/")
    return f"Screen {name}" if kind == "screen" else name.replace("/", " / ") or each.name


def _theme(each: Compared) -> str:
    theme = each.name.partition("/")[0]
    told = f"{each.share:.2%} of the pixels" if each.kind == "changed" else KINDS[each.kind]
    pictures = "".join(_figure(CAPTIONS[side], f"{side}/{escape(each.name)}") for side in SIDES[each.kind])
    return (
        f'<article data-is="{escape(each.kind)} {escape(theme)}" data-name="{escape(each.name)}">'
        f'<h3>{escape(theme.title())} <span class="chip {each.kind}">{told}</span></h3>'
        f'<div class="sides {each.kind}">{pictures}</div></article>'
    )


def _figure(caption: str, path: str) -> str:
    picture = f'<a href="{path}"><img loading="lazy" src="{path}" alt="{path}"></a>'
    return f"<figure><figcaption>{caption}</figcaption>{picture}</figure>"
