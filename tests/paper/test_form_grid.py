"""Where the boxes stand on the sheet, beside the grid of the NUCC template (02/12) as far as it is published: lines of
a sixth and columns of a tenth of an inch, counted from the corner of the sheet."""

import pytest

from mbp_claims.paper.grid import DESCENT, PAGE, bottom, boxes

INCH = 72.0
# UniCharts Knowledge Base, article 56, after the NUCC's grid template: box, line, first column, length.
PUBLISHED = (
    ("1a", 10, 53, 29), ("2", 12, 4, 28), ("3.mm", 12, 34, 2), ("3.dd", 12, 37, 2), ("3.yyyy", 12, 40, 4),
    ("3.m", 12, 45, 1), ("3.f", 12, 50, 1), ("4", 12, 53, 29), ("5.street", 14, 4, 28), ("6.self", 14, 36, 1),
    ("6.spouse", 14, 41, 1), ("6.child", 14, 45, 1),
)  # fmt: skip


@pytest.mark.parametrize(("key", "line", "column", "width"), PUBLISHED)
def test_a_box_stands_where_the_template_has_it(key: str, line: int, column: int, width: int):
    box = boxes()[key]
    assert (box.x, box.width) == (pytest.approx((column - 1) * INCH / 10), width)
    assert PAGE[1] - (box.baseline - DESCENT) == pytest.approx(line * INCH / 6)


def test_nothing_is_printed_beyond_the_margins_that_the_printing_rules_give():
    """0.3 inch from the left, 1.33 from the top but for the payer's address, and the lowest line above the foot."""
    below_the_head = [box for key, box in boxes().items() if not key.startswith("carrier")]
    assert min(box.x for box in boxes().values()) == pytest.approx(0.3 * INCH)
    assert PAGE[1] - bottom(min(box.line for box in below_the_head) - 1) >= 1.33 * INCH
    assert max(box.x + box.width * INCH / 10 for box in boxes().values()) <= PAGE[0] - 0.25 * INCH
    assert min(box.baseline - DESCENT for box in boxes().values()) >= 0.25 * INCH
