"""The session id that a browser's cookie holds."""

from collections.abc import Mapping

from mbp_claims.settings import settings


def in_cookies(header: str) -> str:
    """The session id among the cookies of a request, or ""."""
    for each in header.split(";"):
        name, _, value = each.strip().partition("=")
        if name == settings.session_cookie:
            return value
    return ""


def session_of(headers: Mapping[str, str]) -> str:
    return in_cookies(headers.get("cookie", ""))
