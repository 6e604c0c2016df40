"""A finished 837P read back, loosely: its claim, the other payers and the lines, as far as they are there."""

from dataclasses import dataclass, field

from mbp_claims.domain.money import parse_cents
from mbp_claims.x12.writing import COMPONENT, ELEMENT, TERMINATOR


class WrittenSegment(list[str]):
    """Elements of a segment; one that is not there reads as empty."""

    def element(self, number: int) -> str:
        return self[number] if number < len(self) else ""

    def starts(self, *head: str) -> bool:
        return self[: len(head)] == list(head)

    def cents(self, number: int) -> int:
        """ValueError on anything that is not an amount."""
        return parse_cents(self.element(number))

    @property
    def reasons(self) -> list[int]:
        """Of a CAS: where its reasons stand; each has its amount behind it."""
        return [i for i in range(2, len(self), 3) if self.element(i) or self.element(i + 1)]

    @property
    def adjusted_cents(self) -> int:
        return sum(self.cents(i + 1) for i in self.reasons)


class WrittenLoop(list[WrittenSegment]):
    """Segments that belong together."""

    def find(self, *head: str) -> WrittenSegment:
        """The first segment that starts so, or an empty one."""
        return next((s for s in self if s.starts(*head)), WrittenSegment())

    def all(self, *head: str) -> list[WrittenSegment]:
        return [s for s in self if s.starts(*head)]

    @property
    def adjusted_cents(self) -> int:
        return sum(s.adjusted_cents for s in self.all("CAS"))


@dataclass
class WrittenLine:
    """WrittenLoop 2400; `answers` are its loops 2430."""

    service: WrittenLoop = field(default_factory=WrittenLoop)
    answers: list[WrittenLoop] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.service.find("LX").element(1)


@dataclass
class WrittenClaim:
    """`before` all up to CLM, `claim` loop 2300 and its providers, `others` the loops 2320, `lines` the loops 2400."""

    before: WrittenLoop = field(default_factory=WrittenLoop)
    claim: WrittenLoop = field(default_factory=WrittenLoop)
    others: list[WrittenLoop] = field(default_factory=list)
    lines: list[WrittenLine] = field(default_factory=list)

    @classmethod
    def read(cls, text: str) -> "WrittenClaim":
        """Of a file of our own, with our separators and one claim."""
        written = cls()
        loop = written.before
        for segment in segments(text):
            loop = written._loop_of(segment, loop)
            loop.append(segment)
        return written

    def _loop_of(self, segment: WrittenSegment, loop: WrittenLoop) -> WrittenLoop:
        if segment.starts("CLM"):
            return self.claim
        if segment.starts("SBR") and self.claim:
            self.others.append(WrittenLoop())
            return self.others[-1]
        if segment.starts("LX"):
            self.lines.append(WrittenLine())
            return self.lines[-1].service
        if segment.starts("SVD") and self.lines:
            self.lines[-1].answers.append(WrittenLoop())
            return self.lines[-1].answers[-1]
        return loop


def segments(text: str) -> list[WrittenSegment]:
    return [WrittenSegment(line.strip().split(ELEMENT)) for line in text.split(TERMINATOR) if line.strip()]


def parts(element: str) -> list[str]:
    return element.split(COMPONENT)
