"""Before everything that comes by HTTP: who is nobody is sent to sign in, and an upload belongs to its own tab."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from mbp_claims import routes
from mbp_claims.api.asking import is_ours
from mbp_claims.domain.origin import asked_from
from mbp_claims.domain.outage import Outage
from mbp_claims.domain.refusing import NOT_SIGNED_IN, UNFIT
from mbp_claims.domain.user_session import session_key
from mbp_claims.settings import settings
from mbp_claims.state.base import NOBODY, let_in
from mbp_claims.state.cookies import in_cookies
from mbp_claims.state.gate import takes_files
from mbp_claims.state.refusals import answering, note_refusal
from mbp_claims.words import _

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

UPLOAD = "/_upload"
OPEN_PAGES = (routes.SIGN_IN, routes.RESET, *([routes.GALLERY] if settings.gallery else []),
              *([routes.TEST_MODE] if settings.is_test_bed else []))  # fmt: skip
"""Pages that show nothing of a practice."""


class Guard:
    """An ASGI app around Reflex's; `sockets` gives Reflex's, once they are there."""

    def __init__(self, app: Callable[..., Awaitable[None]], sockets: Callable[[], Any]) -> None:
        self.app = app
        self.sockets = sockets

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        refusal: Response | None = None
        try:
            refusal = await self._refusal(Request(scope)) if scope["type"] == "http" else None
        except Outage as outage:
            refusal = PlainTextResponse(outage.sentence, status_code=503, headers={"Cache-Control": "no-store"})
        await (refusal or self.app)(scope, receive, send)

    async def _refusal(self, request: Request) -> Response | None:
        session_id = in_cookies(request.headers.get("cookie", ""))
        if request.url.path.startswith(UPLOAD):
            theirs = in_cookies(tab_cookie(self.sockets(), request.headers.get("reflex-client-token", "")))
            known = is_ours(request) and session_id == theirs and await run_in_threadpool(let_in, session_id)
            asked_from(request.client.host if request.client else "")
            answering(f"{request.method} {UPLOAD}")
            if not known:
                note_refusal(NOT_SIGNED_IN, None, session_key(session_id))
                return PlainTextResponse(NOBODY, status_code=401)
            if not takes_files(request.headers.get("reflex-event-handler", "")):
                note_refusal(UNFIT, None, session_key(session_id))
                return PlainTextResponse(_("Not found"), status_code=404)
            return None
        if is_page(request) and not await run_in_threadpool(let_in, session_id):
            return RedirectResponse(sign_in_page(request), status_code=303, headers={"Cache-Control": "no-store"})
        return None


def tab_cookie(sockets: Any, token: str) -> str:
    """The cookies with which the socket of a tab came, by the tab's token; empty where it has none."""
    record = sockets._token_manager.token_to_socket.get(token) if sockets else None
    told = sockets._static_router_data.get(record.sid, {}) if record else {}
    return str(told.get("headers", {}).get("cookie", ""))


def is_page(request: Request) -> bool:
    """Whether a browser goes to a page that shows something of a practice."""
    goes = request.method in ("GET", "HEAD") and "text/html" in request.headers.get("accept", "")
    path = request.url.path
    return goes and not path.startswith((*OPEN_PAGES, routes.SESSION, "/files/", "/assets/", "/_"))


def sign_in_page(request: Request) -> str:
    """With the way back to what was asked for."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back = routes.way_back(asked)
    return f"{routes.SIGN_IN}/?back={quote(back)}" if request.url.path != "/" else f"{routes.SIGN_IN}/"
