"""TLS by a real nginx, set up as docs/behind-a-proxy.md says."""

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from mbp_claims import routes
from mbp_claims.actions.passwords import hash_password
from mbp_claims.db.engine import reading
from mbp_claims.domain.account import Account
from mbp_claims.domain.user_session import UserSession
from mbp_claims.launch.door import FROM_ELSEWHERE, NOT_OURS
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.nginx import Nginx
from tests.e2e.practice import PracticeUnderTest, free_port
from tests.sign_in import everybody_signed_in, session_id_of

EMAIL, PASSWORD = "june@quietcove.example", "four larks above the landing"
COOKIE = "__Host-mbp-session"
HERS, ANOTHERS = "127.0.0.5", "127.0.0.7"
MADE_UP = {"X-Forwarded-For": "6.6.6.6", "Forwarded": "for=6.6.6.6", "X-Real-IP": "6.6.6.6"}


@dataclass
class Site:
    """`address` is what a browser calls it."""

    practice: PracticeUnderTest
    nginx: Nginx

    @property
    def address(self) -> str:
        return self.practice.address

    def ask(self, method: str, path: str, from_address: str = HERS, **how: object) -> httpx.Response:
        """Through nginx, from one of this machine's addresses, believing the certificate that was made for it."""
        trusted = ssl.create_default_context(cafile=str(self.nginx.folder / "certificate.pem"))
        way = httpx.HTTPTransport(verify=trusted, local_address=from_address)
        with httpx.Client(transport=way, base_url=self.address) as client:
            return client.request(method, path, **how)  # type: ignore[arg-type]

    def sign_in(self, from_address: str, **headers: str) -> httpx.Response:
        form = {"email": EMAIL, "password": PASSWORD, "back": ""}
        told = {"Origin": self.address, **headers}
        return self.ask("POST", routes.SESSION_SIGN_IN, from_address, data=form, headers=told)

    def last_address(self) -> str:
        """From where somebody signed in last, as the database has it."""
        with reading(self.practice.url) as db:
            return db.exec(select(UserSession).order_by(col(UserSession.id).desc())).first().address


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    practice = PracticeUnderTest(folder, MBP_ADDRESS=f"https://localhost:{port}", MBP_TEST_MODE="0")
    nginx = Nginx(folder, port, practice.port)
    nginx.start()
    with practice.transaction() as db:
        everybody_signed_in(db)
        account = db.exec(select(Account)).first()
        account.email, account.password_hash = EMAIL, hash_password(PASSWORD)
    yield Site(practice, nginx)
    nginx.stop()
    practice.stop()


@pytest.fixture
def tab(site: Site, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=site.address, ignore_https_errors=True, reduced_motion="reduce")
    session = {"name": COOKIE, "value": session_id_of(), "url": site.address, "secure": True, "httpOnly": True}
    context.add_cookies([session])
    yield context.new_page()
    context.close()


def test_a_claim_is_filed_over_tls_and_a_socket_through_it(site: Site, tab: Page):
    sockets: list[str] = []
    tab.on("websocket", lambda opened: sockets.append(opened.url))
    chart = ClaimCenterPage(tab).open("R-0412")
    chart.row("C-1042-S").file().submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    assert sockets
    assert all(url.startswith(site.address.replace("https", "wss")) for url in sockets)


def test_the_cookie_is_for_tls_and_this_host_alone(site: Site):
    answer = site.sign_in(HERS)
    assert answer.status_code == 200, answer.text
    name, *told = [part.strip().lower() for part in answer.headers["set-cookie"].split(";")]
    assert name.startswith(f"{COOKIE.lower()}=")
    assert {"secure", "httponly", "samesite=strict", "path=/"} <= set(told)
    assert not [part for part in told if part.startswith("domain")]


def test_a_browser_is_told_to_try_nothing_but_tls(site: Site):
    headers = site.ask("GET", "/healthz").headers
    assert headers["strict-transport-security"] == "max-age=63072000"
    assert "server" not in headers or "uvicorn" not in headers["server"]


def test_the_address_of_who_asks_is_hers_and_not_the_proxys_nor_one_that_she_made_up(site: Site):
    assert site.sign_in(HERS, **MADE_UP).status_code == 200
    assert site.last_address() == HERS


def test_who_is_no_proxy_is_not_believed(site: Site):
    """Around nginx, from an address that MBP_PROXIES does not have."""
    told = {"Host": site.address.removeprefix("https://"), "Origin": site.address, "X-Forwarded-Proto": "https"}
    way = httpx.HTTPTransport(local_address=ANOTHERS)
    with httpx.Client(transport=way, base_url=f"http://127.0.0.1:{site.practice.port}") as client:
        form = {"email": EMAIL, "password": PASSWORD, "back": ""}
        answer = client.post(routes.SESSION_SIGN_IN, data=form, headers={**MADE_UP, **told})
    assert answer.status_code == 200, answer.text
    assert site.last_address() == ANOTHERS


def test_only_pages_of_the_public_address_may_ask(site: Site):
    for origin in ("https://evil.example", f"http://127.0.0.1:{site.practice.port}", "null"):
        answer = site.ask("GET", routes.CLIENTS, headers={"Origin": origin})
        assert (answer.status_code, answer.text) == (403, FROM_ELSEWHERE)
        asked = {"Origin": origin, "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        assert site.ask("GET", "/_event/?EIO=4&transport=websocket", headers={**asked, **key}).status_code == 403
    answer = site.ask("GET", routes.CLIENTS, headers={"Host": "claims.evil.example"})
    assert (answer.status_code, answer.text) == (421, NOT_OURS)


def test_what_is_too_large_goes_no_further(site: Site):
    trusted = ssl.create_default_context(cafile=str(site.nginx.folder / "certificate.pem"))
    said = f"POST /_upload HTTP/1.1\r\nHost: localhost:{site.nginx.port}\r\nContent-Length: 200000000\r\n\r\n"
    with (
        socket.create_connection(("127.0.0.1", site.nginx.port)) as opened,
        trusted.wrap_socket(opened, server_hostname="localhost") as secure,
    ):
        secure.sendall(said.encode())
        assert b" 413 " in secure.recv(100)
    assert site.ask("POST", routes.SESSION_SIGN_IN, content=bytes(100_000)).status_code == 413


def test_who_comes_from_elsewhere_finds_no_test_mode(site: Site):
    """A POST that nobody takes is a method that a file does not have."""
    assert site.ask("GET", f"{routes.TEST_MODE}/clock").status_code == 404
    assert site.ask("POST", f"{routes.TEST_MODE}/reset").status_code == 405


def test_who_asks_without_end_is_slowed_down_and_others_are_not(site: Site):
    """And what was refused is not written down."""
    trusted = ssl.create_default_context(cafile=str(site.nginx.folder / "certificate.pem"))
    way = httpx.HTTPTransport(verify=trusted, local_address=ANOTHERS)
    with httpx.Client(transport=way, base_url=site.address) as flood:
        answers = (flood.get(routes.claim_center("R-0412")).status_code for _ in range(5000))
        assert next((status for status in answers if status == 429), None) == 429
    assert site.ask("GET", "/healthz").status_code == 200
    assert "R-0412" not in (site.nginx.folder / "error.log").read_text()


def test_nginx_writes_no_address_of_anybodys_chart_down(site: Site):
    site.ask("GET", routes.claim_center("R-0412"))
    kept = [path for path in Path(site.nginx.folder).glob("*") if path.suffix == ".log" and "server" not in path.name]
    assert kept
    assert not [path for path in kept if "R-0412" in path.read_text()]
