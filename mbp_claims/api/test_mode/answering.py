"""A request of a test: read, done in a thread, and answered in JSON; what is not right is told in a sentence."""

import json
from typing import Any

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from mbp_claims.actions.test_mode.real import refuse_real
from mbp_claims.api.answers import Answering, refused, told, with_cookie, worked
from mbp_claims.api.asking import caller, is_this_machine
from mbp_claims.api.test_mode.bodies import Entered, Problem
from mbp_claims.api.test_mode.endpoints import Endpoint
from mbp_claims.state.base import glance

ELSEWHERE = "Test mode is for programs of the same machine."


def answering(endpoint: Endpoint) -> Answering:
    async def answer(request: Request) -> Response:
        if not is_this_machine(request):
            return _problem(ELSEWHERE, 403)
        caller(request)
        try:
            given = endpoint.takes.model_validate(await _given(request))
        except ValueError as wrong:
            return _wrong(wrong)
        done = await worked(_done, endpoint, given, request)
        if done.value is None:
            return refused(done)
        answered = told(done.value.model_dump(mode="json"))
        return with_cookie(answered, done.value.cookie.value) if isinstance(done.value, Entered) else answered

    return answer


def _done(endpoint: Endpoint, given: BaseModel, request: Request) -> BaseModel:
    glance(refuse_real)
    return endpoint.work(given, request)


async def _given(request: Request) -> Any:
    if request.method == "GET":
        return dict(request.query_params)
    body = await request.body()
    return json.loads(body) if body.strip() else {}


def _wrong(wrong: ValueError) -> Response:
    if not isinstance(wrong, ValidationError):
        return _problem("Send a JSON object.", 422)
    fields = {".".join(map(str, one["loc"])) or "body": one["msg"] for one in wrong.errors()}
    name, why = next(iter(fields.items()))
    return _problem(f"{name}: {why}.", 422, fields)


def _problem(sentence: str, status: int, fields: dict[str, str] | None = None) -> Response:
    return told(Problem(problem=sentence, fields=fields or {}).model_dump(), status)
