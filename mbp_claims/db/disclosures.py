"""What left the practice about a client: recorded by hand, and what the program sent."""

from sqlmodel import Session, col, select

from mbp_claims.clock import local
from mbp_claims.db.own import own
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import show_day
from mbp_claims.domain.delivery import Delivery, DeliveryState
from mbp_claims.domain.disclosure import Disclosed, Disclosure, Purpose
from mbp_claims.domain.paper_terms import PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician

CLAIM = "Claim {}: name, birth date, address, member ID, diagnoses, services of {} and charges"
FREQUENCIES = {"1": "", "7": " (replacement)", "8": " (void)"}


def disclosure(db: Session, clinician: Clinician, disclosure_id: int) -> Disclosure:
    """NotFound when it is another practice's."""
    return own(db, clinician, Disclosure, disclosure_id)


def rows(db: Session, client: Client) -> list[Disclosure]:
    """What was recorded of a client that was loaded through the clinician."""
    return list(db.exec(select(Disclosure).where(Disclosure.client_id == client.id).order_by(col(Disclosure.id))))


def recorded(db: Session, client: Client) -> list[Disclosed]:
    """The same as lines of the accounting."""
    return [
        Disclosed(
            one.day, one.recipient, one.address, one.what, one.why, Purpose(one.purpose), one.recorded_by, one.id or 0,
            one.wrong_at is not None,
        )
        for one in rows(db, client)
    ]  # fmt: skip


def sent_files(db: Session, client: Client) -> list[Disclosed]:
    """Claims that left in 837 files: those that arrived, and those that may have."""
    found = db.exec(
        select(FiledClaim, Claim, ClaimFile, Payer, Delivery)
        .join(Claim, col(Claim.id) == FiledClaim.claim_id)
        .join(ClaimFile, col(ClaimFile.id) == FiledClaim.claim_file_id)
        .join(InsurancePlan, col(InsurancePlan.id) == Claim.plan_id)
        .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
        .outerjoin(Delivery, col(Delivery.claim_file_id) == ClaimFile.id)
        .where(Claim.client_id == client.id, col(ClaimFile.taken_back_at).is_(None))
    )
    return [
        Disclosed(
            local(_left_at(file, delivery)).date(), f"{payer.name}, through the clearinghouse", "",
            f"{CLAIM.format(claim.number, show_day(claim.service_from))}{FREQUENCIES.get(filed.frequency, '')}",
            f"To be paid. File {file.name}", Purpose.PAYMENT, file.created_by,
        )
        for filed, claim, file, payer, delivery in found
        if delivery is None or delivery.state == DeliveryState.SENT or delivery.may_have_left
    ]  # fmt: skip


def _left_at(file: ClaimFile, delivery: Delivery | None):  # type: ignore[no-untyped-def]
    return delivery.sent_at if delivery and delivery.sent_at else file.created_at


def sent_forms(db: Session, client: Client) -> list[Disclosed]:
    """Claims that were filed on paper."""
    found = db.exec(
        select(PrintedForm, Claim, Payer, PaperTerms)
        .join(Claim, col(Claim.id) == PrintedForm.claim_id)
        .join(InsurancePlan, col(InsurancePlan.id) == Claim.plan_id)
        .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
        .outerjoin(
            PaperTerms, (col(PaperTerms.payer_id) == Payer.id) & (col(PaperTerms.practice_id) == Claim.practice_id)
        )
        .where(Claim.client_id == client.id)
    )
    return [
        Disclosed(
            local(form.created_at).date(), payer.name, " ".join(terms.address.split()) if terms else "",
            CLAIM.format(claim.number, show_day(claim.service_from)), f"To be paid. On paper, {form.name}",
            Purpose.PAYMENT, form.created_by,
        )
        for form, claim, payer, terms in found
    ]  # fmt: skip
