"""The app: its pages and their addresses, the gate before its events, the files it serves."""

import reflex as rx

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims import routes
from mbp_claims.api import http
from mbp_claims.api.guard import Guard
from mbp_claims.pages.account import account_page
from mbp_claims.pages.audit import audit_page
from mbp_claims.pages.claim import claim_page
from mbp_claims.pages.claim_center import claim_center_page
from mbp_claims.pages.claims import claims_page
from mbp_claims.pages.clearinghouse import clearinghouse_page
from mbp_claims.pages.clients import clients_page
from mbp_claims.pages.contact import contact_page
from mbp_claims.pages.documents import documents_page
from mbp_claims.pages.eras import era_page, eras_page
from mbp_claims.pages.ledger import ledger_page
from mbp_claims.pages.money import money_page
from mbp_claims.pages.not_found import not_found_page
from mbp_claims.pages.overview import overview_page
from mbp_claims.pages.people import people_page
from mbp_claims.pages.records import records_page
from mbp_claims.pages.settings import settings_page
from mbp_claims.pages.sign_in import reset_password_page, sign_in_page
from mbp_claims.pages.superbills import superbills_page
from mbp_claims.pages.titles import chart_title, claim_title, titled
from mbp_claims.pages.today import today_page
from mbp_claims.settings import settings
from mbp_claims.state.account import AccountState
from mbp_claims.state.audit import AuditState
from mbp_claims.state.belonging import keep_apart
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.documents import DocumentsState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.forgetting import forget_nobodies
from mbp_claims.state.gate import Gate
from mbp_claims.state.keeping import keeping_screens
from mbp_claims.state.ledger import LedgerState
from mbp_claims.state.live import keeping_live
from mbp_claims.state.money import MoneyState
from mbp_claims.state.overview import OverviewState
from mbp_claims.state.people import PeopleState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.readings import writing_readings
from mbp_claims.state.records import RecordsState
from mbp_claims.state.sending import keep_sending
from mbp_claims.state.settings import SettingsState
from mbp_claims.state.shell import ShellState
from mbp_claims.state.superbills import SuperbillsState
from mbp_claims.state.syncing import keep_syncing
from mbp_claims.state.today import TodayState
from mbp_claims.state.unexpected import unexpected
from mbp_claims.ui.shell import connection_banner
from mbp_claims.ui.tokens import STYLESHEETS
from mbp_claims.words.chosen import ENGLISH

app = rx.App(
    stylesheets=[*STYLESHEETS],
    html_lang=settings.language.replace("_", "-"),
    head_components=[
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.link(
            rel="preload", href="/fonts/figtree-latin-wght-normal.woff2", type="font/woff2",
            cross_origin="anonymous", custom_attrs={"as": "font"},
        ),
        *([] if settings.language == ENGLISH else [rx.el.script(src="/words.js", defer=True)]),
        rx.el.script(src="/mbp.js", defer=True),
        rx.el.script(src="/session.js", defer=True),
        rx.el.script(src="/shortcuts.js", defer=True),
        rx.el.script(src="/kept.js", defer=True),
    ],
    # In the middle: no row has its buttons there, and a toast stays while the pointer rests on it.
    toaster=rx.toast.provider(position="bottom-center", duration=5000),
    api_transformer=(http(), lambda program: Guard(program, lambda: app.event_namespace)),
    backend_exception_handler=unexpected,
)  # fmt: skip
app.add_middleware(Gate(), index=0)
keep_apart(app)
app.register_lifespan_task(keep_sending)
app.register_lifespan_task(keeping_screens, app=app)
app.register_lifespan_task(writing_readings)
app.register_lifespan_task(forget_nobodies, app=app)
app.register_lifespan_task(keeping_live, app=app)
app.register_lifespan_task(keep_syncing)
# In place of Reflex's own toast and pulsing icon.
app.app_wraps[5, "Overlay"] = lambda stateful: connection_banner() if stateful else None

PAGES = (
    (today_page, routes.TODAY, titled("Today"), [TodayState.load]),
    (clients_page, routes.CLIENTS, titled("Clients"), [ClientsState.load]),
    (overview_page, routes.OVERVIEW, chart_title("Overview"), [ChartState.load, OverviewState.load]),
    (claim_center_page, routes.CLAIM_CENTER, chart_title("Claim Center"),
     [ChartState.load, PlansState.load, ClaimsState.load_chart]),
    (documents_page, routes.DOCUMENTS, chart_title("Documents"), [ChartState.load, DocumentsState.load]),
    (contact_page, routes.CONTACT, chart_title("Contact Info"), [ChartState.load]),
    (superbills_page, routes.SUPERBILLS, chart_title("Superbills"), [ChartState.load, SuperbillsState.load]),
    (records_page, routes.RECORDS, chart_title("Records"), [ChartState.load, RecordsState.load]),
    (claims_page, routes.CLAIMS, titled("Claims"), [ClaimsState.load_practice]),
    (claim_page, routes.CLAIM, claim_title(), [ClaimState.load]),
    (eras_page, routes.ERAS, titled("ERA Inbox"), [ErasState.load]),
    (era_page, routes.ERA, titled("ERA"), [EraState.load]),
    (money_page, routes.MONEY, titled("Money"), [MoneyState.load]),
    (clearinghouse_page, routes.CLEARINGHOUSE, titled("Clearinghouse"), [ClearinghouseState.load]),
    (people_page, routes.PEOPLE, titled("People"), [PeopleState.load]),
    (settings_page, routes.SETTINGS, titled("Settings"), [SettingsState.load]),
    (audit_page, routes.AUDIT, titled("Activity"), [AuditState.load]),
    (ledger_page, routes.PAYER_LEDGER, titled("Payer ledger"), [LedgerState.load]),
    (account_page, routes.ACCOUNT, titled("Your account"), [AccountState.load]),
    (not_found_page, routes.NOT_FOUND, titled("Page not found"), []),
)  # fmt: skip
app.add_page(sign_in_page, route=routes.SIGN_IN, title=titled("Sign in"))
app.add_page(reset_password_page, route=routes.RESET, title=titled("Choose your password"))
for page, route, title, loads in PAGES:
    app.add_page(page, route=route, title=title, on_load=[*loads, ShellState.load])

if settings.gallery:
    from mbp_claims.gallery.page import add_gallery

    add_gallery(app)
