import sys
from pathlib import Path

import pytest

from mbp_claims.launch import pages


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one source file, and pages that were built from it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REFLEX_WEB_WORKDIR", raising=False)
    (tmp_path / "mbp_claims").mkdir()
    (tmp_path / "mbp_claims" / "plan.py").write_text("PLAN = 1\n")
    (tmp_path / ".web" / "build").mkdir(parents=True)
    (tmp_path / ".web" / "build" / "fingerprint").write_text(pages.fingerprint())
    return tmp_path


def test_unchanged_sources_are_not_built_again(checkout: Path):
    assert pages.are_built()


def test_a_changed_source_is_built_again(checkout: Path):
    (checkout / "mbp_claims" / "plan.py").write_text("PLAN = 2\n")
    assert not pages.are_built()


def test_a_new_asset_is_built_in(checkout: Path):
    (checkout / "assets").mkdir()
    (checkout / "assets" / "tokens.css").write_text(":root {}\n")
    assert not pages.are_built()


def test_compiled_python_and_links_that_reflex_makes_are_no_sources(checkout: Path):
    for made in ("mbp_claims/__pycache__/plan.pyc", "assets/external/radix.js"):
        (checkout / made).parent.mkdir(parents=True)
        (checkout / made).write_text("made\n")
    assert pages.are_built()


def test_what_is_no_asset_any_more_is_not_in_the_next_build(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    left = checkout / ".web" / "public" / "gallery.css"
    left.parent.mkdir()
    left.write_text(".gal {}\n")
    (checkout / "mbp_claims" / "plan.py").write_text("PLAN = 2\n")
    there = []
    monkeypatch.setattr(pages, "_run", lambda: there.append(left.exists()))
    pages.build()
    assert there == [False]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("npm silly tree\nnpm error code ECONNREFUSED\nnpm verbose exit 1\n", "npm error code ECONNREFUSED"),
        ("Compiling\nCompileError: no such page\n", "Compiling\nCompileError: no such page"),
    ],
)
def test_a_build_that_fails_says_why_before_all_that_was_printed(checkout, monkeypatch, printed, told):
    monkeypatch.setattr(pages, "COMMAND", (sys.executable, "-c", f"print({printed!r}); raise SystemExit(1)"))
    (checkout / "mbp_claims" / "plan.py").write_text("PLAN = 2\n")
    with pytest.raises(pages.BuildFailed) as failed:
        pages.build()
    assert str(failed.value).strip() == told
    assert not pages.are_built()
