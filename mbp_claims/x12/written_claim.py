"""A finished 837P read back, loosely: its claims, the other payers and the lines, as far as they are there."""

from dataclasses import dataclass, field

from mbp_claims.domain.money import parse_cents
from mbp_claims.x12.writing import COMPONENT, ELEMENT, TERMINATOR

ENVELOPE = frozenset({"ISA", "GS", "ST", "SE", "GE", "IEA"})


class WrittenSegment(list[str]):
    """Elements of a segment; one that is not there reads as empty."""

    def element(self, number: int) -> str:
        return self[number] if number < len(self) else ""

    def starts(self, *head: str) -> bool:
        return bool(self) and self[0] == head[0] and self[1 : len(head)] == [*head[1:]]

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
    """`before`: its subscriber; `claim`: loop 2300 and its providers; `others`: loops 2320; `lines`: loops 2400."""

    before: WrittenLoop = field(default_factory=WrittenLoop)
    claim: WrittenLoop = field(default_factory=WrittenLoop)
    others: list[WrittenLoop] = field(default_factory=list)
    lines: list[WrittenLine] = field(default_factory=list)

    @property
    def all(self) -> WrittenLoop:
        """Every segment of the claim."""
        lines = [s for line in self.lines for loop in (line.service, *line.answers) for s in loop]
        return WrittenLoop([*self.before, *self.claim, *(s for other in self.others for s in other), *lines])

    def loop_of(self, segment: WrittenSegment, loop: WrittenLoop) -> WrittenLoop:
        """Where the segment belongs that follows those of `loop`."""
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


@dataclass
class WrittenFile:
    """`envelope` holds what belongs to no claim: ISA to the billing provider, SE to IEA."""

    envelope: WrittenLoop = field(default_factory=WrittenLoop)
    claims: list[WrittenClaim] = field(default_factory=list)
    all: WrittenLoop = field(default_factory=WrittenLoop)
    owners: list[int] = field(default_factory=list)
    """For each segment of the file the place (from 1) of its claim, 0 for the envelope."""

    @classmethod
    def read(cls, text: str) -> "WrittenFile":
        """Of a file of our own, with our separators: each claim has a subscriber of its own (HL 22)."""
        written = cls()
        loop = written.envelope
        for segment in segments(text):
            if segment.element(0) in ENVELOPE or (segment.starts("HL") and segment.element(3) == "20"):
                loop = written.envelope
            elif segment.starts("HL") and segment.element(3) == "22":
                written.claims.append(WrittenClaim())
                loop = written.claims[-1].before
            elif loop is not written.envelope:
                loop = written.claims[-1].loop_of(segment, loop)
            loop.append(segment)
            written.all.append(segment)
            written.owners.append(0 if loop is written.envelope else len(written.claims))
        return written


def segments(text: str) -> list[WrittenSegment]:
    return [WrittenSegment(line.strip().split(ELEMENT)) for line in text.split(TERMINATOR) if line.strip()]


def parts(element: str) -> list[str]:
    return element.split(COMPONENT)
