"""The Documents tab without a browser: what goes in, what would be seen and heard."""

import asyncio
import io

import pytest
from PIL import Image
from sqlmodel import select
from tab import Tab, upload

from mbp_claims import testids
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.keep_document import edit_document
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.document import WORDS, Document
from mbp_claims.domain.news import News
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.document_adding import MOST_FILES, DocumentAddingState
from mbp_claims.state.document_form import DocumentFormState
from mbp_claims.state.documents import DocumentsState
from mbp_claims.ui.document_form import KINDS
from tests import builders

PATH = "/clients/R-0412/documents"
PDF = b"%PDF-1.7 a form startxref"


def photo() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(drawn, "PNG")
    return drawn.getvalue()


@pytest.fixture
def tab(client: Client) -> Tab:
    tab = Tab(PATH)
    tab.do(DocumentsState.load)
    return tab


def names(tab: Tab) -> list[str]:
    return [row.name for row in tab.of(DocumentsState).view.rows]


def refused(tab: Tab) -> list[tuple[str, str]]:
    return [(one.name, one.why) for one in tab.of(DocumentAddingState).refused]


def test_files_are_added_and_each_that_is_not_says_why(tab: Tab):
    heard = tab.do(
        DocumentAddingState.take,
        [
            upload("consent.pdf", PDF), upload("license.png", photo()), upload("waves.gif", b"GIF89a"),
            upload("big.pdf", b"", 11 * 1024 * 1024), upload("copy of consent.pdf", PDF), upload("none.pdf", b""),
        ],
    )  # fmt: skip
    assert heard.said == ["2 documents were added."]
    assert names(tab) == ["License", "Consent"]
    assert [(row.kind, row.shown) for row in tab.of(DocumentsState).view.rows] == [
        ("Photo ID", True), ("Consent form", False),
    ]  # fmt: skip
    assert refused(tab) == [
        ("waves.gif", "The file must be a JPG, PNG, HEIC or PDF"),
        ("big.pdf", "The file must be smaller than 10 MB"),
        ("copy of consent.pdf", "This file is in the chart already: “Consent”, added 11/23/2026"),
        ("none.pdf", "The file is empty"),
    ]
    assert tab.of(DocumentAddingState).adding == ""
    tab.do(DocumentAddingState.forget)
    assert refused(tab) == []


def test_while_files_are_added_it_is_told_and_nothing_is_added_for_nothing(tab: Tab):
    assert not tab.do(DocumentAddingState.take, ["no file"]).said
    assert not tab.do(DocumentAddingState.keep).said
    heard = tab.do(DocumentAddingState.take, [upload("a.pdf", PDF)])
    told = [state.get("adding_rx_state_") for delta in heard.deltas for state in delta.values()]
    assert "Adding the file…" in told and heard.offers_undo


def test_more_files_than_are_taken_at_a_time_are_named(tab: Tab):
    given = [upload(f"{n}.pdf", PDF + bytes([n])) for n in range(MOST_FILES + 1)]
    assert tab.do(DocumentAddingState.take, given).said == [f"{MOST_FILES} documents were added."]
    assert refused(tab) == [(f"{MOST_FILES}.pdf", f"Add up to {MOST_FILES} files at a time")]


def test_what_was_dropped_on_one_chart_is_not_added_to_another(tab: Tab, clinician: Clinician):
    with transaction() as db:
        other = builders.new_client(db, clinician, "R-0500", first_name="Imani", last_name="Cole")
    taking = tab.of(DocumentAddingState)

    async def meanwhile() -> None:
        await taking.take([upload("a.pdf", PDF)])

    asyncio.run(meanwhile())
    tab.go("/clients/R-0500/documents").do(DocumentsState.load)
    tab.do(DocumentAddingState.keep)
    with reading() as db:
        assert db.exec(select(Document)).one().client_id != other.id
    assert names(tab) == []
    # Nor is what is said of its files shown there.
    assert taking.number != tab.of(DocumentsState).view.number


