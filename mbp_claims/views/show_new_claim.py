"""The New Claim form told in words: proposed from the client's last claim."""

from dataclasses import replace
from datetime import date

from mbp_claims.domain.claim_facts import NewClaim
from mbp_claims.domain.codes import icd10_shown
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import plain_cents
from mbp_claims.views.form import Option
from mbp_claims.views.new_claim import DiagnosisRow, NewClaimView, NewLineRow

OFFICE = "11"


def new_claim_view(new: NewClaim, today: date, key: str) -> NewClaimView:
    """Services, diagnoses, place and provider of the last claim; today as the date."""
    latest = new.latest
    lines = [
        NewLineRow(
            f"l{line.position}", "", line.procedure, line.modifiers, str(line.units), plain_cents(line.charge_cents),
            line.place_of_service, "", line.pointers,
        )
        for line in new.lines
    ] or [NewLineRow("l1", "")]  # fmt: skip
    codes = (latest.diagnosis_codes if latest else []) or [""]
    diagnoses = [DiagnosisRow(f"d{number}", "", icd10_shown(code)) for number, code in enumerate(codes, 1)]
    return NewClaimView(
        key=key, client=new.client.name, service_date=show_day(today), rendering=_rendering(new),
        clinicians=[Option(str(one.id), one.signature) for one in new.colleagues],
        diagnoses=numbered_diagnoses(diagnoses),
        lines=numbered_lines(lines), place=latest.place_of_service if latest else OFFICE,
    )  # fmt: skip


def _rendering(new: NewClaim) -> str:
    """Who did it the last time; else whose client it is."""
    if new.latest:
        return str(new.latest.rendering_id)
    ids = [one.id for one in new.colleagues]
    return str(new.client.clinician_id if new.client.clinician_id in ids else next(iter(ids), ""))


def edit_claim_view(claim: NewClaim, key: str) -> NewClaimView:
    """The form as the claim stands: its own date, number and authorization; a line's own day where it differs."""
    assert claim.latest
    view = new_claim_view(claim, claim.latest.service_from, key)
    own = [line.service_date != claim.latest.service_from for line in claim.lines]
    rows = [
        replace(row, date=show_day(line.service_date) if differs else "")
        for row, line, differs in zip(view.lines, claim.lines, own, strict=True)
    ]
    return replace(
        view, number=claim.latest.number, lines=rows, prior_authorization=claim.latest.prior_authorization
    )


def numbered_lines(rows: list[NewLineRow]) -> list[NewLineRow]:
    return [replace(row, number=str(number)) for number, row in enumerate(rows, 1)]


def numbered_diagnoses(rows: list[DiagnosisRow]) -> list[DiagnosisRow]:
    return [replace(row, number=str(number)) for number, row in enumerate(rows, 1)]
