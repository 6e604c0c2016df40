"""While one works at ui/ and assets/: what is copied, what is drawn again, and that half-typed code loses nothing."""

import os
from pathlib import Path

import pytest

from mbp_claims.gallery import live

CHIP, BADGE = live.HOUSE / "ui" / "feedback.py", live.HOUSE / "ui" / "badge.py"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a line for each time that something was to be drawn; drawing fails while `half-typed` is there."""
    told = tmp_path / "asked"

    def redraw(_folder: Path, changed: list[str], everything: bool) -> None:
        with told.open("a") as lines:
            lines.write(f"{' '.join(changed)} {everything}\n")
        if (tmp_path / "half-typed").exists():
            raise SyntaxError("invalid syntax")

    monkeypatch.setattr(live, "redraw", redraw)
    return told


def has_ended(drawing: live.Drawing) -> None:
    os.waitid(os.P_PID, drawing.child, os.WEXITED | os.WNOWAIT)


def test_all_is_drawn_at_first_and_then_what_changed(asked: Path):
    drawing = live.Drawing()
    for changed in ([], [CHIP]):
        drawing.again(changed)
        has_ended(drawing)
    assert drawing.stop()
    assert asked.read_text().splitlines() == [" True", "mbp_claims.ui.feedback False"]


def test_what_could_not_be_drawn_is_drawn_when_the_next_file_is_saved(asked: Path, capfd: pytest.CaptureFixture[str]):
    drawing = live.Drawing()
    drawing.again([])
    has_ended(drawing)
    (asked.parent / "half-typed").touch()
    drawing.again([CHIP])
    has_ended(drawing)
    (asked.parent / "half-typed").unlink()
    drawing.again([BADGE])
    has_ended(drawing)
    assert drawing.stop()
    assert asked.read_text().splitlines()[-1] == "mbp_claims.ui.badge mbp_claims.ui.feedback False"
    assert "nothing was drawn. SyntaxError: invalid syntax" in capfd.readouterr().out


def test_a_style_goes_where_the_browser_has_it_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(live, "web_folder", lambda: tmp_path)
    for folder in ("styles", "public"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tokens.css").write_text("before")
    live._copied(live.ASSETS / "tokens.css")
    now = (live.ASSETS / "tokens.css").read_text()
    assert [(tmp_path / folder / "tokens.css").read_text() for folder in ("styles", "public")] == [now, now]
