"""Nobody is given a record of another practice, whatever id or number they ask for."""

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from sqlmodel import Session

from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.db import (
    answers,
    claim_rows,
    claims,
    clients,
    clinicians,
    families,
    files,
    paper,
    payers,
    plans,
    postings,
    remittances,
    trail,
)
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim
from tests import builders

THEN = datetime(2026, 11, 12, 21, tzinfo=UTC)
PAID_ON = date(2026, 11, 12)


@pytest.fixture
def ours(db: Session, clinician: Clinician, client: Client) -> SimpleNamespace:
    """One record of each kind, of our practice."""
    plan = builders.primary(db, clinician, client)
    card = keep_card(db, clinician, plan.id, "front", read_card(b"%PDF-1.7"))
    claim, _ = builders.completed(db, clinician, client)
    own = Payer(practice_id=clinician.practice_id, name="Blue Spruce Health", payer_id="BSH01")
    era = EraFile(
        practice_id=clinician.practice_id, name="a.835", content=b"ISA", digest="d", imported_at=THEN, imported_by="J"
    )
    db.add_all([own, era])
    db.flush()
    paid = Remittance(
        practice_id=clinician.practice_id, era_file_id=era.id, payer_name="AETNA", payer_identifier="60054",
        trace="88120457", paid_on=PAID_ON, total_cents=9280, imported_at=THEN, waiting=1,
    )  # fmt: skip
    file = ClaimFile(
        practice_id=clinician.practice_id, name="a.837p", content="ISA", control_number=1,
        created_at=THEN, created_by="J",
    )  # fmt: skip
    form = PrintedForm(
        practice_id=clinician.practice_id, claim_id=claim.id, name="a.pdf", content=b"%PDF", created_at=THEN,
        created_by="J",
    )  # fmt: skip
    terms = PaperTerms(practice_id=clinician.practice_id, payer_id=own.id, address="PO Box 188061")
    db.add_all([paid, file, form, terms, FormPrinter(practice_id=clinician.practice_id, right=5)])
    db.flush()
    row = {"claim_number": "C-9", "status_code": "1", "charge_cents": 1, "paid_cents": 1}
    line = RemittanceClaim(**row, remittance_id=paid.id, position=1, outcome=Outcome.NOT_MATCHED)
    posting = Posting(practice_id=clinician.practice_id, kind=Kind.POST, at=THEN, who="J")
    db.add_all([line, posting])
    db.flush()
    return SimpleNamespace(
        client=client, plan=plan, card=card, claim=claim, payer=own, era=era, remittance=paid, file=file,
        clinician=clinician, form=form, line=line, posting=posting,
    )  # fmt: skip


