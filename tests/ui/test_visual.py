"""Pictures are compared so that a changed colour is caught, and a pixel of an edge is not."""

import os
from pathlib import Path

import pytest
from PIL import Image

from tests.visual.accepted import accept, accepted
from tests.visual.comparing import TOLERATED, compare
from tests.visual.kept import COMMON, Kept
from tests.visual.report import write

SIZE = (200, 100)
GROUND = (246, 247, 245)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return saved(tmp_path / "before" / "chip.png", Image.new("RGB", SIZE, GROUND))


def saved(path: Path, picture: Image.Image) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)
    return path


def painted(count: int, colour: tuple[int, int, int]) -> Image.Image:
    picture = Image.new("RGB", SIZE, GROUND)
    for at in range(count):
        picture.putpixel((at % SIZE[0], at // SIZE[0]), colour)
    return picture


def test_the_same_picture_is_the_same(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", SIZE, GROUND))
    assert compare("chip.png", before, after).kind == "same"


def test_a_changed_token_is_caught_and_marked(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", SIZE, (221, 241, 238)))
    found = compare("chip.png", before, after, tmp_path / "marked.png")
    assert (found.kind, found.share) == ("changed", 1.0)
    assert Image.open(tmp_path / "marked.png").getpixel((0, 0)) == (214, 0, 110)


@pytest.mark.parametrize(("pixels", "kind"), [(20, "same"), (21, "changed")])
def test_one_pixel_of_a_thousand_may_differ_and_no_more(before: Path, tmp_path: Path, pixels: int, kind: str):
    assert SIZE[0] * SIZE[1] * TOLERATED == 20
    after = saved(tmp_path / "after.png", painted(pixels, (0, 0, 0)))
    assert compare("chip.png", before, after).kind == kind


def test_a_shade_that_no_eye_sees_is_the_same(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", SIZE, tuple(part - 10 for part in GROUND)))
    assert compare("chip.png", before, after).kind == "same"


def test_another_hue_of_the_same_brightness_is_caught(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", SIZE, (GROUND[0] - 20, GROUND[1] + 8, GROUND[2])))
    assert compare("chip.png", before, after).kind == "changed"


def test_a_picture_that_grew_has_changed(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", (SIZE[0], SIZE[1] + 10), GROUND))
    found = compare("chip.png", before, after, tmp_path / "marked.png")
    assert found.kind == "changed" and 0.08 < found.share < 0.1


def test_what_came_and_what_went_is_told(before: Path, tmp_path: Path):
    nowhere = tmp_path / "nowhere.png"
    assert compare("chip.png", nowhere, before).kind == "new"
    assert compare("chip.png", before, nowhere).kind == "gone"


def test_the_report_shows_before_after_and_difference(before: Path, tmp_path: Path):
    after = saved(tmp_path / "after.png", Image.new("RGB", SIZE, "black"))
    found = [compare("light/chip.png", before, after), compare("dark/chip.png", before, before)]
    write(tmp_path / "index.html", found, "commit 1234")
    page = (tmp_path / "index.html").read_text()
    assert "1 of 2 pictures differ" in page and "commit 1234" in page
    assert [page.count(f'src="{side}/light/chip.png"') for side in ("before", "after", "difference")] == [1, 1, 1]
    assert "dark/chip.png" not in page


def test_what_was_accepted_counts_for_the_picture_that_it_took_the_place_of(before: Path, tmp_path: Path):
    folder, now = tmp_path / "accepted", tmp_path / "now"
    saved(now / "chip.png", Image.new("RGB", SIZE, "black"))
    assert accepted(folder, "chip.png", before) == before
    assert accept(folder, before.parent, now, ["chip.png", "gone.png"]) == ["chip.png"]
    good = accepted(folder, "chip.png", before)
    assert compare("chip.png", good, now / "chip.png").kind == "same"
    saved(before, Image.new("RGB", SIZE, "white"))
    assert accepted(folder, "chip.png", before) == before, "the base has moved on"


def test_a_new_picture_is_accepted_as_new(tmp_path: Path):
    now, nothing = tmp_path / "now", tmp_path / "before"
    saved(now / "chip.png", Image.new("RGB", SIZE, "black"))
    accept(tmp_path / "accepted", nothing, now, ["chip.png"])
    good = accepted(tmp_path / "accepted", "chip.png", nothing / "chip.png")
    assert compare("chip.png", good, now / "chip.png").kind == "same"


BUILT = {
    "gallery/specimens/chip/ready.jsx": 'import {Chip} from "$/app_components/ui/chip"\n',
    "gallery/specimens/bar/short.jsx": 'import {isTrue} from "$/utils/state"\n',
    "app_components/ui/chip.jsx": 'import {isTrue} from "$/utils/state"\n',
    "utils/state.js": "",
    "public/mbp.js": "",
    "components/code.jsx": "",
    "styles/tokens.css": ":root {}",
}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build of two specimens, one of which imports a module of ours; a folder that cannot be another's."""
    monkeypatch.setenv("REFLEX_WEB_WORKDIR", str(tmp_path / "web"))
    monkeypatch.setattr("tests.visual.kept.browser_version", lambda: "Chromium 1")
    monkeypatch.setattr("mbp_claims.launch.pages.fingerprint", lambda: "sources 1")
    for name, text in BUILT.items():
        write_file(tmp_path / "web" / name, text)
    for name in ("package-lock.json", "app/root.jsx", "app/_document.js", COMMON[-1]):
        write_file(tmp_path / "web" / name, "")
    return tmp_path / "web"


def write_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("gallery/specimens/chip/ready.jsx", {"specimen/chip/ready"}),
        ("app_components/ui/chip.jsx", {"specimen/chip/ready"}),
        ("styles/tokens.css", {"specimen/chip/ready", "specimen/bar/short"}),
        ("utils/state.js", {"specimen/chip/ready", "specimen/bar/short"}),
        ("gallery/catalogue.js", set()),
    ],
)
def test_a_specimen_is_taken_anew_when_what_it_is_made_from_changes(
    built: Path, tmp_path: Path, file: str, changed: set[str]
):
    names = ("specimen/chip/ready", "specimen/bar/short", "screen/today")
    picture = saved(tmp_path / "taken.png", Image.new("RGB", SIZE, GROUND))
    for name in names:
        Kept(tmp_path / "kept").keep(name, "light", picture)
    write_file(built / file, "/* another */")
    now = Kept(tmp_path / "kept")
    known = {name for name in names if now.give(name, "light", tmp_path / "out" / f"{name}.png")}
    assert set(names) - known == changed
    assert not now.give("specimen/chip/ready", "dark", tmp_path / "out" / "dark.png")


def test_names_that_each_build_makes_anew_change_nothing(built: Path, tmp_path: Path):
    module = "gallery/specimens/chip/ready.jsx"
    write_file(built / module, "const ref_reflex_Var_12_id = useRef(null)")
    known = Kept(tmp_path / "kept").path("specimen/chip/ready", "light")
    write_file(built / module, "const ref_reflex_Var_345_id = useRef(null)")
    assert Kept(tmp_path / "kept").path("specimen/chip/ready", "light") == known


def test_a_screen_is_taken_anew_when_anything_of_the_program_changes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    picture = saved(tmp_path / "taken.png", Image.new("RGB", SIZE, GROUND))
    Kept(tmp_path / "kept").keep("screen/today", "light", picture)
    monkeypatch.setattr("mbp_claims.launch.pages.fingerprint", lambda: "sources 2")
    assert not Kept(tmp_path / "kept").give("screen/today", "light", tmp_path / "out.png")


def test_what_nobody_asked_for_in_a_month_goes(built: Path, tmp_path: Path):
    kept = Kept(tmp_path / "kept")
    kept.keep("screen/today", "light", saved(tmp_path / "taken.png", Image.new("RGB", SIZE, GROUND)))
    old = kept.path("screen/today", "light")
    kept.sweep()
    assert old.exists()
    os.utime(old, (0, 0))
    kept.sweep()
    assert not old.exists()
