"""An insurance card's kind is told from its bytes."""

import pytest

from mbp_claims.domain.card import LARGEST_BYTES, media_type
from mbp_claims.domain.violation import RuleViolation

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 20


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (JPEG, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 20, "image/png"),
        (b"%PDF-1.7 and more", "application/pdf"),
        (b"\x00\x00\x00\x18ftypheic0000", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif10000", "image/heic"),
    ],
)
def test_four_kinds_are_kept(content: bytes, kind: str):
    assert media_type(content) == kind


@pytest.mark.parametrize("content", [b"", b"<html>", b"GIF89a", b"\x00\x00\x00\x18ftypisom0000", b" %PDF-1.7"])
def test_any_other_kind_is_refused(content: bytes):
    with pytest.raises(RuleViolation, match=r"^The file must be a JPG, PNG, HEIC or PDF$"):
        media_type(content)


def test_a_card_is_not_over_10_mb():
    assert media_type(JPEG.ljust(LARGEST_BYTES)) == "image/jpeg"
    with pytest.raises(RuleViolation, match=r"^The file must be smaller than 10 MB$"):
        media_type(JPEG.ljust(LARGEST_BYTES + 1))
