"""Files in a chart: kept as they may be, named, put away and brought back; nothing is erased, and the trail knows."""

import hashlib
import io
import json
import zipfile

import pytest
from PIL import Image

from mbp_claims.actions.export_record import open_record, prepare_export
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.keep_document import (
    bring_back_document,
    edit_document,
    keep_document,
    put_away_document,
    read_document,
)
from mbp_claims.actions.open_documents import list_documents, open_document
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.changed import ChangedSince
from mbp_claims.domain.client import Client
from mbp_claims.domain.document import Document
from mbp_claims.domain.roles import Role
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk, as_another

PDF = b"%PDF-1.7 a form startxref"
FORM = {"name": "Consent to treatment", "kind": "consent", "note": "Signed on paper"}


def photo(kind: str = "JPEG") -> bytes:
    """With a place in it, as phones write it."""
    drawn, told = io.BytesIO(), Image.Exif()
    told[0x010E] = "27 Thistledown Row"
    Image.new("RGB", (40, 20), "teal").save(drawn, kind, exif=told)
    return drawn.getvalue()


@pytest.fixture
def consent(desk: Desk, client: Client) -> Document:
    return desk.do(keep_document, client.number, read_document("consent.pdf", PDF))


def test_a_pdf_is_kept_as_it_came_and_given_as_an_attachment_of_no_kind(desk: Desk, consent: Document):
    opened = desk.look(open_document, consent.id)
    assert (opened.content, opened.name) == (PDF, "Consent.pdf")
    assert (opened.media_type, opened.inline) == ("application/octet-stream", False)
    assert opened.seen.what == "Document “Consent” opened" and opened.seen.client_id == consent.client_id


def test_a_picture_is_drawn_anew_and_shown(desk: Desk, client: Client):
    sent = photo()
    assert b"Thistledown" in sent
    kept = desk.do(keep_document, client.number, read_document("license.jpg", sent))
    opened = desk.look(open_document, kept.id)
    assert b"Thistledown" not in opened.content and opened.inline and opened.media_type == "image/jpeg"
    assert (kept.kind, kept.size) == ("photo_id", len(opened.content))
    assert kept.digest == hashlib.sha256(sent).hexdigest()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"GIF89a", "The file must be a JPG, PNG, HEIC or PDF"),
        (b"<svg onload=alert(1)>", "The file must be a JPG, PNG, HEIC or PDF"),
        (PDF.ljust(10 * 1024 * 1024 + 1), "The file must be smaller than 10 MB"),
        (photo()[:200], "The picture is damaged"),
        (b"%PDF-1.7", "The PDF is damaged or was cut short"),
    ],
)
def test_what_cannot_be_kept_is_told_in_a_sentence(content: bytes, sentence: str):
    with pytest.raises(RuleViolation, match=sentence):
        read_document("consent.pdf", content)


def test_the_list_tells_name_kind_size_and_who_and_has_the_cards(desk: Desk, client: Client, consent: Document):
    plan = desk.do(builders.primary, client)
    for side in ("back", "front"):
        desk.do(keep_card, plan.id, side, read_card(photo("PNG")))
    found = desk.look(list_documents, client.number)
    (line,) = found.kept
    assert (line.name, line.kind, line.size) == ("Consent", "consent", len(PDF))
    assert line.added_by == desk.clinician.signature
    assert [(one.payer, one.side, one.media_type) for one in found.cards] == [
        ("Aetna", "front", "image/png"), ("Aetna", "back", "image/png"),
    ]  # fmt: skip
    assert found.cards[0].size == len(read_card(photo("PNG")).content)


def test_the_same_file_is_kept_once_until_it_is_put_away(desk: Desk, client: Client, consent: Document):
    again = read_document("again.pdf", PDF)
    refusal = desk.refused(keep_document, client.number, again)
    assert refusal.sentence == "This file is in the chart already: “Consent”, added 11/23/2026"
    desk.do(put_away_document, consent.id)
    desk.do(keep_document, client.number, again)
    assert "in the chart already: “Again”" in desk.refused(bring_back_document, consent.id).sentence


def test_it_is_named_put_away_and_brought_back_and_the_trail_tells_all_of_it(desk: Desk, consent: Document):
    desk.do(edit_document, consent.id, FORM, consent.version)
    desk.do(put_away_document, consent.id)
    before = desk.everything()
    desk.do(put_away_document, consent.id)
    assert desk.everything() == before
    assert "Bring it back before" in desk.refused(edit_document, consent.id, FORM).sentence
    (away,) = desk.look(list_documents, desk.one(Client).number).away
    assert away.removed_by == desk.clinician.signature
    desk.do(bring_back_document, consent.id)
    kept = desk.one(Document)
    assert (kept.name, kept.note, kept.removed_at, kept.content) == (FORM["name"], FORM["note"], None, PDF)
    assert desk.trail[-4:] == [
        ("Document “Consent” added", "", ""),
        ("Document “Consent to treatment” changed", "name: Consent; note: —",
         "name: Consent to treatment; note: Signed on paper"),
        ("Document “Consent to treatment” put away", "", ""),
        ("Document “Consent to treatment” brought back", "", ""),
    ]  # fmt: skip


def test_who_saves_after_another_is_told_what_the_other_did(desk: Desk, consent: Document):
    desk.do(edit_document, consent.id, FORM, 1)
    refusal = desk.refused(edit_document, consent.id, FORM | {"name": "Form"}, 1)
    assert isinstance(refusal, ChangedSince) and "name: Consent to treatment; note: Signed on paper" in refusal.sentence
    desk.do(edit_document, consent.id, FORM | {"name": "Form"}, refusal.version)
    assert desk.one(Document).name == "Form"


def test_documents_are_the_practices_own_and_a_clinician_sees_those_of_her_clients(desk: Desk, consent: Document):
    number = desk.one(Client).number
    priya = desk.do(
        lambda db, who: builders.new_clinician(db, practice_of(db, who), first_name="Priya", role=Role.CLINICIAN)
    )
    for other in (as_another(desk, builders.stranger), Desk(desk.url, priya)):
        before = desk.everything()
        for verb, told in (
            (put_away_document, consent.id), (edit_document, consent.id), (list_documents, number),
            (keep_document, number), (open_document, consent.id),
        ):  # fmt: skip
            more = {edit_document: (FORM,), keep_document: (read_document("b.pdf", PDF + b"b"),)}.get(verb, ())
            with pytest.raises(NotFound):
                other.do(verb, told, *more)
        assert desk.everything() == before


def test_the_whole_record_has_them_also_what_was_put_away(desk: Desk, client: Client, consent: Document):
    desk.do(edit_document, consent.id, FORM)
    desk.do(put_away_document, consent.id)
    kept = desk.do(prepare_export, client.number, {"recipient": "Rowan Ellis", "purpose": "client"})
    with zipfile.ZipFile(io.BytesIO(b"".join(desk.look(open_record, kept.id).chunks))) as whole:
        told = json.loads(whole.read("record.json"))
        assert whole.read(f"documents/{consent.id}-Consent_to_treatment.pdf") == PDF
    (one,) = told["documents"]
    assert (one["name"], one["note"], bool(one["removed_at"])) == (FORM["name"], FORM["note"], True)
    assert "content" not in one and any(file["name"].startswith("documents/") for file in told["files"])