def test_what_was_being_added_when_the_program_ended_is_named(tab: Tab):
    taking = tab.of(DocumentAddingState)

    async def meanwhile() -> None:
        await taking.take([upload("a.pdf", PDF), upload("b.pdf", PDF + b"b")])

    asyncio.run(meanwhile())
    taking._interrupted()
    assert taking.adding == "" and [one.name for one in taking.refused] == ["a.pdf", "b.pdf"]
    assert "started anew" in taking.refused[0].why


def test_a_document_is_put_away_and_undone(tab: Tab):
    tab.do(DocumentAddingState.take, [upload("consent.pdf", PDF)])
    heard = tab.do(DocumentsState.put_away, "1")
    assert heard.said == ["“Consent” was put away."] and names(tab) == []
    view = tab.of(DocumentsState).view
    assert view.away_label == "Put away (1)" and "Put away 11/23/2026 by June Marlow, LCSW" in view.away[0].by
    assert tab.do(DocumentsState.bring_back, *heard.undo).said == ["“Consent” is back."]
    assert names(tab) == ["Consent"]
    assert tab.do(DocumentsState.put_away, "77").refused


def test_it_is_edited_in_its_form_and_a_refusal_stands_beside_the_field(tab: Tab, clinician: Clinician):
    tab.do(DocumentAddingState.take, [upload("consent.pdf", PDF)])
    tab.do(DocumentFormState.open, "1")
    assert tab.of(DocumentFormState).form.name == "Consent"
    heard = tab.do(DocumentFormState.save, {"name": "", "kind": "consent"})
    assert heard.points_at_problem(testids.DOCUMENT_DIALOG)
    assert tab.of(DocumentFormState).form.errors == {"name": "Enter a name for the document"}
    with transaction() as db:
        edit_document(db, clinician, 1, {"name": "Theirs", "kind": "other"})
    form = {"name": "Consent to treatment", "kind": "consent", "note": "Paper"}
    tab.do(DocumentFormState.save, form)
    assert "Save again to keep yours" in tab.of(DocumentFormState).form.errors["form"]
    heard = tab.do(DocumentFormState.save, form)
    assert heard.closes(testids.DOCUMENT_DIALOG) and names(tab) == ["Consent to treatment"]


def test_pictures_are_looked_at_by_their_key_in_this_chart_alone(tab: Tab, clinician: Clinician, client: Client):
    with transaction() as db:
        plan = builders.primary(db, clinician, client)
        keep_card(db, clinician, plan.id or 0, "front", read_card(photo()))
    tab.do(DocumentAddingState.take, [upload("license.png", photo())])
    assert names(tab) == ["License", "Insurance card, Aetna, front"]
    tab.do(DocumentsState.open_preview, "c1")
    shown = tab.of(DocumentsState).preview
    assert (shown.title, shown.below, shown.alt, shown.src) == (
        "Insurance card, front", "Aetna", "Front of Aetna insurance card", "/files/card/1",
    )  # fmt: skip
    tab.do(DocumentsState.open_preview, "d1")
    assert tab.of(DocumentsState).preview.file == "License.png"
    heard = tab.do(DocumentsState.open_preview, "c99")
    assert heard.closes(testids.DOCUMENT_PREVIEW) and heard.refused


def test_a_colleague_sees_what_was_added_at_once(tab: Tab, client: Client):
    other = Tab(PATH)
    other.do(DocumentsState.load)
    tab.do(DocumentAddingState.take, [upload("consent.pdf", PDF)])
    other.hear(News(clients=frozenset({client.id or 0}), charts=frozenset({client.id or 0})))
    assert names(other) == ["Consent"]


def test_the_form_offers_every_kind_in_the_same_words():
    assert [(kind.value, words) for kind, words in WORDS.items()] == list(KINDS)
