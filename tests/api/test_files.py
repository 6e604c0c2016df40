"""Plain HTTP: health, the first address, and files for the one who may have them."""

from collections.abc import Callable

import pytest
from era import COINSURED, Answer, era
from sqlmodel import select
from stranger import Stranger, move_in
from visitor import Web

from mbp_claims import routes
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.keep_document import keep_document, read_document
from mbp_claims.actions.print_claim import keep_paper_terms
from mbp_claims.api import files, http
from mbp_claims.db.engine import transaction
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.base import NOBODY
from tests import builders
from tests.sign_in import cookie_of, session_id_of

PICTURES = {
    "image/png": builders.picture("PNG"), "image/jpeg": builders.picture("JPEG"),
    "application/pdf": b"%PDF-1.7", "image/heic": b"\x00\x00\x00\x18ftypheic" + bytes(9),
}  # fmt: skip
NONSENSE = (
    "0", "-1", "999", "x", "1.0", "1e0", "%31%20", "1;2", "٣", "9" * 30, "9" * 5000, "%00", "null", "1 "
)  # fmt: skip
INLINE = {"image/png", "image/jpeg"}


@pytest.fixture
def web() -> Web:
    """June Marlow's."""
    return Web(http(), {"cookie": cookie_of()})


@pytest.fixture
def filed(clinician: Clinician, client: Client) -> Claim:
    """Aetna's ERA came back for a claim, and its secondary was filed."""
    with transaction() as db:
        builders.both(db, clinician, client)
        claim = builders.filed(db, clinician, client)
        import_and_post(db, clinician, 'Aetna’s remit \r\n"1".835', era(Answer(claim.number, COINSURED)))
        file_claim(db, clinician, f"{claim.number}-S")
        return claim


def card(clinician: Clinician, content: bytes, side: str = "front") -> Card:
    with transaction() as db:
        plan = db.exec(select(builders.InsurancePlan)).first()
        return keep_card(db, clinician, plan.id or 0, side, read_card(content))


def assert_private(headers: dict[str, str]) -> None:
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_it_is_healthy(web: Web):
    assert web.get("/healthz").text == "ok"


def test_an_837_is_downloaded_as_it_was_sent(web: Web, filed: Claim):
    answer = web.get(routes.file_837(1))
    assert answer.status_code == 200
    assert answer.content.startswith(b"ISA*00*")
    assert answer.headers["content-disposition"] == f'attachment; filename="{filed.number}-S.837p"'
    assert answer.headers["content-type"].startswith("application/edi-x12")
    assert_private(answer.headers)


def test_an_835_is_downloaded_byte_for_byte_under_a_name_that_breaks_no_header(web: Web, filed: Claim):
    answer = web.get(routes.file_835(1))
    assert answer.content == era(Answer(filed.number, COINSURED))
    assert answer.headers["content-disposition"] == 'attachment; filename="Aetna_s remit ___1_.835"'
    assert_private(answer.headers)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_card_is_shown_only_where_it_is_a_picture_that_browsers_draw(
    web: Web, clinician: Clinician, filed: Claim, kind: str
):
    kept = card(clinician, PICTURES[kind])
    answer = web.get(routes.file_card(kept.id or 0))
    assert answer.content == read_card(PICTURES[kind]).content
    assert answer.headers["content-type"] == (kind if kind in INLINE else "application/octet-stream")
    way = answer.headers["content-disposition"].partition(";")[0]
    assert way == ("inline" if kind in INLINE else "attachment")
    assert_private(answer.headers)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_document_is_shown_only_where_it_is_a_picture_of_our_drawing(
    web: Web, clinician: Clinician, client: Client, kind: str
):
    sent = PICTURES[kind] + (b" startxref" if kind == "application/pdf" else b"")
    with transaction() as db:
        kept = keep_document(db, clinician, client.number, read_document("Ünïque form.bin", sent))
    answer = web.get(routes.file_document(kept.id or 0))
    assert answer.content == read_document("", sent).content
    assert answer.headers["content-type"] == (kind if kind in INLINE else "application/octet-stream")
    way, _, name = answer.headers["content-disposition"].partition(";")
    assert way == ("inline" if kind in INLINE else "attachment") and name.startswith(' filename="_n_que form.')
    assert_private(answer.headers)


@pytest.fixture
def printed(clinician: Clinician, client: Client) -> Claim:
    """A secondary that was filed on paper."""
    with transaction() as db:
        builders.both(db, clinician, client)
        second = builders.completed(db, clinician, client)[1]
        keep_paper_terms(db, clinician, second.number, {"only": "on"})
        return file_claim(db, clinician, second.number).claim


