"""The gallery's pages, and what makes them anew while one works at ui/."""

import json
import re
from pathlib import Path

import pytest

import mbp_claims
from mbp_claims.gallery import catalogue, live, plugin
from mbp_claims.gallery.extreme_specimens import LONGEST
from mbp_claims.gallery.page import alone, component, gallery
from mbp_claims.gallery.redrawing import distances, write
from mbp_claims.gallery.specimens import SPECIMENS, components

MUST_COVER = {
    "buttons": {"default", "hover", "focus", "disabled", "busy"},
    "plan_card": {"primary", "secondary", "ended", "ending-soon", "starts-later", "long-names"},
    "pending_claims": {"loading", "empty-no-secondary", "empty-all-done", "error", "three", "fifty", "long"},
    "actions_menu": {"open"},
    "adjustment_row": {"empty", "filled", "remaining", "edited", "error"},
    "balance_bar": {"balanced", "short", "over"},
    "combobox_field": {"closed", "open", "filtered", "none"},
    "era_drop": {"idle", "drag", "reading"},
    "extremes": {"clients", "claims", "heads", "amounts"},
    "toasts": {"done", "refused"},
}


@pytest.mark.parametrize("page", [gallery, component, alone])
def test_a_page_of_the_gallery_can_be_drawn(page):
    assert "jsx(" in str(page())


def test_every_state_that_designers_were_promised_is_there():
    found = {name: {specimen.state for specimen in states} for name, states in components().items()}
    assert {name: states - found.get(name, set()) for name, states in MUST_COVER.items()} == {
        name: set() for name in MUST_COVER
    }
    assert len(LONGEST) == 60


def test_every_component_stands_in_the_list_once_with_all_its_states():
    told = json.loads(catalogue.script().removeprefix("export const catalogue = ").rstrip().rstrip(";"))
    listed = [each for group in told for each in group["components"]]
    assert sorted(each["name"] for each in listed) == sorted(components())
    assert sum(len(each["states"]) for each in listed) == len(SPECIMENS)
    assert told[0]["name"] == catalogue.FOUNDATIONS


def test_a_change_reaches_what_imports_it_and_nothing_else():
    far = distances(["mbp_claims.ui.balance_bar"])
    assert far["mbp_claims.ui.balance_bar"] == 0
    assert far["mbp_claims.ui.adjustment_line"] >= 1
    assert "mbp_claims.ui.badge" not in far


def test_only_what_came_out_differently_is_written(tmp_path: Path):
    write(tmp_path, [("gallery/a.js", "1"), ("gallery/b.js", "1")])
    stood = (tmp_path / "gallery" / "a.js").stat().st_mtime_ns
    write(tmp_path, [("gallery/a.js", "1"), ("gallery/b.js", "2")])
    assert (tmp_path / "gallery" / "a.js").stat().st_mtime_ns == stood
    assert (tmp_path / "gallery" / "b.js").read_text() == "2"


def test_a_change_in_the_gallery_or_a_style_starts_no_server_anew():
    scope = live._reload_scope()["REFLEX_HOT_RELOAD_OVERRIDE_PATHS"].split(":")
    watched = {Path(path).name for path in scope}
    assert {"ui", "pages", "state", "mbp_claims.py"} <= watched
    assert not watched & {"gallery", "assets"}


def test_the_gallery_is_no_part_of_the_program_that_clinicians_use():
    from mbp_claims.mbp_claims import app
    from rxconfig import config

    assert not [route for route in app._unevaluated_pages if "gallery" in route]
    assert not [each for each in config.plugins if isinstance(each, plugin.GalleryPlugin)]
    assets = Path(mbp_claims.__file__).parent.parent / "assets"
    assert not [path for path in assets.rglob("*") if "gallery" in path.name]
    assert not [path.name for path in assets.glob("*.*s") if re.search(r"\bgallery\b", path.read_text())]


def test_what_is_written_by_hand_goes_into_the_build_with_axe():
    written = dict(plugin.own_files())
    assert {"gallery/drawn.jsx", "gallery/sheet.js", "gallery/gallery.css", "gallery/axe.min.js"} <= set(written)
    assert "axe.run" in written["gallery/axe.min.js"] or "axe" in written["gallery/axe.min.js"][:200]
