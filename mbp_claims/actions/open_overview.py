"""The first page of a client's chart."""

from datetime import date

from sqlmodel import Session

from mbp_claims.actions.list_claims import facts_of
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.open_ledger import open_client_balance
from mbp_claims.clock import today
from mbp_claims.db import charges, claim_rows, claims, clinicians, trail, worklist
from mbp_claims.domain.overview import Overview
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.worklist import Sum


def open_overview(db: Session, clinician: Clinician, number: str) -> Overview:
    """NotFound when there is no such client in this practice."""
    chart = open_chart(db, clinician, number)
    client, day = chart.client, today()
    ready, ready_sum = worklist.ready(db, clinician, client)
    look, look_sum = worklist.to_look_at(db, clinician, client)
    shown = {one.claim.number: one for one in facts_of(db, clinician, [*ready, *look])}
    counts = claim_rows.claim_counts(db, clinician, client.id)
    latest = claims.latest_claim(db, client)
    return Overview(
        chart, clinicians.colleague(db, clinician, client.clinician_id), Sum(counts.pending, counts.to_bill_cents),
        tuple(shown[claim.number] for claim in ready), ready_sum, tuple(shown[claim.number] for claim in look),
        look_sum, tuple(worklist.waiting_on_payers(db, clinician, client)),
        open_client_balance(db, clinician, number), latest,
        tuple(claims.service_lines(db, latest)) if latest else (),
        charges.of_client(db, clinician, client, date(day.year, 1, 1), date(day.year, 12, 31)),
        tuple(trail.client_trail(db, clinician, client)),
    )  # fmt: skip
