"""The OpenAPI 3.1 document of test mode, made of its endpoints."""

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.responses import Response

from mbp_claims import routes
from mbp_claims.api.answers import told
from mbp_claims.api.test_mode.bodies import Problem
from mbp_claims.api.test_mode.endpoints import ENDPOINTS, Endpoint

REFERENCE = "#/components/schemas/{model}"
ABOUT = (
    "For end-to-end tests. Every practice has a name that its tester chose, and none touches another: give each worker "
    "its own. `reset` and `sign-in` set the cookie of the session, so a browser context that asks with its own request "
    "context is signed in. Only with MBP_TEST_MODE=1, and only from the same machine."
)


async def document(_request: Request) -> Response:
    return told(openapi())


@cache
def openapi() -> dict[str, Any]:
    models = dict.fromkeys([Problem, *(model for one in ENDPOINTS for model in (one.takes, one.gives))])
    _, schemas = models_json_schema([(model, "validation") for model in models], ref_template=REFERENCE)
    paths: dict[str, dict[str, Any]] = {}
    for one in ENDPOINTS:
        paths.setdefault(f"{routes.TEST_MODE}/{one.name}", {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "MBP Claims, test mode", "version": "1", "description": ABOUT},
        "paths": paths,
        "components": {"schemas": schemas["$defs"]},
    }


def _operation(one: Endpoint) -> dict[str, Any]:
    answers = {"200": _answer(one.gives, "Done."), "422": _answer(Problem, "Not done: nothing was changed.")}
    operation = {"operationId": f"{one.method.lower()}-{one.name}", "summary": one.about, "responses": answers}
    if one.method == "GET":
        return {**operation, "parameters": _parameters(one.takes)}
    body = {"application/json": {"schema": _reference(one.takes), "example": one.example}}
    return {**operation, "requestBody": {"required": True, "content": body}}


def _parameters(model: type[BaseModel]) -> list[dict[str, Any]]:
    fields = model.model_json_schema().get("properties", {})
    return [{"name": name, "in": "query", "schema": schema} for name, schema in fields.items()]


def _answer(model: type[BaseModel], about: str) -> dict[str, Any]:
    return {"description": about, "content": {"application/json": {"schema": _reference(model)}}}


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REFERENCE.format(model=model.__name__)}
