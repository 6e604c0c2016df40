"""What the New Claim form says, checked."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.claim import MOST_DIAGNOSES, MOST_LINES
from mbp_claims.domain.codes import PLACES_OF_SERVICE, icd10_ok, icd10_plain
from mbp_claims.domain.days import show_day
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.money import LARGEST, format_cents
from mbp_claims.words import _

NO_PLACE = _("Choose a place of service")


@dataclass(frozen=True)
class LineDraft:
    """One service as typed; `service_date` is its own day, charge in cents for all units."""

    service_date: date
    procedure: str
    modifiers: tuple[str, ...]
    units: int
    charge_cents: int
    place_of_service: str
    pointers: tuple[int, ...]


@dataclass(frozen=True)
class ClaimDraft:
    """A session to be billed: its first day, services, diagnoses (ICD-10 without dots), who rendered it."""

    service_date: date
    place_of_service: str
    diagnoses: tuple[str, ...]
    rendering: str
    prior_authorization: str
    lines: tuple[LineDraft, ...]

    @property
    def charge_cents(self) -> int:
        return sum(line.charge_cents for line in self.lines)

    @property
    def days(self) -> tuple[date, date]:
        days = [line.service_date for line in self.lines]
        return min(days), max(days)

    @classmethod
    def parse(
        cls, form: object, line_keys: tuple[str, ...], diagnosis_keys: tuple[str, ...], today: date
    ) -> "ClaimDraft":
        """RuleViolation with a sentence for each field that cannot stand. Keys name the rows of the form, in order."""
        entries = Entries(form, today)
        day = entries.day("service_date", _("Date of service"), "11/03/2026", _("Enter the date of service"))
        _refuse_future(entries, "service_date", day)
        place = entries.choice("place", PLACES_OF_SERVICE, NO_PLACE)
        diagnoses = _diagnoses(entries, diagnosis_keys)
        if not 1 <= len(line_keys) <= MOST_LINES:
            entries.refuse("lines", _("A claim has one to {most_lines} service lines", most_lines=MOST_LINES))
        keys = enumerate(line_keys[:MOST_LINES], 1)
        lines = [_line(entries, number, key, day, place, len(diagnoses)) for number, key in keys]
        rendering = entries.text("rendering", _("Choose who rendered the service"))
        authorization = entries.text("prior_authorization", longest=50)
        draft = cls(day or today, place, tuple(diagnoses), rendering, authorization, tuple(lines))
        if draft.charge_cents > LARGEST:
            entries.refuse(
                "lines", _("The charges come to more than {largest}. Make two claims.", largest=format_cents(LARGEST))
            )
        entries.settle()
        return draft


def _diagnoses(entries: Entries, keys: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for key in keys:
        typed = entries.text(f"diagnosis-{key}")
        code = icd10_plain(typed)
        if typed and not icd10_ok(typed):
            entries.refuse(
                f"diagnosis-{key}", _("“{typed}” is not an ICD-10 code. Use one like F41.1", typed=typed[:12])
            )
        elif typed and code in found:
            entries.refuse(f"diagnosis-{key}", _("{typed} appears twice. Remove one.", typed=typed))
        elif typed and len(found) == MOST_DIAGNOSES:
            entries.refuse(
                f"diagnosis-{key}",
                _("A claim has {most_diagnoses} diagnosis codes at most. Remove one.", most_diagnoses=MOST_DIAGNOSES),
            )
        elif typed:
            found.append(code)
    if not found:
        entries.refuse(f"diagnosis-{keys[0] if keys else '1'}", _("Enter at least one diagnosis code"))
    return found


def _line(entries: Entries, number: int, key: str, day: date | None, place: str, diagnoses: int) -> LineDraft:
    own_day = entries.day(f"date-{key}", _("Date of line {number}", number=number), "11/03/2026")
    _refuse_future(entries, f"date-{key}", own_day)
    procedure = entries.matching(
        f"procedure-{key}", r"[A-Za-z0-9]{5}",
        _("Procedure code of line {number} has five letters or digits, like 90837", number=number),
        _("Enter the procedure code of line {number}", number=number),
    ).upper()  # fmt: skip
    return LineDraft(
        own_day or day or entries.today, procedure, _modifiers(entries, number, key), _units(entries, number, key),
        _charge(entries, number, key),
        entries.choice(f"place-{key}", PLACES_OF_SERVICE, NO_PLACE, optional=True) or place,
        _pointers(entries, number, key, diagnoses),
    )  # fmt: skip


def _modifiers(entries: Entries, number: int, key: str) -> tuple[str, ...]:
    typed = entries.text(f"modifiers-{key}").upper().replace(",", " ").split()
    if len(typed) > 4 or any(len(m) != 2 or not m.isalnum() or not m.isascii() for m in typed):
        entries.refuse(
            f"modifiers-{key}",
            _("Modifiers of line {number} have two characters each, four at most, like 95 HO", number=number),
        )
    return tuple(typed[:4])


def _units(entries: Entries, number: int, key: str) -> int:
    typed = entries.text(f"units-{key}") or "1"
    if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= 999):
        entries.refuse(f"units-{key}", _("Units of line {number} must be a whole number from 1 to 999", number=number))
        return 1
    return int(typed)


def _charge(entries: Entries, number: int, key: str) -> int:
    sentence = _("Charge of line {number} must be dollars and cents, like 160.00", number=number)
    cents = entries.cents(f"charge-{key}", sentence, _("Enter the charge of line {number}", number=number))
    if cents is not None and cents <= 0:
        entries.refuse(f"charge-{key}", _("Charge of line {number} must be more than zero", number=number))
    return cents or 0


def _pointers(entries: Entries, number: int, key: str, diagnoses: int) -> tuple[int, ...]:
    typed = entries.text(f"pointers-{key}").replace(",", " ").replace(":", " ").split() or ["1"]
    numbers = [int(p) for p in typed if p.isascii() and p.isdecimal()]
    wrong = len(numbers) != len(typed) or len(numbers) > 4 or len(set(numbers)) != len(numbers)
    if wrong or any(not 1 <= p <= max(diagnoses, 1) for p in numbers):
        entries.refuse(
            f"pointers-{key}",
            _(
                "Diagnoses of line {number} are numbers from 1 to {most}, four at most, like 1 2",
                number=number,
                most=max(diagnoses, 1),
            ),
        )
    return tuple(numbers) or (1,)


def _refuse_future(entries: Entries, name: str, day: date | None) -> None:
    if day and day > entries.today:
        entries.refuse(name, _("{day} is in the future. A claim is for a service that was given.", day=show_day(day)))
