"""ERAs in the inbox, and what came of importing files."""

from dataclasses import dataclass

from mbp_claims.words import _


@dataclass(frozen=True)
class EraRow:
    """One ERA of the inbox."""

    id: str
    check: str  # 88120457
    received: str  # 11/12/2026
    payer: str
    amount: str
    claims: str  # 3
    matched: str  # 2 of 3
    status: str  # Posted, Needs review
    tone: str = "success"
    icon: str = "check"
    below: str = ""  # 1 line is not matched
    verb: str = _("Open")  # Review while something waits


@dataclass(frozen=True)
class ImportAnswer:
    """What came of importing one file: the sentence, in bold up to `title`; nothing yet while `title` is ""."""

    title: str = ""  # remit.835 is not an 835 file.
    detail: str = ""  # It is a PDF. Ask the payer for the electronic file. Nothing was saved.
    tone: str = "neutral"  # danger refused, warning partly bad, neutral duplicate, success kept
    icon: str = "info"
    link: str = ""  # Open it
    href: str = ""


@dataclass(frozen=True)
class ImportStep:
    """One file of those that are being imported."""

    name: str
    state: str = "waiting"  # waiting, reading, done, refused
    words: str = _("Waiting")  # Reading…; 3 claims, $176.80


@dataclass(frozen=True)
class WorkView:
    """How far long work has come; nothing runs while `title` is "". `of` is "" while nobody knows how much there is."""

    title: str = ""  # Reading file 2 of 3
    name: str = ""  # cigna_1118.835
    words: str = ""  # 1,200 claims read, 3.1 of 5.2 MB
    done: int = 0
    of: int = 0
    stopping: bool = False
