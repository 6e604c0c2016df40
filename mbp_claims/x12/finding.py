"""What a check of a claim file finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A sentence, and the place (from 1) of the claim that it is about; 0 where it is about the file as a whole."""

    claim: int
    sentence: str