@pytest.mark.parametrize("address", ["/files/printed/1", "/files/form/2", "/files/eob/1", "/files/test-page"])
def test_what_is_printed_is_a_pdf_that_is_never_cached_under_a_name_of_no_person(
    web: Web, printed: Claim, address: str
):
    answer = web.get(address)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert not {"rowan", "ellis"} & set(answer.headers["content-disposition"].lower().replace(".", "-").split("-"))
    assert_private(answer.headers)


def test_a_form_that_lacks_something_says_what(web: Web, printed: Claim):
    with transaction() as db:
        db.get_one(Client, printed.client_id).city = ""
    answer = web.get(routes.file_form(printed.id or 0))
    assert (answer.status_code, answer.text) == (409, "Add the client’s city")
    assert_private(answer.headers)


ADDRESSES = (
    routes.file_837, routes.file_835, routes.file_card, routes.file_form, routes.file_printed, routes.file_eob,
    routes.file_document,
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_nonsense_is_not_found(web: Web, filed: Claim, address: Callable[[str], str]):
    for file_id in NONSENSE:
        answer = web.get(address(file_id))
        assert (answer.status_code, answer.text) == (404, "Not found"), file_id[:20]


def test_another_practices_files_are_not_found(web: Web, filed: Claim):
    with transaction() as db:
        stranger: Stranger = move_in(db)
    theirs = {
        routes.file_837: stranger.ids["claim_file"], routes.file_835: stranger.ids["remittance"],
        routes.file_card: stranger.ids["card"], routes.file_form: stranger.ids["claim"],
        routes.file_printed: stranger.ids["printed_form"], routes.file_eob: stranger.ids["claim"],
    }  # fmt: skip
    for address, ids in theirs.items():
        assert ids
        for one in ids:
            assert web.get(address(one)).status_code == 404, address(one)


def test_who_is_not_signed_in_gets_no_file(web: Web, filed: Claim):
    assert web.get(routes.file_837(1)).status_code == 200
    for cookie in ("", "mbp-session-3000=", "mbp-session-3000=x", f"mbp-session-3001={session_id_of()}", "=;=;;"):
        web.headers = {"cookie": cookie}
        answer = web.get(routes.file_837(1))
        assert (answer.status_code, answer.text) == (401, NOBODY), cookie
        assert_private(answer.headers)


def test_a_failure_is_told_as_one_and_tells_nothing(
    web: Web, filed: Claim, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def breaks(*_) -> None:  # type: ignore[no-untyped-def]
        raise OSError("Rowan Ellis")

    monkeypatch.setattr("mbp_claims.actions.open_file.files.claim_file", breaks)
    answer = web.get(routes.file_837(1))
    assert (answer.status_code, answer.text) == (503, "The file did not load. Try again.")
    assert "Rowan" not in caplog.text


def test_files_are_only_read(web: Web, filed: Claim):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert web.ask(method, routes.file_837(1)).status_code == 405


def test_there_is_no_other_way_to_a_file(web: Web, filed: Claim):
    for path in ("/files", "/files/837", "/files/837/1/x", "/files/837/../../etc/passwd", "/files/x/1"):
        assert web.get(path).status_code == 404, path


def test_what_is_handed_out_is_in_the_trail_once_in_some_minutes(web: Web, filed: Claim):
    for _ in range(2):
        assert web.get(routes.file_835(1)).status_code == 200
        assert web.get(routes.file_eob(filed.id or 0)).status_code == 200
    with transaction() as db:
        read = [(one.what, one.claim_id) for one in db.exec(select(Activity).where(Activity.kind == Kind.READ))]
    assert [claim for _, claim in read] == [None, filed.id]
    assert read[1][0] == f"{filed.number}: EOB printed"


def test_what_cannot_be_recorded_is_not_handed_out(web: Web, filed: Claim, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(files, "record_seen", refuse)
    answer = web.get(routes.file_eob(filed.id or 0))
    assert (answer.status_code, answer.text) == (503, "The file did not load. Try again.")


@pytest.mark.parametrize("address", [routes.FILE_MONEY, routes.FILE_AGING])
def test_the_money_is_a_private_sheet_of_who_asks_and_the_trail_has_that_it_left(
    web: Web, filed: Claim, address: str
):
    answer = web.get(f"{address}?from=2026-01&to=%00&payer=&x=1")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    assert b"23.20" in answer.content
    assert_private(answer.headers)
    with transaction() as db:
        told = db.exec(select(Activity).where(Activity.kind == Kind.READ)).all()
        assert [one.what.endswith("exported") for one in told] == [True]
    assert Web(http()).get(address).status_code == 401
