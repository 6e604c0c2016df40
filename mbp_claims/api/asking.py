"""From where a request comes: which of our pages, which machine."""

from ipaddress import ip_address

from starlette.requests import Request

from mbp_claims.domain.origin import asked_from
from mbp_claims.domain.user_session import Caller
from mbp_claims.settings import settings
from mbp_claims.state.cookies import in_cookies

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
LONGEST_NAME = 200


def caller(request: Request) -> Caller:
    """As the server saw it; what the browser calls itself is its own word. The trail tells from where, from here on."""
    address = request.client.host if request.client else ""
    asked_from(address)
    browser = request.headers.get("user-agent", "")[:LONGEST_NAME]
    return Caller(address, browser, in_cookies(request.headers.get("cookie", "")))


def is_ours(request: Request) -> bool:
    """Whether one of our own pages asks; a browser names the page's origin with every POST."""
    return request.headers.get("origin", "") in settings.origins


def is_this_machine(request: Request) -> bool:
    """Whether somebody at this very machine asks: not through a proxy, and not through a name that leads here."""
    if settings.addresses or any(name in request.headers for name in PASSED_ON):
        return False
    host = request.headers.get("host", "").rpartition(":")[0] or request.headers.get("host", "")
    return host in LOCAL_NAMES and request.client is not None and _is_loopback(request.client.host)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
