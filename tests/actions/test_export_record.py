"""A client's whole record: everything of hers, and nothing of anybody else's, wherever they stand in one file."""

import io
import json
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from era import COINSURED, Answer, era
from sqlmodel import Session

from mbp_claims.actions.disclose import mark_wrong, record_disclosure
from mbp_claims.actions.export_record import open_record, prepare_export
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.clock import as_of, now
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from tests import builders
from tests.desk import Desk, as_another

WHO = {"recipient": "Rowan Ellis", "address": "27 Thistledown Row", "purpose": "client"}
OTHERS = (
    "Zebulon", "ZEBULON", "Quartermaine", "QUARTERMAINE", "X99887766", "19770707", "1977-07-07", "Nightshade",
    "NIGHTSHADE", "R-0999",
)  # fmt: skip


@pytest.fixture
def both_filed(desk: Desk, client: Client) -> Desk:
    """Rowan's and Zebulon's claims went out in one 837, and were answered in one 835."""
    other = desk.do(
        lambda db, who: builders.new_client(
            db, who, "R-0999", first_name="Zebulon", last_name="Quartermaine", born=builders.date(1977, 7, 7),
            address="9 Nightshade Way", sex="M",
        )
    )  # fmt: skip
    plan = desk.do(builders.primary, client)
    desk.do(builders.primary, other, member_id="X99887766")
    desk.do(keep_card, plan.id, "front", read_card(b"%PDF-1.7 the card"))
    numbers = [desk.do(builders.started, one).number for one in (other, client, other)]
    filed = desk.do(lambda db, who: file_batch(db, who, check_batch(read_batch(db, who, numbers))))
    assert not filed.left
    desk.send()
    answers = [Answer(number, COINSURED) for number in numbers]
    desk.do(import_and_post, "a.835", era(*answers))
    desk.do(record_disclosure, client.number, {
        "day": "11/03/2026", "recipient": "Superior Court", "what": "Dates", "purpose": "court", "why": "Subpoena",
    })  # fmt: skip
    return desk


def exported(desk: Desk, client: Client) -> zipfile.ZipFile:
    kept = desk.do(prepare_export, client.number, WHO)
    return zipfile.ZipFile(io.BytesIO(b"".join(desk.look(open_record, kept.id).chunks)))


def test_all_that_is_kept_is_there_with_its_files(both_filed: Desk, client: Client):
    whole = exported(both_filed, client)
    told = json.loads(whole.read("record.json"))
    assert told["format"] == "mbp-claims client record 1"
    assert (told["client"]["last_name"], told["client"]["born"]) == ("Ellis", "1988-03-14")
    (claim,) = told["claims"]
    assert (claim["charge_cents"], [line["procedure"] for line in claim["lines"]]) == (16000, ["90837"])
    (answer,) = claim["answers"]
    assert answer["paid_cents"] == 9280
    assert [(one["group_code"], one["reason_code"], one["amount_cents"]) for one in answer["adjustments"]] == [
        ("CO", "45", 4400), ("PR", "2", 2320),
    ]  # fmt: skip
    assert sum(one["cents"] for one in claim["ledger"] if one["account"] == "paid") == 9280
    (payment,) = told["payments"]
    assert payment["said"]["claim_number"] == claim["number"]
    assert {one["recipient"] for one in told["disclosures"]} == {"Superior Court", "Rowan Ellis"}
    assert [one["payer"]["name"] for one in told["plans"]] == ["Aetna"]
    assert any("was created" in one["what"] for one in told["history"])
    names = {one["name"]: one["bytes"] for one in told["files"]}
    assert {name.partition("/")[0] for name in names} == {"837", "835", "cards"}
    assert {*names, "record.json"} == set(whole.namelist())
    assert all(len(whole.read(name)) == size for name, size in names.items())
    (card,) = (whole.read(name) for name in names if name.startswith("cards/"))
    assert card == b"%PDF-1.7 the card"


def test_nothing_of_anybody_else_is_in_it(both_filed: Desk, client: Client):
    whole = exported(both_filed, client)
    everything = b"\n".join(whole.read(name) for name in whole.namelist()).decode("utf-8", "replace")
    assert [word for word in OTHERS if word in everything + "".join(whole.namelist())] == []
    (name,) = (one for one in whole.namelist() if one.startswith("837/"))
    part = whole.read(name).decode()
    assert name.endswith(".part.txt")
    assert part.count("CLM*") == 1 and "ELLIS" in part and part.startswith("ISA*")
    (name,) = (one for one in whole.namelist() if one.startswith("835/"))
    answered = whole.read(name).decode()
    assert answered.count("CLP*") == 1 and "BPR*" not in answered


def test_a_file_with_nobody_else_in_it_is_there_as_it_was_sent(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    desk.do(lambda db, who: file_batch(db, who, check_batch(read_batch(db, who, [number]))))
    (name,) = (one for one in exported(desk, client).namelist() if one.startswith("837/"))
    assert name.endswith(".837p")


def test_it_is_recorded_before_it_is_given_and_given_for_a_quarter_of_an_hour(desk: Desk, client: Client):
    kept = desk.do(prepare_export, client.number, WHO)
    entry = desk.one(Activity, Activity.kind == Kind.DISCLOSURE)
    assert entry.what.startswith("Disclosed to Rowan Ellis: The whole record")
    assert desk.look(open_record, kept.id).seen.what == "Record downloaded, for Rowan Ellis"
    with as_of(now() + timedelta(minutes=16)), pytest.raises(NotFound):
        desk.look(open_record, kept.id)
    desk.do(mark_wrong, kept.id)
    with pytest.raises(NotFound):
        desk.look(open_record, kept.id)


def test_another_disclosure_gives_no_record(both_filed: Desk, client: Client):
    with pytest.raises(NotFound):
        both_filed.look(open_record, 1)


def test_who_gets_it_must_be_said(desk: Desk, client: Client):
    assert list(desk.refused(prepare_export, client.number, {"purpose": "client"}).fields) == ["recipient"]
    assert "purpose" in desk.refused(prepare_export, client.number, "nonsense").fields


def test_it_is_given_to_nobody_who_may_not_see_the_client(desk: Desk, client: Client, practice):  # type: ignore[no-untyped-def]
    kept = desk.do(prepare_export, client.number, WHO)

    def colleague(db: Session) -> Clinician:
        return builders.new_clinician(db, practice, first_name="Priya", role=Role.CLINICIAN)

    for other in (as_another(desk, builders.stranger), as_another(desk, colleague)):
        for verb, told in ((open_record, (kept.id,)), (prepare_export, (client.number, WHO))):
            with pytest.raises(NotFound):
                other.do(verb, *told)


def test_no_copy_of_it_stays_on_the_disk(desk: Desk, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = desk.do(prepare_export, client.number, WHO)
    opened = desk.look(open_record, kept.id)
    before = {path.name for path in tmp_path.iterdir()}
    assert b"".join(opened.chunks).startswith(b"PK")
    assert not [name for name in before | {path.name for path in tmp_path.iterdir()} if "mbp-record" in name]
