"""Every rule of the reader, 1 to 25, has tests that bear its number."""

import re
from pathlib import Path

NAMED = re.compile(r"^def test_rule_(\d+)_\w+\(", re.MULTILINE)


def test_every_rule_has_a_test_by_its_number():
    texts = (path.read_text() for path in Path(__file__).parent.glob("test_835_*.py"))
    assert {int(rule) for text in texts for rule in NAMED.findall(text)} == set(range(1, 26))
