"""The payments that came as ERAs, oldest first, and the one that waits to be imported."""

from mbp_claims.domain.cast.claims import coinsured
from mbp_claims.domain.cast.practice import AETNA, CIGNA, MEDICARE, UNITED
from mbp_claims.domain.cast.shapes import CastAnswer, CastEra

ROWANS_COINSURANCE = coinsured("EX26316004417")

_MEDICARE_PAYS = (("OA", "23", 1400), ("PR", "2", 2920))

ERAS = (
    CastEra(MEDICARE, "10559027", 33, "09:40", {
        1003: CastAnswer(11680, _MEDICARE_PAYS, "1126280441890", status="2"),
        1011: CastAnswer(11680, _MEDICARE_PAYS, "1126288002517", status="2"),
    }),
    CastEra(AETNA, "88107713", 26, "16:30", {
        1031: coinsured("EX26299003310"), 1032: coinsured("EX26299003311"), 1033: coinsured("EX26299003319"),
    }),
    CastEra(CIGNA, "77310288", 21, "10:15", {
        1031: CastAnswer(2320, (("OA", "23", 13680),), "CG26306770", status="2"),
    }),
    CastEra(AETNA, "88120457", 11, "16:02", {
        1042: ROWANS_COINSURANCE,
        1040: CastAnswer(8400, (("CO", "45", 4400), ("PR", "3", 3200)), "EX26316004420", status="19"),
    }, stray=CastAnswer(0, (("CO", "45", 3400), ("PR", "1", 9600)), "81003997")),
    CastEra(UNITED, "40022931", 5, "08:50", {
        1044: CastAnswer(9840, (("CO", "45", 700), ("PR", "2", 2460)), "U26322096"),
        1037: CastAnswer(11500, (("CO", "45", 2000), ("PR", "3", 2500)), "U26322101"),
    }),
)  # fmt: skip

WAITING = CastEra(AETNA, "88134902", 0, "12:00", {
    1038: coinsured("EX26327001104"),
    1042: ROWANS_COINSURANCE,
    1043: CastAnswer(0, (("CO", "45", 4400), ("PR", "1", 11600)), "EX26327001117"),
    1051: coinsured("EX26327001120"),
})  # fmt: skip
"""The answers that Aetna has ready; those of them are announced whose claims still wait for it."""

STRAY_NUMBER, STRAY_MEMBER, STRAY_DAYS = "C-2210", "W218640973", 27
"""An answer about a claim that the practice never sent, to a member id that is nearly Rowan's."""
