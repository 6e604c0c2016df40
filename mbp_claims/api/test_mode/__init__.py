"""Test mode over HTTP, for end-to-end tests in any language: practices of their own, clocks, payers, signing in.

Served only with MBP_TEST_MODE=1, by a server that only this machine reaches.
"""

from starlette.routing import Route

from mbp_claims import routes
from mbp_claims.api.test_mode.answering import answering
from mbp_claims.api.test_mode.document import document
from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.api.test_mode.page import SCRIPT, page, script


def test_mode() -> list[Route]:
    """The routes."""
    return [
        *(Route(f"{routes.TEST_MODE}/{one.name}", answering(one), methods=[one.method]) for one in ENDPOINTS),
        Route(f"{routes.TEST_MODE}/openapi.json", document),
        Route(f"{routes.TEST_MODE}/{SCRIPT}", script),
        Route(routes.TEST_MODE, page),
    ]
