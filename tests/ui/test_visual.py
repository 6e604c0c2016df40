"""Pictures are compared so that a changed colour is caught, and a pixel of an edge is not."""

from pathlib import Path

import pytest
from PIL import Image

from tests.visual.comparing import TOLERATED, compare
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
