"""The files of the demo practice: what it filed and what payers sent are valid and add up."""

from pathlib import Path

from sqlmodel import Session, col, select

from mbp_claims import clock
from mbp_claims.actions.load_demo import WAITING_FILE, load_demo
from mbp_claims.actions.sync_clearinghouse import sync_clearinghouse
from mbp_claims.db import claims
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.balance import claim_balance, line_balances
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.remittance import EraFile
from mbp_claims.transport.folder import FolderMailbox
from mbp_claims.x12.check_837 import faults
from mbp_claims.x12.era_835 import read_835
from mbp_claims.x12.gate import structure_faults
from tests.conftest import migrated
from tests.desk import Desk

TYPED_IN_PART = {"C-1039", "C-1047"}


def test_every_answer_adds_up_but_the_two_that_were_typed_in_part(db: Session):
    off = set()
    for kept in db.exec(select(Adjudication)):
        claim = db.get_one(Claim, kept.claim_id)
        lines = claims.service_lines(db, claim)
        charges = {line.position: line.charge_cents for line in lines}
        answer = read_answer(db, kept)
        balances = [claim_balance(charges, answer), *line_balances(charges, answer).values()]
        if not all(balance.balanced for balance in balances):
            off.add(claim.number)
    assert off == TYPED_IN_PART


def test_every_filed_claim_has_its_file_written_on_its_day(db: Session):
    sent = {claim.id: claim for claim in db.exec(select(Claim).where(col(Claim.filed_at).is_not(None)))}
    files = list(db.exec(select(ClaimFile)))
    claim_of = {filed.claim_file_id: filed.claim_id for filed in db.exec(select(FiledClaim))}
    assert {claim_of[file.id] for file in files} == set(sent)
    for file in files:
        day = clock.local(sent[claim_of[file.id]].filed_at).date()
        assert f"*{day:%Y%m%d}*" in file.content.split("~")[1]
        assert clock.local(file.created_at).date() == day
    assert len({file.control_number for file in files}) == len(files)


def test_our_own_checks_find_nothing_in_any_file(db: Session):
    assert [faults(file.content) for file in db.exec(select(ClaimFile))] == [[]] * 37


def test_pyx12_finds_nothing_in_a_file_to_each_plan(db: Session):
    """One for each plan: the others say the same of other days."""
    filed = db.exec(select(FiledClaim)).all()
    by_plan = {db.get_one(Claim, f.claim_id).plan_id: db.get_one(ClaimFile, f.claim_file_id) for f in filed}
    assert len(by_plan) == 9
    for file in by_plan.values():
        assert structure_faults(file.content) == [], file.name


def test_every_era_is_a_valid_835_that_adds_up(db: Session):
    for file in db.exec(select(EraFile)):
        assert all(payment.is_balanced for payment in read_835(file.content).payments)
        assert structure_faults(file.content.decode()) == []


def test_the_waiting_era_lies_beside_the_database(folder: Path):
    text = (folder / WAITING_FILE).read_text()
    assert "CLP*C-1051*" in text and "BPR*I*185.6*" in text
    assert structure_faults(text) == []


def test_acknowledgements_wait_in_the_inbox_and_move_two_claims(tmp_path: Path):
    """One is accepted, one sent back with what to mend; sent again it goes as a new claim."""
    url = migrated(f"sqlite:///{tmp_path / 'practice.db'}")
    with transaction(url) as db:
        load_demo(db)
        clinician = first_clinician(db)
    mailbox = FolderMailbox(tmp_path / "clearinghouse" / "1")
    done = sync_clearinghouse(
        Desk(url, clinician).do, connect=lambda _connection: mailbox, pause=lambda _seconds: None
    )  # fmt: skip
    assert (done.collected.acknowledgements, done.collected.left, done.problem) == (3, [], "")
    with reading(url) as db:
        accepted, sent_back = (claims.claim(db, clinician, number) for number in ("C-1050", "C-1053"))
        assert (accepted.status, accepted.payer_control_number) == ("accepted", "U26327340")
        assert (sent_back.status, sent_back.note) == ("rejected", "Diagnosis is not right")
    engine(url).dispose()
