"""A browser that only asks for addresses: no scripts, its own cookies, and pages of ours or of somebody else."""

import asyncio
from typing import Any

from httpx import ASGITransport, AsyncClient, Response
from sqlmodel import select

from mbp_claims import routes
from mbp_claims.db.engine import reading
from mbp_claims.domain.user_session import UserSession, session_key
from tests.sign_in import FIRST, session_id_of

HOME = "http://127.0.0.1:3000"
EMAIL, PASSWORD = "june.marlow.1@example.com", "a lamp in every window"
NEW = "three herons on the breakwater"


class Web:
    """`headers` go with every request. What the server sets as a cookie is kept and sent, as a browser does it."""

    def __init__(self, app: Any, headers: dict[str, str] | None = None, address: str = "127.0.0.1") -> None:
        self.app = app
        self.headers = headers or {}
        self.cookies: dict[str, str] = {}
        self.address = address

    def get(self, path: str, **headers: str) -> Response:
        return self.ask("GET", path, **headers)

    def post(self, path: str, form: dict[str, str] | None = None, **headers: str) -> Response:
        """As a page of ours does it, unless `origin` says otherwise."""
        return self.ask("POST", path, form or {"": ""}, **{"origin": HOME, **headers})

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items() if value}
        return asyncio.run(self._ask(method, path, form, named))

    async def _ask(self, method: str, path: str, form: dict[str, str] | None, headers: dict[str, str]) -> Response:
        way = ASGITransport(self.app, client=(self.address, 50000))
        told = {**self.headers, **headers}
        if self.cookies:
            told["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        async with AsyncClient(transport=way, base_url=HOME) as opened:
            answer = await opened.request(method, path, headers=told, data=form)
        for name, value in answer.cookies.items():
            self.cookies[name] = value
        if answer.headers.get("set-cookie", "").find("Max-Age=0") >= 0:
            self.cookies.clear()
        return answer


def left(web: Web) -> int:
    """Seconds that the session of this browser lasts; 0 where it is over."""
    seconds: int = web.get(routes.SESSION).json().get("seconds", 0)
    return seconds


def sessions() -> list[UserSession]:
    """All but the one that tests' tabs have from the start."""
    with reading() as db:
        theirs = UserSession.key != session_key(session_id_of(FIRST))
        return list(db.exec(select(UserSession).where(theirs).order_by(UserSession.id)))
