"""File Claim and Complete Claim, whole and in parts."""

from collections.abc import Callable
from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.gallery.staged import NO_ERRORS, REASONS, choices, opened, said
from mbp_claims.ui.adjustment_form import adjustment_form, era_banner, lines, replaced, total_bar
from mbp_claims.ui.adjustment_line import adjustment_line
from mbp_claims.ui.adjustment_row import RowEvents, RowScope, adjustment_row
from mbp_claims.ui.balance_bar import balance_bar
from mbp_claims.ui.complete_form import complete_form
from mbp_claims.ui.reopen_alert import reopen_alert
from mbp_claims.ui.void_form import void_form
from mbp_claims.views.adjustment import (
    AdjustmentRow,
    BalanceView,
    CompleteClaimView,
    EraBanner,
    FileClaimView,
    VoidView,
)

ROWS = RowEvents(*(said(f"rows.{name}") for name in RowEvents.__dataclass_fields__))


def _void(view: VoidView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.VOID_DIALOG, void_form(view, on_submit=heard("void.on_submit")))


def _file(view: FileClaimView) -> Callable[[], rx.Component]:
    events = {"on_submit": heard("file.on_submit"), "on_use_era": heard("file.on_use_era")}
    return lambda: opened(testids.FILE_CLAIM_DIALOG, adjustment_form(view, REASONS, ROWS, **events))


def _complete(view: CompleteClaimView) -> Callable[[], rx.Component]:
    return lambda: opened(
        testids.COMPLETE_DIALOG, complete_form(view, REASONS, ROWS, on_submit=heard("complete.on_submit"))
    )


def _scope(errors: dict[str, str]) -> RowScope:
    return RowScope("specimen", REASONS, errors, ROWS)


def _row(row: AdjustmentRow, errors: dict[str, str]) -> Callable[[], rx.Component]:
    return lambda: rx.el.div(choices(), adjustment_row(rx.Var.create(row), _scope(errors)))


def _line() -> rx.Component:
    line = adjustment_line(rx.Var.create(cast.LINE), _scope(NO_ERRORS), alone=False, adjusts=True)
    return rx.el.div(choices(), line)


def _lines() -> rx.Component:
    return rx.el.div(choices(), lines(rx.Var.create(cast.SEVERAL), _scope(NO_ERRORS), True))


def _total() -> rx.Component:
    return total_bar(rx.Var.create(cast.SEVERAL))


def _balance(balance: BalanceView) -> Callable[[], rx.Component]:
    return lambda: balance_bar(balance, testids.balance(1))


def _banner(banner: EraBanner) -> Callable[[], rx.Component]:
    return lambda: era_banner(banner, heard("file.on_use_era"))


def _reopen() -> rx.Component:
    return opened(testids.REOPEN_ALERT, reopen_alert(cast.REOPENED, on_confirm=heard("reopen.on_confirm")))


SPECIMENS: tuple[Specimen, ...] = (
    Specimen("adjustment_form", "ready", _file(cast.READY)),
    Specimen("adjustment_form", "off", _file(cast.OFF)),
    Specimen("adjustment_form", "no-era", _file(cast.TYPING)),
    Specimen("adjustment_form", "era-arrived", _file(replace(cast.TYPING, banner=cast.ARRIVED, errors={}))),
    Specimen("adjustment_form", "several-lines", _file(cast.SEVERAL)),
    Specimen("adjustment_form", "primary", _file(cast.PRIMARY)),
    Specimen("adjustment_form", "replacement", _file(cast.REPLACED)),
    Specimen("replaced", "known", lambda: replaced(rx.Var.create(cast.REPLACED))),
    Specimen("reopen_alert", "with-its-secondary", _reopen),
    Specimen("void_form", "known", _void(cast.VOIDED)),
    Specimen("void_form", "no-number", _void(cast.VOIDED_WITHOUT)),
    Specimen("complete_form", "typed", _complete(cast.EOB)),
    Specimen("complete_form", "later", _complete(replace(cast.EOB, later=True))),
    Specimen("adjustment_row", "empty", _row(replace(cast.EMPTY_ROW, remaining=""), NO_ERRORS)),
    Specimen("adjustment_row", "remaining", _row(cast.EMPTY_ROW, NO_ERRORS)),
    Specimen("adjustment_row", "filled", _row(cast.WRITE_OFF, NO_ERRORS)),
    Specimen("adjustment_row", "edited", _row(cast.EDITED, NO_ERRORS)),
    Specimen("adjustment_row", "error", _row(cast.EMPTY_ROW, {"amount-3": "Enter an amount for adjustment 3"})),
    Specimen("adjustment_line", "balanced", _line),
    Specimen("lines", "several", _lines),
    Specimen("total_bar", "short", _total),
    Specimen("balance_bar", "balanced", _balance(cast.BALANCED)),
    Specimen("balance_bar", "short", _balance(cast.SHORT)),
    Specimen("balance_bar", "over", _balance(cast.OVER)),
    Specimen("era_banner", "era", _banner(cast.FROM_ERA)),
    Specimen("era_banner", "none", _banner(cast.NO_ERA)),
    Specimen("era_banner", "arrived", _banner(cast.ARRIVED)),
)
