"""What is looked at is drawn first."""

from pathlib import Path

import pytest

from mbp_claims.gallery import redrawing
from mbp_claims.gallery.catalogue import PATH
from mbp_claims.gallery.drawing import FOLDER
from mbp_claims.gallery.opened import FILE, FIRST_PLUGIN, VITE, noting, opened, opened_first

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
    look_at(tmp_path, "d")
    order = opened_first(tmp_path, [(name, name) for name in "abcd"])
    assert next(order) == ("d", True)
    assert next(order) == ("a", False)
    look_at(tmp_path, "c")
    assert [*order] == [("c", True), ("b", False)]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of what is drawn, in its order; nothing is written."""
    names: list[str] = []
    monkeypatch.setattr(redrawing, "write", lambda _folder, modules: names.extend(name for name, _ in modules))
    monkeypatch.setattr(redrawing.os, "nice", lambda by: by)
    return names


def test_a_change_far_away_is_seen_first_where_one_looks_with_all_that_is_told_of_it(
    tmp_path: Path, written: list[str]
):
    look_at(tmp_path, "palette/open")
    redrawing.redraw(tmp_path, ["mbp_claims.ui.appearance"], everything=False)
    drawn = [name for name in written if name.startswith(FOLDER)]
    assert drawn[:2] == [f"{FOLDER}/palette/open.jsx", f"{FOLDER}/palette/open.about.js"]
    assert f"{FOLDER}/appearance_card/as-it-is.jsx" in drawn
    assert not [name for name in drawn if name.startswith(f"{FOLDER}/badge/")]
    assert len(drawn) == len({*drawn})


def test_what_is_new_is_drawn_before_it_is_listed(tmp_path: Path, written: list[str]):
    is_there = tmp_path / FOLDER / "appearance_card" / "as-it-is.jsx"
    is_there.parent.mkdir(parents=True)
    is_there.touch()
    redrawing.redraw(tmp_path, ["mbp_claims.ui.appearance"], everything=False)
    new, listed, known = (
        written.index(name) for name in (f"{FOLDER}/palette/open.jsx", PATH, f"{FOLDER}/appearance_card/as-it-is.jsx")
    )
    assert new < listed < known
