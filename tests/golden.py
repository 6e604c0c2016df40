"""The practices of the golden and authored 835 files, saved: the claims that those files answer are with the payer."""

from datetime import date

from sqlmodel import Session

from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.db.claims import service_lines
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from tests import builders
from tests.x12 import filings
from tests.x12.filings import BESIDES, GOLDEN, Facts, facts

AUTHORED = GOLDEN.parent / "authored"


def golden_era(example: str, name: str = "primary.835") -> bytes:
    return (GOLDEN / example / name).read_bytes()


def authored_era(name: str) -> bytes:
    return (AUTHORED / name).read_bytes()


def golden_practice(db: Session, example: str, plans: str = "plans") -> Clinician:
    """Practice, client and both plans of an `expected.json`; each of its claims is filed to the primary."""
    told = facts(example)
    clinician = _clinician(db)
    client = _client(db, clinician, told[plans]["client"], example)
    for rank in ("primary", "secondary"):
        add_plan(db, clinician, client.number, _plan_form(db, clinician, told[plans][rank], rank))
    for claim in told.get("claims", [told]):
        services = claim.get("lines") or told.get("our_lines") or told["steps"][0]["lines"]
        _filed(db, clinician, client, claim["claim"], services, BESIDES[example][1])
    return clinician


def authored_practice(db: Session, claims: dict[str, list[Facts]]) -> Clinician:
    """Evergreen first and Northwind second; the claims by number, as services in the form of an `expected.json`."""
    clinician = _clinician(db)
    told = facts("ex1")["plans"]
    client = _client(db, clinician, told["client"], "ex1")
    for rank in ("primary", "secondary"):
        form = _plan_form(db, clinician, told[rank], rank) | {"effective": "2025-01-01"}
        add_plan(db, clinician, client.number, form)
    for number, services in claims.items():
        _filed(db, clinician, client, number, services, "F41.1")
    return clinician


def service(cpt: str, day: str, charge: str, control: str = "1", units: int = 1) -> Facts:
    return {"cpt": cpt, "date": day, "charge": charge, "control": control, "units": str(units)}


def _clinician(db: Session) -> Clinician:
    practice = filings.practice()
    db.add(practice)
    db.flush()
    rendering = filings.clinician()
    rendering.practice_id, rendering.role = practice.id or 0, Role.OWNER
    db.add(rendering)
    db.flush()
    return rendering


def _client(db: Session, clinician: Clinician, told: Facts, example: str) -> Client:
    street, city, zip_code = BESIDES[example][0]
    first, *middle, last = told["name"].title().split()
    return builders.new_client(
        db, clinician, first_name=first, middle_name=" ".join(middle), last_name=last, sex=told["sex"],
        born=date.fromisoformat(told["born"]), address=street.title(), city=city.title(), zip=zip_code,
    )  # fmt: skip


def _plan_form(db: Session, clinician: Clinician, told: Facts, rank: str) -> Facts:
    payer = Payer(
        practice_id=clinician.practice_id, name=told["payer"].title(), payer_id=told["id"],
        claim_filing=told["claim_filing"],
    )  # fmt: skip
    db.add(payer)
    db.flush()
    first, _, last = told.get("subscriber", "").partition(" ")
    return {
        "payer": str(payer.id), "member_id": told["member_id"], "group_number": told.get("group") or "",
        "relationship": told["relationship"], "secondary": rank == "secondary", "effective": "2026-01-01",
        "msp_type": told.get("msp_type") or "", "sub_first": first, "sub_last": last, "sub_sex": "U",
        "sub_born": told.get("subscriber_born", ""), "sub_address": "31 Quarry Street", "sub_city": "Portland",
        "sub_state": "ME", "sub_zip": "041030000",
    }  # fmt: skip


def _filed(
    db: Session, clinician: Clinician, client: Client, number: str, services: list[Facts], diagnoses: str
) -> Claim:
    form: Facts = {"service_date": services[0]["date"], "place": "11", "rendering": str(clinician.id)}
    codes = diagnoses.split()
    form |= {f"diagnosis-{place}": code for place, code in enumerate(codes)}
    for key, line in enumerate(services):
        modifiers = line.get("modifiers", [])
        form |= {
            f"procedure-{key}": line["cpt"], f"charge-{key}": line["charge"], f"date-{key}": line["date"],
            f"units-{key}": line.get("units", "1") if line.get("units") != "0" else "1",
            f"modifiers-{key}": " ".join(modifiers), f"place-{key}": "10" if "95" in modifiers else "",
        }  # fmt: skip
    lines, diagnosis_keys = _keys(services), _keys(codes)
    claim = start_claim(db, clinician, client.number, form, lines, diagnosis_keys)
    claim.number = number
    for kept, line in zip(service_lines(db, claim), services, strict=True):
        kept.control = line["control"]
    builders.mark_filed(db, claim)
    return claim


def _keys(rows: list) -> tuple[str, ...]:
    return tuple(str(key) for key in range(len(rows)))
