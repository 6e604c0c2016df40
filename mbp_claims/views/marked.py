"""Two texts beside one another, with what differs marked."""

from difflib import SequenceMatcher

from mbp_claims.views.era_review import Piece


def marked(theirs: str, ours: str) -> tuple[list[Piece], list[Piece]]:
    """The same texts in pieces: digit by digit where they are of one length, else by what they share."""
    if len(theirs) == len(ours):
        same = [a == b for a, b in zip(theirs, ours, strict=True)]
        return _runs(theirs, same), _runs(ours, same)
    blocks = SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()
    mine = {place for block in blocks for place in range(block.a, block.a + block.size)}
    yours = {place for block in blocks for place in range(block.b, block.b + block.size)}
    return _runs(theirs, [n in mine for n in range(len(theirs))]), _runs(ours, [n in yours for n in range(len(ours))])


def _runs(text: str, same: list[bool]) -> list[Piece]:
    found: list[Piece] = []
    for letter, agrees in zip(text, same, strict=True):
        if found and found[-1].differs != agrees:
            found[-1] = Piece(found[-1].text + letter, not agrees)
        else:
            found.append(Piece(letter, not agrees))
    return found