Asked = Callable[[Session, Clinician, SimpleNamespace], object]
BY_NAME: dict[str, Asked] = {
    "clinicians.colleague": lambda db, who, of: clinicians.colleague(db, who, of.clinician.id),
    "clients.client": lambda db, who, of: clients.client(db, who, of.client.number),
    "clients.client_by_id": lambda db, who, of: clients.client_by_id(db, who, of.client.id),
    "plans.plan": lambda db, who, of: plans.plan(db, who, of.plan.id),
    "plans.card": lambda db, who, of: plans.card(db, who, of.card.id),
    "claims.claim": lambda db, who, of: claims.claim(db, who, of.claim.number),
    "payers.payer": lambda db, who, of: payers.payer(db, who, of.payer.id),
    "remittances.era_file": lambda db, who, of: remittances.era_file(db, who, of.era.id),
    "remittances.era_file_label": lambda db, who, of: remittances.era_file_label(db, who, of.era.id),
    "remittances.remittance": lambda db, who, of: remittances.remittance(db, who, of.remittance.id),
    "remittances.remittance_claim": lambda db, who, of: remittances.remittance_claim(db, who, of.line.id),
    "postings.posting": lambda db, who, of: postings.posting(db, who, of.posting.id),
    "files.claim_file": lambda db, who, of: files.claim_file(db, who, of.file.id),
    "claims.claim_by_id": lambda db, who, of: claims.claim_by_id(db, who, of.claim.id),
    "paper.printed_form": lambda db, who, of: paper.printed_form(db, who, of.form.id),
}
SEARCHES: dict[str, Asked] = {
    "clinicians.colleagues": lambda db, who, of: [c for c in clinicians.colleagues(db, who) if c.id == of.clinician.id],
    "clients.client_page": lambda db, who, of: clients.client_page(db, who).total,
    "claims.claim_page": lambda db, who, of: claims.claim_page(db, who, ClaimQuery("filed", of.client.id)).total,
    "claims.claim_totals": lambda db, who, of: claims.claim_totals(db, who, ClaimQuery("filed", of.client.id))[0],
    "claims.claims_by_number": lambda db, who, of: claims.claims_by_number(db, who, [of.claim.number]),
    "claims.ready_numbers": lambda db, who, of: claims.ready_numbers(db, who),
    "claims.pending_count": lambda db, who, of: claims.pending_count(db, who),
    "claim_rows.parts_of_services": lambda db, who, of: claim_rows.parts_of_services(db, who, of.claim.number),
    "claim_rows.claim_counts": lambda db, who, of: claim_rows.claim_counts(db, who, of.client.id).filed,
    "payers.payers": lambda db, who, of: [p for p in payers.payers(db, who) if p.id == of.payer.id],
    "payers.billed_payers": lambda db, who, of: payers.billed_payers(db, who),
    "payers.names_by_identifier": lambda db, who, of: payers.names_by_identifier(db, who, {of.payer.payer_id}),
    "paper.paper_terms": lambda db, who, of: paper.paper_terms(db, who, of.payer).address,
    "paper.form_printer": lambda db, who, of: paper.form_printer(db, who).right,
    "payers.own_payer": lambda db, who, of: payers.own_payer(db, who, of.payer.name),
    "remittances.era_file_by_digest": lambda db, who, of: remittances.era_file_by_digest(db, who, "d"),
    "remittances.same_payment": lambda db, who, of: remittances.same_payment(
        db, who, "60054", "88120457", PAID_ON, 9280
    ),
    "remittances.first_and_last_day": lambda db, who, of: remittances.first_and_last_day(db, who, "60054"),
    "remittances.payer_name": lambda db, who, of: remittances.payer_name(db, who, "60054"),
    "remittances.payments_of": lambda db, who, of: remittances.payments_of(db, who, "60054", PAID_ON, PAID_ON),
    "families.claims_by_number": lambda db, who, of: families.claims_by_number(db, who, {of.claim.number}),
    "families.claims_of_day": lambda db, who, of: families.claims_of_day(
        db, who, of.claim.service_from, of.claim.charge_cents
    ),
    "families.claims_of_members": lambda db, who, of: families.claims_of_members(db, who, {of.plan.member_id}),
    "families.families": lambda db, who, of: families.families(db, who, {of.claim.id}),
    "remittances.remittances": lambda db, who, of: remittances.remittances(db, who)[0],
    "remittances.to_review": lambda db, who, of: remittances.to_review(db, who),
    "trail.claim_trail": lambda db, who, of: trail.claim_trail(db, who, [of.claim.id]),
    "trail.status_before": lambda db, who, of: trail.status_before(db, who, of.claim, "filed"),
}
OF_ONESELF = {"clinicians.practice_of", "clinicians.one_at_a_time"}
WRITERS = {
    "trail.record", "trail.record_claim", "answers.save_answer"
}  # fmt: skip
MODULES = (
    answers, claim_rows, claims, clients, clinicians, families, files, paper, payers, plans, postings, remittances,
    trail,
)  # fmt: skip


@pytest.mark.parametrize("loader", BY_NAME)
def test_a_record_of_another_practice_is_not_there(db: Session, ours: SimpleNamespace, loader: str):
    assert BY_NAME[loader](db, ours.clinician, ours)
    with pytest.raises(NotFound):
        BY_NAME[loader](db, builders.stranger(db), ours)


@pytest.mark.parametrize("search", SEARCHES)
def test_nothing_of_another_practice_is_found(db: Session, ours: SimpleNamespace, search: str):
    builders.started(db, ours.clinician, ours.client)
    assert SEARCHES[search](db, ours.clinician, ours) or search == "trail.status_before"
    assert not SEARCHES[search](db, builders.stranger(db), ours)


def test_every_loader_that_takes_the_clinician_is_asked_here():
    asked = BY_NAME.keys() | SEARCHES.keys() | OF_ONESELF | WRITERS
    assert {name for module in MODULES for name in _loaders(module)} == asked


def _loaders(module: object) -> set[str]:
    short = module.__name__.rpartition(".")[2]
    return {
        f"{short}.{name}"
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        and list(inspect.signature(function).parameters)[:2] == ["db", "clinician"]
    }  # fmt: skip


@pytest.mark.parametrize("record_id", [0, -1, 2**31, 2**63, 10**30, 999_999])
def test_an_id_that_no_record_has_is_not_there(db: Session, clinician: Clinician, record_id: int):
    for loader in (plans.plan, plans.card, payers.payer, remittances.remittance, files.claim_file):
        with pytest.raises(NotFound):
            loader(db, clinician, record_id)


@pytest.mark.parametrize("number", ["", "R-9999", "\ud800", "R-0412\x00", "' OR 1=1 --"])
def test_a_number_that_no_record_has_is_not_there(db: Session, clinician: Clinician, number: str):
    with pytest.raises(NotFound):
        clients.client(db, clinician, f"{number}x")
    with pytest.raises(NotFound):
        claims.claim(db, clinician, number)
