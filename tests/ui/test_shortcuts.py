"""The list of shortcuts, the page about them, and what the keys click are the same."""

import re
from pathlib import Path

from mbp_claims.ui.keys import CTRL
from mbp_claims.ui.shortcuts import SHORTCUTS

ROOT = Path(__file__).parent.parent.parent
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def test_the_page_about_keys_has_every_shortcut_of_the_list():
    told = ROW.findall((ROOT / "docs" / "keyboard.md").read_text())[1:]
    listed = [
        (where, " ".join("Ctrl" if key == CTRL else key for key in keys), does)
        for where, rows in SHORTCUTS.items()
        for does, keys in rows.items()
    ]
    assert [row for row in told if row[0] in SHORTCUTS] == listed


def test_every_letter_of_the_list_clicks_something():
    sources = "".join(path.read_text() for path in (ROOT / "mbp_claims" / "ui").glob("*.py"))
    spoken = set(re.findall(r'(?:shortcut\(|keys=)"([^"]+)"', sources))
    everywhere = SHORTCUTS["Everywhere"].items()
    pages = {" ".join(keys).replace(" then", "").lower() for does, keys in everywhere if "Go to" in does}
    assert pages | {"/", "mod k"} <= spoken
    assert {keys[0].lower() for keys in SHORTCUTS["Pages"].values()} <= spoken
