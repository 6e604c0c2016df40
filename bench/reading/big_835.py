"""A balanced 835 of one payment with as many claims as are wanted, two lines each; the same at every run."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from mbp_claims.domain.money import x12_cents

SEED = 835
LINES = (("90837", 20000), ("90834", 16000))
ISA = (
    "ISA*00*          *00*          *ZZ*CLEARHOUSE1    *ZZ*CALMHARBOR     *260202*1030*^*00501*000000777*0*T*:~\n"
    "GS*HP*CLEARHOUSE1*CALMHARBOR*20260202*1030*777*X*005010X221A1~\n"
)
HEAD = (
    "ST*835*0001", "BPR*I*{total}*C*CHK************20260202", "TRN*1*CK1*1512345678", "DTM*405*20260201",
    "N1*PR*EVERGREEN HEALTH PLAN*XV*60054", "N3*PO BOX 1200", "N4*HARTFORD*CT*061561200",
    "PER*BL*PROVIDER SERVICES*TE*8005550100", "N1*PE*CALM HARBOR COUNSELING LLC*XX*1234567893", "REF*TJ*123456789",
    "LX*1",
)  # fmt: skip


def write(path: Path, claims: int) -> None:
    """The claims are drawn twice, so that the total is known before the first of them and none is kept."""
    total = sum(paid for paid, _ in _claims(claims))
    segments = len(HEAD) + 1
    with path.open("w") as file:
        file.write(ISA)
        file.writelines(f"{segment.format(total=x12_cents(total))}~\n" for segment in HEAD)
        for _, claim in _claims(claims):
            segments += len(claim)
            file.writelines(f"{segment}~\n" for segment in claim)
        file.write(f"SE*{segments}*0001~\nGE*1*777~\nIEA*1*000000777~\n")


def _claims(count: int) -> Iterator[tuple[int, list[str]]]:
    """Cents paid, and segments."""
    luck = Random(SEED)
    for number in range(count):
        yield _claim(number, luck)


def _claim(number: int, luck: Random) -> tuple[int, list[str]]:
    charged = paid = responsible = 0
    lines: list[str] = []
    for position, (code, charge) in enumerate(LINES, 1):
        allowed = luck.randrange(9000, 15000)
        deductible, copay = luck.choice((0, 0, 1000, 2500)), luck.choice((0, 2000))
        share = [(reason, cents) for reason, cents in (("1", deductible), ("3", copay)) if cents]
        got = allowed - deductible - copay
        lines += [
            f"SVC*HC:{code}*{x12_cents(charge)}*{x12_cents(got)}**1",
            f"DTM*472*202601{1 + number % 28:02}",
            f"CAS*CO*45*{x12_cents(charge - allowed)}",
        ]
        if share:
            lines.append("CAS*PR*" + "**".join(f"{reason}*{x12_cents(cents)}" for reason, cents in share))
        lines += [f"REF*6R*{number * 2 + position}", f"AMT*B6*{x12_cents(allowed)}"]
        charged, paid, responsible = charged + charge, paid + got, responsible + deductible + copay
    return paid, [
        f"CLP*PCN{number:07}*1*{x12_cents(charged)}*{x12_cents(paid)}*{x12_cents(responsible)}*12*ICN{number:09}*11*1",
        f"NM1*QC*1*DOE{number % 99999:05}*PAT{number % 50}****MI*M{number:09}",
        "NM1*82*1*OKAFOR*LENA****XX*1245319599",
        "DTM*050*20260120",
        *lines,
    ]
