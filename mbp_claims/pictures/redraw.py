"""Pictures drawn anew: what comes out is made of colours alone, whatever stood in the file besides."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from mbp_claims.domain.violation import RuleViolation

MOST_PIXELS = 50_000_000
"""Beyond any phone's camera at its usual setting; the picture takes four bytes for each while it is drawn."""

LONGEST_SIDE = 3000
QUALITY = 88
BOMB = "The picture has too many pixels. Take it again with fewer, under 50 million"
DAMAGED = "The picture is damaged. Take it again, or save it as another file"
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}


def redrawn(content: bytes, media_type: str) -> bytes:
    """A JPEG or PNG of the same kind, upright, no side over 3000 pixels, without place, camera or hidden parts.

    RuleViolation when it cannot be drawn, or is larger than it may be before a pixel of it is read.
    """
    kind = FORMATS[media_type]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=[kind]) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise RuleViolation(BOMB)
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise RuleViolation(BOMB) from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, IndexError, KeyError) as damaged:
        raise RuleViolation(DAMAGED) from damaged
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Not even a colour profile is carried over.
    clean = Image.frombytes("RGB", upright.size, upright.tobytes())
    drawn = BytesIO()
    clean.save(drawn, kind, quality=QUALITY)
    return drawn.getvalue()
