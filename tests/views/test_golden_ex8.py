"""The secondary's own answer to the golden claim, in three worlds: what its page says of the money."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.load_scenario import load_scenario
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import transaction
from mbp_claims.domain.money import format_cents, parse_cents
from mbp_claims.views.claim import ClaimView
from mbp_claims.views.show_claim_page import claim_view

GOLDEN = Path(__file__).parent.parent / "x12" / "files" / "golden"
EX8 = json.loads((GOLDEN / "ex8" / "expected.json").read_text())
NUMBER = EX8["claim"]


@pytest.fixture
def after(request: pytest.FixtureRequest, database_url: str) -> Iterator[tuple[dict, ClaimView]]:
    """The case, and the page of the secondary claim after its file was imported."""
    case = request.param
    with transaction() as db:
        load_scenario(db, "golden-ex1")
        june = first_clinician(db)
        import_and_post(db, june, "primary.835", (GOLDEN / "ex1" / "primary.835").read_bytes())
        file_claim(db, june, f"{NUMBER}-S")
        import_and_post(db, june, case["given"], (GOLDEN / "ex8" / case["given"]).read_bytes())
        yield case, claim_view(open_claim(db, june, f"{NUMBER}-S"))


@pytest.mark.parametrize("after", EX8["cases"], ids=lambda case: case["given"], indirect=True)
def test_the_money_is_where_the_example_says(after: tuple[dict, ClaimView]):
    case, page = after
    amounts = {part.kind: part.amount for part in page.parts}
    gone = parse_cents(EX8["before"]["written_off"]) + parse_cents(case["posted"]["write_off"])
    assert amounts["gone"] == format_cents(gone)
    assert amounts["s"] == format_cents(parse_cents(case["paid"]))
    assert amounts["client"] == format_cents(parse_cents(case["after"]["client_owes"]))
    credit = parse_cents(case["after"]["credit"])
    assert amounts.get("off", "$0.00") == format_cents(credit)
    assert page.equation.state == (f"Overpaid by {format_cents(credit)}" if credit else "Balanced")
    assert page.warning == (f"Overpaid by {format_cents(credit)}." if credit else "")
