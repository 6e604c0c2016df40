"""What the policy of a page lets run, by the text that stands in it."""

import base64
import hashlib
from pathlib import Path

import pytest

from mbp_claims.launch.policy import page_policy

PAGE = """<html><head><script>one()</script><script src="/mbp.js"></script><script type="module">two()
</script></head><body><p>%s</p></body>"""


def mark(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture
def policy(tmp_path: Path) -> dict[str, list[str]]:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(PAGE % name)
    return {name: words for name, *words in (part.split() for part in page_policy(tmp_path).split("; "))}


def test_only_our_files_and_the_scripts_that_were_built_into_a_page_run(policy: dict[str, list[str]]):
    assert policy["script-src"] == ["'self'", mark("one()"), mark("two()\n")]


def test_nothing_else_is_let_in(policy: dict[str, list[str]]):
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    words = [word for name, of in policy.items() if name != "style-src" for word in of]
    assert not {"'unsafe-eval'", "'unsafe-inline'", "*", "https:", "http:", "blob:"} & set(words)
