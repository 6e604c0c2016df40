"""What is looked at is drawn first."""

from pathlib import Path

import pytest

from mbp_claims.gallery import redrawing
from mbp_claims.gallery.opened import FILE, FIRST_PLUGIN, VITE, noting, opened, opened_first
from mbp_claims.gallery.specimens import SPECIMENS

CONFIG = f"{VITE}export default defineConfig(() => ({{\n  plugins: [\n{FIRST_PLUGIN}    reactRouter(),\n  ],\n}}));"


def look_at(folder: Path, *names: str) -> None:
    """As Vite notes it."""
    (folder / FILE).parent.mkdir(exist_ok=True)
    with (folder / FILE).open("a") as file:
        file.writelines(f"{name}\n" for name in names)


def test_vite_notes_what_is_opened_and_is_told_so_once():
    once = noting(CONFIG)
    assert once.index("appendFileSync") < once.index("gallery:opened") < once.index("reactRouter()")
    assert noting(once) == once


def test_settings_that_reflex_no_longer_writes_so_stop_the_build():
    with pytest.raises(RuntimeError, match=r"vite\.config\.js"):
        noting("export default {};")


def test_the_newest_is_named_first_and_once(tmp_path: Path):
    assert opened(tmp_path) == []
    look_at(tmp_path, "chip/icons", "note/tones", "chip/icons", "no such\tname")
    assert opened(tmp_path) == ["no such\tname", "chip/icons", "note/tones"]


def test_what_is_opened_while_others_are_drawn_comes_next(tmp_path: Path):
    first, second, third, *_, last = SPECIMENS
    look_at(tmp_path, last.name)
    order = opened_first(tmp_path, [(each, each.name) for each in (first, second, third, last)])
    assert next(order) == (last, last.name, True)
    assert next(order) == (first, first.name, False)
    look_at(tmp_path, third.name)
    assert [(name, is_seen) for _, name, is_seen in order] == [(third.name, True), (second.name, False)]


def test_a_change_far_away_is_seen_first_where_one_looks_with_all_that_is_told_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    written: list[str] = []
    monkeypatch.setattr(redrawing, "write", lambda _folder, modules: written.extend(name for name, _ in modules))
    monkeypatch.setattr(redrawing.os, "nice", lambda by: by)
    look_at(tmp_path, "palette/open")
    redrawing.redraw(tmp_path, ["mbp_claims.ui.appearance"], everything=False)
    drawn = [name for name in written if name.startswith("gallery/specimens/")]
    wanted = "gallery/specimens/palette/open"
    assert drawn[:2] == [f"{wanted}.jsx", f"{wanted}.about.js"]
    assert "gallery/specimens/appearance_card/as-it-is.jsx" in drawn
    assert not [name for name in drawn if name.startswith("gallery/specimens/badge/")]
    assert len(drawn) == len({*drawn})
