"""Of an 837P with the claims of many people: what it says of some, and nothing of the others."""

from collections.abc import Collection

from mbp_claims.x12.writing import ELEMENT, TERMINATOR
from mbp_claims.x12.written_claim import WrittenFile


def part_of_837(text: str, places: Collection[int]) -> str:
    """The envelope (sender, receiver, billing provider) and the claims in these places, counted from 1; a segment a
    line. To be read, not to be sent: its counts are those of the whole file."""
    written = WrittenFile.read(text)
    kept = [one for one, owner in zip(written.all, written.owners, strict=True) if owner == 0 or owner in places]
    return "".join(f"{ELEMENT.join(one)}{TERMINATOR}\n" for one in kept)
