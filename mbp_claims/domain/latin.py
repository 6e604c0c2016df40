"""Names and addresses in the capital ASCII letters that X12 allows (005010 extended set)."""

import re
import unicodedata

DELIMITERS = "*:~^"
_PLAIN = re.compile(r"[A-Z0-9.\-]*")
"""What is most often written: codes, numbers, amounts."""
_ALLOWED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"&'()+,-./;?=%@[]_{}\\|<>#$")
_WITHOUT_ACCENT = str.maketrans(
    {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Ħ": "H", "Æ": "AE", "Œ": "OE", "Þ": "TH",
     "’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "–": "-", "—": "-"}
)  # fmt: skip


def latin(text: str) -> str:
    """`Zoë  Øster` is `ZOE OSTER`. Delimiters and letters that have no ASCII form become blanks; may come out empty."""
    if _PLAIN.fullmatch(text):
        return text
    capitals = unicodedata.normalize("NFKD", text).upper().translate(_WITHOUT_ACCENT)
    written = "".join("" if unicodedata.combining(c) else c if c in _ALLOWED else " " for c in capitals)
    return " ".join(written.split())
