"""Files on their way: one that lies in an inbox, and why one could not be sent or fetched."""

from dataclasses import dataclass

PART = ".part"
"""What a file is called while it is being written; nobody takes it before it has its own name."""
UNFINISHED = (PART, ".tmp", ".temp", ".filepart", ".partial", ".crdownload", ".swp", "~")
LARGEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file in the inbox: bytes, and when it was last written on its server's clock (seconds since 1970)."""

    name: str
    size: int
    modified: float

    @property
    def is_unfinished(self) -> bool:
        """Named as programs name what they still write."""
        return self.name.startswith(".") or self.name.lower().endswith(UNFINISHED)


@dataclass(eq=False)
class MailProblem(Exception):
    """A sentence for the clinician. `needs_person`: it does not go away by waiting (a refused key, a wrong folder).
    `unsure`: what was being written may have arrived all the same.
    """

    sentence: str
    needs_person: bool = False
    unsure: bool = False

    def __str__(self) -> str:
        return self.sentence
