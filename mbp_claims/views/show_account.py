"""A person's own account, told in words."""

import re
from datetime import datetime

from mbp_claims.clock import local
from mbp_claims.domain.account import Account
from mbp_claims.domain.days import show_day
from mbp_claims.domain.user_session import UserSession
from mbp_claims.views.account import AccountView, SessionRow
from mbp_claims.words import _, ngettext

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", _("a Mac")),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


def account_view(account: Account, codes_left: int, asked_for: bool) -> AccountView:
    set_at = account.password_set_at
    return AccountView(
        account.email, _("Last changed {day}", day=show_day(local(set_at).date())) if set_at else "",
        bool(account.totp_secret),
        asked_for, ngettext("{count} recovery code left", "{count} recovery codes left", codes_left), account.demo,
    )  # fmt: skip


def session_row(session: UserSession, here: bool) -> SessionRow:
    where = browser_name(session.browser) + (_(", from {address}", address=session.address) if session.address else "")
    return SessionRow(str(session.id), where, _("Signed in {moment}", moment=_moment(session.started_at)), here)


def browser_name(told: str) -> str:
    """What a browser calls itself, in two words: "Firefox on Windows". It is its own word."""
    browser = next((name for mark, name in BROWSERS if mark in told), _("A browser"))
    system = next((name for mark, name in SYSTEMS if re.search(rf"\b{mark}\b", told)), "")
    return _("{browser} on {system}", browser=browser, system=system) if system else browser


def _moment(at: datetime) -> str:
    told = local(at)
    return f"{show_day(told.date())} {told.strftime('%I:%M %p').lstrip('0')}"
