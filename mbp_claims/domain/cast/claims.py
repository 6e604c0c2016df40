"""The claims of the cast, oldest number first, and what became of each before any ERA."""

from mbp_claims.domain.cast.clients import ANSEL, IMANI, KIT, NOOR, ROWAN, TOMAS, WREN
from mbp_claims.domain.cast.shapes import CastAnswer, CastClaim, Deed

HOUR, SHORT = "90837", "90834"
HOUR_CENTS, SHORT_CENTS = 16000, 13000


def filed(days: int, at: str = "20:40", second: bool = False) -> Deed:
    return Deed("filed", days, at, second)


def accepted(days: int, at: str = "06:10", second: bool = False) -> Deed:
    return Deed("accepted", days, at, second)


def answered(days: int, answer: CastAnswer, at: str = "17:20") -> Deed:
    """Typed from a paper EOB."""
    return Deed("answered", days, at, answer=answer)


def coinsured(control: str) -> CastAnswer:
    """Aetna's usual answer to an hour: allowed 116.00, of which it pays four fifths."""
    return CastAnswer(9280, (("CO", "45", 4400), ("PR", "2", 2320)), control)


def deductible(control: str) -> CastAnswer:
    """The employer plan's answer before the deductible is met: allowed 146.00, all of it the client's."""
    return CastAnswer(0, (("CO", "45", 1400), ("PR", "1", 14600)), control)


TOO_LATE = CastAnswer(0, (("CO", "29", SHORT_CENTS),), "CG26270118", status="4")
STOPS_SHORT = CastAnswer(0, (("CO", "45", 3400),), "EX26318000291", typed_in_part=True)
OFF_BY_FOUR = CastAnswer(8400, (("CO", "45", 4000), ("PR", "2", 3200)), "EX26316004468", typed_in_part=True)

C_1031 = CastClaim(1031, ROWAN, 48, HOUR, HOUR_CENTS, (filed(47), accepted(46), filed(26, "21:05", second=True)))
C_1039 = CastClaim(1039, ROWAN, 27, SHORT, SHORT_CENTS, (filed(26, "21:12"), answered(9, STOPS_SHORT)))
C_1042 = CastClaim(1042, ROWAN, 20, HOUR, HOUR_CENTS, (filed(19, "20:55"), accepted(18)))
C_1047 = CastClaim(
    1047, ROWAN, 13, HOUR, HOUR_CENTS, (filed(13, "20:55"), accepted(12), answered(11, OFF_BY_FOUR, "16:15"))
)  # fmt: skip
C_1051 = CastClaim(1051, ROWAN, 6, HOUR, HOUR_CENTS, (filed(5, "21:48"),))
C_ACCEPTED = CastClaim(1050, ANSEL, 10, HOUR, HOUR_CENTS, (filed(9),))
C_SENT_BACK = CastClaim(1053, ANSEL, 3, HOUR, HOUR_CENTS, (filed(2),))
"""What becomes of these is in the acknowledgements that wait in the inbox."""

CLAIMS = (
    CastClaim(1001, IMANI, 151, SHORT, SHORT_CENTS, (filed(40), answered(28, TOO_LATE))),
    CastClaim(1002, ANSEL, 101, HOUR, HOUR_CENTS, (filed(100), accepted(99))),
    CastClaim(1003, TOMAS, 95, HOUR, HOUR_CENTS,
              (filed(94), answered(80, deductible("U26247013")), filed(78, second=True))),
    CastClaim(1004, NOOR, 88, HOUR, HOUR_CENTS,
              (filed(87), answered(75, coinsured("EX26252001")), filed(70, second=True), accepted(69, second=True))),
    CastClaim(1006, ANSEL, 87, HOUR, HOUR_CENTS,
              (filed(86), answered(72, CastAnswer(11500, (("CO", "45", 2000), ("PR", "3", 2500)), "U26255188")))),
    CastClaim(1010, ANSEL, 83, SHORT, SHORT_CENTS, (filed(82), accepted(81))),
    CastClaim(1011, TOMAS, 81, HOUR, HOUR_CENTS,
              (filed(80), answered(66, deductible("U26261440")), filed(64, second=True))),
    CastClaim(1013, NOOR, 74, HOUR, HOUR_CENTS,
              (filed(73), answered(58, coinsured("EX26269011")), filed(57, second=True))),
    CastClaim(1021, NOOR, 60, HOUR, HOUR_CENTS,
              (filed(59), answered(45, coinsured("EX26282019")), filed(44, second=True), accepted(43, second=True))),
    CastClaim(1024, WREN, 53, HOUR, HOUR_CENTS, (filed(52), accepted(51))),
    CastClaim(1030, TOMAS, 52, HOUR, HOUR_CENTS,
              (filed(51), answered(29, deductible("U26298307")), filed(28, second=True))),
    C_1031,
    CastClaim(1032, WREN, 47, HOUR, HOUR_CENTS, (filed(46), accepted(45))),
    CastClaim(1033, NOOR, 46, HOUR, HOUR_CENTS, (filed(45), accepted(44), filed(25, second=True))),
    CastClaim(1035, TOMAS, 39, HOUR, HOUR_CENTS,
              (filed(38), answered(22, deductible("U26305511")), filed(21, second=True), accepted(20, second=True))),
    CastClaim(1037, ANSEL, 31, HOUR, HOUR_CENTS, (filed(30), accepted(29))),
    CastClaim(1038, WREN, 28, HOUR, HOUR_CENTS, (filed(27),)),
    C_1039,
    CastClaim(1040, NOOR, 25, HOUR, HOUR_CENTS, (filed(24), accepted(23))),
    C_1042,
    CastClaim(1043, WREN, 19, HOUR, HOUR_CENTS, (filed(18), accepted(17))),
    CastClaim(1044, TOMAS, 18, SHORT, SHORT_CENTS, (filed(17), accepted(16))),
    CastClaim(1045, KIT, 17, HOUR, HOUR_CENTS, (Deed("not_billable", 16, "19:30"),)),
    CastClaim(1046, IMANI, 17, SHORT, SHORT_CENTS, (filed(17), accepted(16))),
    C_1047,
    CastClaim(1049, WREN, 11, HOUR, HOUR_CENTS, (filed(10), Deed("rejected", 9, "06:12", note="Member ID not found"))),
    C_ACCEPTED,
    C_1051,
    CastClaim(1052, IMANI, 4, SHORT, SHORT_CENTS),
    C_SENT_BACK,
)  # fmt: skip
