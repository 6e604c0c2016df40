"""What differs, on one page: before, after, and where."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.visual.comparing import Compared

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; color: #1b2725; background: #f6f7f5; }
section { margin: 28px 0; padding: 16px 20px; background: white; border: 1px solid #dde3df; border-radius: 12px; }
h2 { font-size: 17px; margin: 0 0 12px; } .share { color: #54625f; font-weight: 400; }
.side { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 14px; align-items: start; }
figure { margin: 0; } figcaption { color: #54625f; font-size: 13px; }
img { max-width: 100%; border: 1px solid #dde3df; }
"""


def write(page: Path, compared: Sequence[Compared], before: str) -> None:
    """`before` says what the pictures were compared with. The folders before/, after/ and difference/ stand beside."""
    differing = [each for each in compared if each.kind != "same"]
    head = f"{len(differing)} of {len(compared)} pictures differ" if differing else "No picture differs"
    ordered = sorted(differing, key=lambda each: -each.share)
    body = "".join(_section(each) for each in ordered)
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{head}</title><style>{STYLE}</style>'
        f"<h1>{head}</h1><p>{len(compared)} pictures, compared with {escape(before)}.</p>{body}</html>",
        encoding="utf-8",
    )


def _section(each: Compared) -> str:
    told = f"{each.share:.2%} of the pixels" if each.kind == "changed" else each.kind
    sides = {"changed": ("before", "after", "difference"), "new": ("after",), "gone": ("before",)}[each.kind]
    pictures = "".join(
        f'<figure><figcaption>{side}</figcaption><img loading="lazy" src="{side}/{escape(each.name)}" '
        f'alt="{side}: {escape(each.name)}"></figure>'
        for side in sides
    )
    title = f'<h2>{escape(each.name)} <span class="share">{told}</span></h2>'
    return f'<section>{title}<div class="side">{pictures}</div></section>'
