"""How old a claim is: days since its first date of service, in the steps that practices sort their claims by."""

from datetime import date, timedelta

AGES: dict[str, tuple[int, int | None]] = {"0–30": (0, 30), "31–60": (31, 60), "61–90": (61, 90), "90+": (91, None)}
"""Days, the youngest and the oldest of each step."""


def service_days(age: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last date of service of claims of that age; None where there is no such end."""
    if age not in AGES:
        return None, None
    youngest, oldest = AGES[age]
    # A service that is still to come is as young as can be.
    last = today - timedelta(days=youngest) if youngest else None
    return (today - timedelta(days=oldest) if oldest is not None else None), last


def is_of_age(age: str, day: date, today: date) -> bool:
    first, last = service_days(age, today)
    return (first is None or day >= first) and (last is None or day <= last)
