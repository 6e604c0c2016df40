"""Names, sums and lists as long as they may be, to see that every screen bears them."""

from datetime import datetime

from sqlmodel import Session

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.demo.claims import send
from mbp_claims.actions.demo.opening import own_payer
from mbp_claims.actions.demo.past import as_of, day, moment
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.domain.answer_entry import AnswerEntry, EntryRow
from mbp_claims.domain.claim import MOST_DIAGNOSES, MOST_LINES
from mbp_claims.domain.practice import Clinician

DIAGNOSES = (
    "F41.1", "F33.1", "F43.10", "F40.10", "F42.2", "F51.01", "F43.23", "F34.1", "F60.3", "F50.00", "F90.0", "Z63.0",
)  # fmt: skip
DEAREST = "1234567.89"
REDUCTIONS = (
    ("CO", "45", "40.00"), ("CO", "253", "1.28"), ("OA", "23", "4.00"), ("PI", "97", "3.00"), ("PR", "1", "50.00"),
    ("PR", "2", "21.72"),
)  # fmt: skip
assert len(DIAGNOSES) == MOST_DIAGNOSES


def long_content(db: Session, clinician: Clinician) -> None:
    """A client with both plans, a claim of fifty lines that is answered, and one of more than a million dollars."""
    with as_of(db, moment(40, "09:20")):
        number = add_client(db, clinician, _LONG_NAME).number
        add_client(db, clinician, _RIGHT_TO_LEFT)
        for second in (False, True):
            add_plan(db, clinician, number, _plan_form(db, clinician, second))
    at = moment(20, "20:55")
    with as_of(db, at):
        start_claim(db, clinician, number, _claim_form(clinician, 1, DEAREST), ("1",), _keys(MOST_DIAGNOSES))
        _fifty_lines(db, clinician, number, at)
    _answer(db, clinician)


_LONG_NAME = {
    "first_name": "Maximiliana-Theodora Wilhelmina", "middle_name": "Constantia", "born": "1996-02-29", "sex": "F",
    "last_name": "van der Oosterhout-Featherstonehaugh-Cholmondeley", "pronouns": "she/they, depending on the day",
    "address": "1000 Extraordinarily Long Boulevard, Apartment 12", "city": "Old Orchard Beach", "state": "ME",
    "zip": "040641234", "phone": "2075550199",
    "email": "maximiliana.theodora.van.der.oosterhout@very-long-subdomain.example.com",
}  # fmt: skip
_RIGHT_TO_LEFT = {
    "first_name": "ليلى", "last_name": "حدّاد", "born": "1991-05-06", "sex": "F", "address": "2 Jetty Road",
    "city": "Bath", "state": "ME", "zip": "04530",
}  # fmt: skip


def _plan_form(db: Session, clinician: Clinician, second: bool) -> dict[str, object]:
    name = "Brotherhood of Lighthouse Keepers, Health Fund" if second else "Cooperative Harbour Workers’ Mutual Aid"
    payer = own_payer(db, clinician, name, "LONG-PAYER-ID-000002" if second else "LONG-PAYER-ID-000001")
    return {
        "payer": str(payer.id), "name": "A plan whose name goes on until it cannot possibly go on any further than it",
        "member_id": "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890123", "group_number": "GROUP-0000000000000000000000000001",
        "copay": "1234.56", "relationship": "self", "effective": day(320).isoformat(), "secondary": second,
    }  # fmt: skip


def _claim_form(clinician: Clinician, lines: int, charge: str) -> dict[str, str]:
    form = {"service_date": day(21).isoformat(), "place": "11", "rendering": str(clinician.id)}
    form |= {f"diagnosis-{key}": code for key, code in enumerate(DIAGNOSES, 1)}
    for key in _keys(lines):
        form |= {f"procedure-{key}": "90837", f"modifiers-{key}": "95 HO U1 GT", f"charge-{key}": charge,
                 f"pointers-{key}": "9 10 11 12"}  # fmt: skip
    return form


def _keys(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def _fifty_lines(db: Session, clinician: Clinician, client_number: str, at: datetime) -> None:
    keys = _keys(MOST_LINES)
    claim = start_claim(db, clinician, client_number, _claim_form(clinician, MOST_LINES, "160.00"), keys, _keys(12))
    send(db, clinician, claim, None, at)


def _answer(db: Session, clinician: Clinician) -> None:
    """Six reasons on each of the fifty lines, from a paper EOB."""
    with as_of(db, moment(5, "17:20")):
        rows = tuple(
            EntryRow(f"{line}-{place}", line, group, reason, amount)
            for line in range(1, MOST_LINES + 1)
            for place, (group, reason, amount) in enumerate(REDUCTIONS)
        )
        entry = AnswerEntry(rows, dict.fromkeys(range(1, MOST_LINES + 1), "40.00"))
        form = {"control_number": "CONTROL-NUMBER-OF-THE-PAYER-00000001", "eob_date": day(6).isoformat()}
        complete_by_hand(db, clinician, "C-1002", entry, form, later=False)
