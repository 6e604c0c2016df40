"""The demo practice opens at the press of a button, for who sits at this machine."""

from dataclasses import replace

import pytest
from sqlmodel import select
from visitor import Web, left, sessions

from mbp_claims import routes
from mbp_claims.actions.sign_in import NO_DEMO
from mbp_claims.api import answers, asking, http, session
from mbp_claims.db.engine import transaction
from mbp_claims.domain.account import Account


@pytest.fixture
def demo(web: Web) -> Web:
    with transaction() as db:
        db.exec(select(Account)).one().demo = True
    return web


def test_the_demo_practice_opens_at_the_press_of_a_button(demo: Web):
    assert demo.get(routes.SESSION).json()["demo"]
    assert demo.post(routes.SESSION_DEMO).json()["goes_to"] == "/"
    assert left(demo) == 1800


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("10.0.0.7", {}), ("::ffff:10.0.0.7", {}), ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}),
        ("127.0.0.1", {"forwarded": "for=127.0.0.1"}), ("127.0.0.1", {"x-real-ip": "127.0.0.1"}),
        ("127.0.0.1", {"host": "demo.evil.example:3000"}), ("127.0.0.1", {"via": "1.1 proxy"}),
        ("127.0.0.1", {"host": "127.0.0.1.evil.example"}),
    ],
)  # fmt: skip
def test_the_demo_practice_opens_only_for_who_sits_at_this_machine(demo: Web, address: str, headers: dict[str, str]):
    far = Web(http(), headers, address)
    assert not far.get(routes.SESSION).json()["demo"]
    answer = far.post(routes.SESSION_DEMO)
    assert (answer.status_code, answer.json()) == (403, {"problem": NO_DEMO})
    assert sessions() == []


@pytest.mark.parametrize("changed", [{"demo": False}, {"addresses": ("https://claims.example.com",)}])
def test_the_demo_practice_stays_shut_where_the_program_is_for_a_practice(
    demo: Web, monkeypatch: pytest.MonkeyPatch, changed: dict[str, object]
):
    for module in (session, asking, answers):
        monkeypatch.setattr(module, "settings", replace(module.settings, **changed))
    assert demo.post(routes.SESSION_DEMO).status_code == 403


def test_nobodys_account_but_the_demos_opens_without_a_password(web: Web):
    assert web.post(routes.SESSION_DEMO).json()["problem"] == NO_DEMO
    assert sessions() == []
