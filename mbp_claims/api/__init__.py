"""Plain HTTP beside the pages: health, sessions, and files for the one who may have them."""

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from mbp_claims import routes
from mbp_claims.actions.disclose import open_accounting_sheet
from mbp_claims.actions.export_record import open_record
from mbp_claims.actions.open_documents import open_document
from mbp_claims.actions.open_file import open_835, open_837, open_acknowledgement, open_card
from mbp_claims.actions.open_money import open_aging_sheet, open_money_sheet
from mbp_claims.actions.print_claim import open_eob, open_form, open_printed, open_test_page
from mbp_claims.actions.read_trail import open_trail_sheet
from mbp_claims.actions.superbills import open_superbill_pdf
from mbp_claims.api import account, palette, session
from mbp_claims.api.files import file, found
from mbp_claims.settings import settings

FORMS = {
    routes.SESSION_SIGN_IN: session.sign_in, routes.SESSION_CODE: session.code, routes.SESSION_DEMO: session.demo,
    routes.SESSION_SET_UP: session.set_up, routes.SESSION_SET_UP_CODE: session.set_up_code,
    routes.SESSION_FIRST: session.first, routes.SESSION_STAY: session.keep, routes.SESSION_SIGN_OUT: session.sign_out,
    routes.SESSION_RESET: account.reset, routes.SESSION_CHANGE: account.password,
    routes.SESSION_SECOND: account.set_up, routes.SESSION_SECOND_CODE: account.set_up_code,
    routes.SESSION_SECOND_OFF: account.turn_off, routes.SESSION_NEW_CODES: account.new_codes,
    routes.SESSION_OUT_EVERYWHERE: account.sign_out_everywhere,
}  # fmt: skip
"""What assets/session.js sends, and who answers it."""


def _test_mode() -> list[BaseRoute]:
    """None, unless somebody tests from outside."""
    if not settings.is_test_bed:
        return []
    from mbp_claims.api.test_mode import test_mode

    return [*test_mode()]


def http() -> Starlette:
    """The routes that stand before Reflex's own."""
    return Starlette(
        routes=[
            Route("/healthz", lambda request: PlainTextResponse("ok")),
            Route(routes.SESSION, session.watch),
            *(Route(address, answering, methods=["POST"]) for address, answering in FORMS.items()),
            Route(routes.FOUND, palette.found, methods=["POST"]),
            Route(routes.FILE_837, file(open_837)),
            Route(routes.FILE_835, file(open_835)),
            Route(routes.FILE_ACK, file(open_acknowledgement)),
            Route(routes.FILE_CARD, file(open_card)),
            Route(routes.FILE_DOCUMENT, file(open_document)),
            Route(routes.FILE_FORM, file(open_form)),
            Route(routes.FILE_PRINTED, file(open_printed)),
            Route(routes.FILE_EOB, file(open_eob)),
            Route(routes.FILE_SUPERBILL, file(open_superbill_pdf)),
            Route(routes.FILE_TEST_PAGE, file(open_test_page)),
            Route(routes.FILE_AUDIT, found(open_trail_sheet)),
            Route(routes.FILE_MONEY, found(open_money_sheet)),
            Route(routes.FILE_AGING, found(open_aging_sheet)),
            Route(routes.FILE_ACCOUNTING, file(open_accounting_sheet)),
            Route(routes.FILE_RECORD, file(open_record)),
            *_test_mode(),
        ]
    )
