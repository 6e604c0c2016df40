"""A payer's answer as an 835 file, from a claim's own number and lines. Amounts in cents."""

from dataclasses import dataclass, field

from playwright.sync_api import FilePayload

Codes = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class AnsweredLine:
    """What the payer says of one service line; `day` as 20261117, `control` is the line's number on our claim."""

    procedure: str
    day: str
    charge: int
    paid: int
    codes: Codes
    control: str = "1"

    def segments(self) -> list[str]:
        return [
            f"SVC*HC:{self.procedure}*{dollars(self.charge)}*{dollars(self.paid)}**1",
            f"DTM*472*{self.day}",
            *(f"CAS*{group}*{reason}*{dollars(cents)}" for group, reason, cents in self.codes),
            f"REF*6R*{self.control}",
        ]


@dataclass(frozen=True)
class Answer:
    """What the payer says of one claim; `status` 1 is primary, 19 primary and sent on, 2 secondary, 4 denied."""

    claim: str
    lines: tuple[AnsweredLine, ...]
    status: str = "1"
    payers_number: str = "EX26325000001"
    codes: Codes = ()
    member: str = "W218640937"

    @property
    def paid(self) -> int:
        return sum(line.paid for line in self.lines) - sum(cents for _, _, cents in self.codes)

    def segments(self) -> list[str]:
        charge = sum(line.charge for line in self.lines)
        asked = [cents for line in self.lines for group, _, cents in line.codes if group == "PR"]
        return [
            f"CLP*{self.claim}*{self.status}*{dollars(charge)}*{dollars(self.paid)}*{dollars(sum(asked))}*12"
            f"*{self.payers_number}*11*1",
            *(f"CAS*{group}*{reason}*{dollars(cents)}" for group, reason, cents in self.codes),
            f"NM1*QC*1*ELLIS*ROWAN****MI*{self.member}",
            *(segment for line in self.lines for segment in line.segments()),
        ]


@dataclass(frozen=True)
class Remit:
    """One payment: who paid, by which check, on which day (20261120), for which claims."""

    answers: tuple[Answer, ...]
    check: str = "90010001"
    day: str = "20261120"
    payer: tuple[str, str] = ("AETNA", "60054")
    control: str = field(default="000009001")

    def text(self) -> str:
        name, number = self.payer
        total = sum(answer.paid for answer in self.answers)
        body = [
            "ST*835*0001",
            f"BPR*I*{dollars(total)}*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*{self.day}",
            f"TRN*1*{self.check}*1512345678",
            f"DTM*405*{self.day}",
            f"N1*PR*{name}*XV*{number}",
            "N3*PO BOX 1200",
            "N4*HARTFORD*CT*061561200",
            "PER*BL*PROVIDER SERVICES*TE*8005550100",
            "N1*PE*MY BEST PRACTICE DEMO*XX*1234567893",
            "REF*TJ*987654321",
            "LX*1",
            *(segment for answer in self.answers for segment in answer.segments()),
        ]
        group = self.control.lstrip("0")
        whole = [
            f"ISA*00*{'':10}*00*{'':10}*ZZ*{'CLEARHOUSE1':15}*ZZ*{'MBPDEMO':15}*{self.day[2:]}*1030*^*00501"
            f"*{self.control}*0*T*:",
            f"GS*HP*CLEARHOUSE1*MBPDEMO*{self.day}*1030*{group}*X*005010X221A1",
            *body,
            f"SE*{len(body) + 1}*0001",
            f"GE*1*{group}",
            f"IEA*1*{self.control}",
        ]
        return "".join(f"{segment}~\n" for segment in whole)

    def file(self, name: str = "aetna.835") -> FilePayload:
        return named(name, self.text().encode())


def named(name: str, content: bytes) -> FilePayload:
    """A file as a person would choose it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def coinsured(claim: str, day: str, check: str = "90010001") -> Remit:
    """Aetna's usual answer to an hour: 160.00 charged, 92.80 paid, 44.00 written off, 23.20 coinsurance."""
    line = AnsweredLine("90837", day, 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
    return Remit((Answer(claim, (line,)),), check)


def wrong_order(claim: str, day: str, check: str = "90010001") -> Remit:
    """Denied in full: another payer comes first (CARC 22)."""
    line = AnsweredLine("90837", day, 16000, 0, (("OA", "22", 16000),))
    return Remit((Answer(claim, (line,), status="4"),), check)


def left_open(claim: str, day: str, check: str = "90010001") -> Remit:
    """The usual answer, but that 5.00 are neither written off nor the client's (PI)."""
    line = AnsweredLine("90837", day, 16000, 9280, (("CO", "45", 3900), ("PI", "45", 500), ("PR", "2", 2320)))
    return Remit((Answer(claim, (line,)),), check)


def dollars(cents: int) -> str:
    """As X12 writes amounts: no zeros at the end, no point where there are no cents."""
    return f"{cents // 100}.{cents % 100:02d}".rstrip("0").rstrip(".")


def long_era(claims: int) -> FilePayload:
    """So many claims of nobody: a file that takes a while."""
    line = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
    return Remit(tuple(Answer(f"X-{number}", (line,)) for number in range(claims)), "90019999").file("long.835")
