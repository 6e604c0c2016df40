"""A program of this machine that asks test mode, and how the practices stand that it made."""

import asyncio
import json
from typing import Any

from httpx import ASGITransport, AsyncClient, Cookies, Response
from sqlmodel import Session, select
from starlette.applications import Starlette

from mbp_claims import routes
from mbp_claims.actions.test_mode import practices
from mbp_claims.db.engine import reading
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.standing import standing

HOME = "http://127.0.0.1:3000"


class Here:
    """Asks as a program of that machine; keeps cookies."""

    def __init__(self, app: Starlette, machine: str = "127.0.0.1") -> None:
        self.way = ASGITransport(app, client=(machine, 50000))
        self.cookies = Cookies()

    def request(self, method: str, path: str, **how: Any) -> Response:
        async def asked() -> Response:
            async with AsyncClient(transport=self.way, base_url=HOME, cookies=self.cookies) as opened:
                return await opened.request(method, path, **how)

        answer = asyncio.run(asked())
        self.cookies.update(answer.cookies)
        return answer

    def get(self, path: str, **how: Any) -> Response:
        return self.request("GET", path, **how)

    def post(self, path: str, **how: Any) -> Response:
        return self.request("POST", path, **how)


class Bed:
    """A program that asks over HTTP from this machine."""

    def __init__(self, app: Starlette, machine: str = "127.0.0.1") -> None:
        self.client = Here(app, machine)

    def ask(self, what: str, method: str = "POST", **told: Any) -> Any:
        path = f"{routes.TEST_MODE}/{what}"
        if method == "GET":
            return self.client.get(path, params=told)
        return self.client.post(path, content=json.dumps(told))

    def done(self, what: str, method: str = "POST", **told: Any) -> Any:
        answer = self.ask(what, method, **told)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, what: str, **told: Any) -> str:
        answer = self.ask(what, **told)
        assert answer.status_code == 422, answer.text
        return answer.json()["problem"]


def stands(db: Session, practice_id: int) -> dict[str, str]:
    """The practice's claims and how each stands."""
    claims = db.exec(select(Claim).where(Claim.practice_id == practice_id).order_by(Claim.number))
    return {one.number: standing(one).words for one in claims}


def practice_of(name: str) -> int:
    with reading() as db:
        return practices.owner_of(db, name).practice_id


def claims_of(name: str) -> dict[str, str]:
    with reading() as db:
        return stands(db, practice_of(name))
