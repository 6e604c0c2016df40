"""What anybody may read without signing in, the built pages themselves, holds nothing of a practice and no secret.

The pages of this session were built while the database and the environment were full of marked words (`marked.py`).
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbp_claims.launch import pages
from tests.e2e.marked import MARKED
from tests.e2e.practice import PracticeUnderTest

SERVED = {".css", ".html", ".js", ".jsx", ".svg", ".txt", ".woff2"}
COMPRESSED = {".gz", ".br"}
KEYS = ("-----begin", "$argon2", "mbp_database_key=", "sqlite://", "postgresql://", "totp_secret", "mbp-session-")


@pytest.fixture(scope="module")
def bundle(server: PracticeUnderTest) -> dict[str, str]:
    """Every file that is served to anybody, in lower case; a compressed one as it is read, but `.br`, which is made of
    the file beside it."""
    return {str(path.relative_to(pages.built_folder())): text.lower() for path, text in _files()}


def _files() -> Iterator[tuple[Path, str]]:
    for path in sorted(pages.built_folder().rglob("*")):
        if path.is_file() and path.suffix != ".br":
            content = path.read_bytes()
            yield path, (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")


def holding(bundle: dict[str, str], *words: str) -> set[tuple[str, str]]:
    return {(name, word) for name, text in bundle.items() for word in words if word in text}


def test_it_holds_nothing_of_the_database_or_the_environment_that_it_was_built_in(bundle: dict[str, str]):
    assert holding(bundle, *MARKED) == set()


def test_it_holds_no_key_no_address_of_a_database_and_no_path_of_the_machine(bundle: dict[str, str]):
    here = str(Path.cwd()).lower()
    assert len(here) > 4
    assert holding(bundle, *KEYS, f"{here}/", str(Path.home()).lower() + "/.") == set()


def test_it_is_made_of_what_a_page_needs_and_no_source_of_ours(bundle: dict[str, str]):
    files = [path for path in pages.built_folder().rglob("*") if path.is_file()]
    assert {path.suffix for path in files} <= SERVED | COMPRESSED
    assert not [path for path in files if path.suffix in COMPRESSED and not path.with_suffix("").exists()]


def test_the_search_finds_what_is_there(bundle: dict[str, str]):
    """The first values of our states stand in it, compressed and not: a value that was computed would, too."""
    found = {name for name, _ in holding(bundle, "clients_state")}
    assert any(name.endswith(".js") for name in found)
    assert any(name.endswith(".js.gz") for name in found)
    assert holding(bundle, "your work is kept")
