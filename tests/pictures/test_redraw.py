"""What comes out of a picture is its colours, and nothing that stood in the file besides."""

import tracemalloc
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.pictures.redraw import BOMB, DAMAGED, FORMATS, LONGEST_SIDE, redrawn
from tests.builders import picture

HIDDEN = b"<script>alert(1)</script>"
ORIENTATION, PLACE = 0x0112, 0x8825


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_looks_as_before(kind: str):
    drawn = opened(redrawn(picture(FORMATS[kind], (320, 200)), kind))
    assert (drawn.format, drawn.size, drawn.mode) == (FORMATS[kind], (320, 200), "RGB")
    red, green, blue = drawn.getpixel((10, 10))
    assert abs(red - 0) + abs(green - 128) + abs(blue - 128) < 12


def test_what_was_hidden_in_a_file_is_gone():
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", HIDDEN.decode())
    png = picture("PNG", pnginfo=told) + HIDDEN
    exif = Image.Exif()
    exif[0x010E] = HIDDEN.decode()
    exif.get_ifd(PLACE)[1] = "N"
    jpeg = picture("JPEG", exif=exif, comment=HIDDEN) + HIDDEN
    for content, kind in ((png, "image/png"), (jpeg, "image/jpeg")):
        assert HIDDEN in content
        drawn = redrawn(content, kind)
        assert HIDDEN not in drawn
        assert not opened(drawn).getexif()


def test_a_picture_that_lay_on_its_side_stands():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    assert opened(redrawn(picture("JPEG", (320, 200), exif=exif), "image/jpeg")).size == (200, 320)


def test_a_large_picture_becomes_one_that_a_screen_can_show():
    drawn = opened(redrawn(picture("JPEG", (4 * LONGEST_SIDE, 1000)), "image/jpeg"))
    assert drawn.size[0] <= LONGEST_SIDE


@pytest.mark.parametrize("size", [(7100, 7100), (30_000, 30_000), (65_500, 65_500)])
def test_a_bomb_is_refused_before_a_pixel_of_it_is_drawn(size: tuple[int, int]):
    small = picture("PNG", (8, 8))
    content = small[:16] + size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + small[24:]
    tracemalloc.start()
    with pytest.raises(RuleViolation, match=BOMB):
        redrawn(_with_sum(content), "image/png")
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_damaged_picture_is_refused_with_what_to_do(kind: str):
    whole = picture(FORMATS[kind], (64, 64))
    for content in (whole[:40], whole[: len(whole) // 2], whole[:8] + bytes(200)):
        with pytest.raises(RuleViolation, match=DAMAGED):
            redrawn(content, kind)


def test_a_file_of_one_kind_is_not_drawn_as_another():
    with pytest.raises(RuleViolation, match=DAMAGED):
        redrawn(picture("JPEG"), "image/png")


@given(at=st.integers(0, 400), bits=st.integers(1, 255), kind=st.sampled_from(sorted(FORMATS)))
def test_a_spoilt_picture_is_drawn_or_refused(at: int, bits: int, kind: str):
    spoilt = bytearray(picture(FORMATS[kind], (32, 32)))
    spoilt[at % len(spoilt)] ^= bits
    try:
        assert opened(redrawn(bytes(spoilt), kind)).format == FORMATS[kind]
    except RuleViolation as refused:
        assert str(refused) in (DAMAGED, BOMB)


def _with_sum(png: bytes) -> bytes:
    return png[:29] + zlib.crc32(png[12:29]).to_bytes(4, "big") + png[33:]
