"""Claims as rows: pending, and filed or completed; of one client, or of the whole practice."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.actions_menu import ClaimEvents, actions_menu, claim_number
from mbp_claims.ui.badge import billed_payer
from mbp_claims.ui.badge import then_payer as then_payer_words
from mbp_claims.ui.batch import tick, tick_all
from mbp_claims.ui.feedback import bones, chip
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import ROW_MEMO, is_fresh, patched
from mbp_claims.views.claim import ClaimRow
from mbp_claims.words import _

FIELDS = [
    "number",
    "under",
    "service_date",
    "service",
    "badge",
    "payer",
    "then_payer",
    "charge",
    "paid",
    "to_bill",
    "status",
    "tone",
    "icon",
    "below",
    "actions",
    "client",
    "client_number",
]
NAME_OF_CLAIM = _("Claim")
NAMES = {
    "pending": _("Pending Claims"), "settled": _("Filed and Completed Claims"), "filed": _("Filed Claims"),
    "completed": _("Completed Claims"),
}  # fmt: skip
TEST_IDS = {
    "pending": testids.PENDING_TABLE, "settled": testids.COMPLETED_TABLE, "filed": testids.FILED_TABLE,
    "completed": testids.COMPLETED_TABLE,
}  # fmt: skip
_FIRST, _BILLED, _CHARGE = ((_("Claim"), ""), (_("Service"), "")), (_("Billed to"), ""), (_("Charge"), "num o1")
_ANSWERED = (*_FIRST, _BILLED, _CHARGE, (_("Paid"), "num"), (_("Status"), ""))
COLUMNS = {
    "pending": (
        *_FIRST, (_("Bill to"), ""), _CHARGE, (_("Primary paid"), "num"), (_("To bill"), "num"), (_("Status"), ""),
    ),
    "filed": (*_FIRST, _BILLED, _CHARGE, (_("Billed"), "num"), (_("Status"), "")),
    "settled": _ANSWERED, "completed": _ANSWERED,
}  # fmt: skip


def claim_rows(rows: Any, patch: Any, where: str) -> rx.Var:
    """The rows that a table shows: `rows` with `patch` laid over them; its length says whether there are any.

    `rows` is the list as loaded, `patch` the few rows that changed last, each with where it belongs now. Set `patch`
    to an empty list whenever `rows` is loaded anew. In the gallery `rows` is a plain list and `patch` None.
    """
    return patched(rows, patch, where, ClaimRow)


def claim_table(
    rows: rx.Var, where: str, events: ClaimEvents, *, wide: bool = False, waiting: Any = False
) -> rx.Component:
    """The table of `claim_rows`. `where` is "pending", "filed" or "completed"; `waiting` shows bones. `wide`: of the
    practice, with the client; a chart has one table for what was filed and what was completed."""
    kind = where if wide or where != "filed" else "settled"
    body = rx.el.tbody(rx.foreach(rows, lambda row: _drawn(row, where, wide, events)))
    loading = bones((*(css for __, css in _columns(kind, wide)), "acts"))
    return rx.el.div(
        rx.el.table(
            rx.el.caption(NAMES[kind]),
            _head(kind, wide),
            rx.cond(waiting, loading, body),
            class_name="claims wide" if wide else "claims",
            aria_busy=rx.cond(waiting, "true", "false"),
            data_testid=TEST_IDS[kind],
        ),
        class_name="wrap",
    )


def _columns(where: str, wide: bool) -> tuple[tuple[str, str], ...]:
    claim, *others = COLUMNS[where]
    if not wide:
        return COLUMNS[where]
    return (
        claim,
        (_("Client"), ""),
        *((words, "num o2" if words == _("Primary paid") else css) for words, css in others),
    )


def _head(where: str, wide: bool) -> rx.Component:
    heads = [rx.el.th(words, scope="col", class_name=css) for words, css in _columns(where, wide)]
    if wide and where == "pending":
        heads[0] = rx.el.th(tick_all(), rx.el.span(NAME_OF_CLAIM, class_name="colname"), scope="col")
    actions = rx.el.th(rx.el.span(_("Actions"), class_name="sr"), scope="col")
    return rx.el.thead(rx.el.tr(*heads, actions, custom_attrs={"data-narrow": _("Select all that are ready")}))


def _drawn(row: rx.Var, where: str, wide: bool, events: ClaimEvents) -> rx.Component:
    words = {name: getattr(row, name) for name in FIELDS}
    does = {name: getattr(events, name) for name in ClaimEvents.__dataclass_fields__}
    pending, out = where == "pending", where == "filed" and wide
    return _row(key=row.number, **words, **does, pending=pending, out=out, wide=wide, fresh=is_fresh(row))


@rx.memo(wrapper=ROW_MEMO)
def _row(
    number: rx.Var[str],
    under: rx.Var[str],
    service_date: rx.Var[str],
    service: rx.Var[str],
    badge: rx.Var[str],
    payer: rx.Var[str],
    then_payer: rx.Var[str],
    charge: rx.Var[str],
    paid: rx.Var[str],
    to_bill: rx.Var[str],
    status: rx.Var[str],
    tone: rx.Var[str],
    icon: rx.Var[str],
    below: rx.Var[str],
    actions: rx.Var[str],
    client: rx.Var[str],
    client_number: rx.Var[str],
    pending: rx.Var[bool],
    out: rx.Var[bool],
    wide: rx.Var[bool],
    fresh: rx.Var[bool],
    on_file: rx.EventHandler[claim_number],
    on_edit: rx.EventHandler[claim_number],
    on_complete: rx.EventHandler[claim_number],
    on_era: rx.EventHandler[claim_number],
    on_reopen: rx.EventHandler[claim_number],
    on_secondary: rx.EventHandler[claim_number],
    on_not_billable: rx.EventHandler[claim_number],
    on_billable: rx.EventHandler[claim_number],
    on_print: rx.EventHandler[claim_number],
    on_replace: rx.EventHandler[claim_number],
    on_void: rx.EventHandler[claim_number],
    on_fix: rx.EventHandler[claim_number],
    on_swap: rx.EventHandler[claim_number],
    on_take_back: rx.EventHandler[claim_number],
    rest: rx.RestProp,
) -> rx.Component:
    events = ClaimEvents(
        on_file, on_edit, on_complete, on_era, on_reopen, on_secondary, on_not_billable, on_billable, on_print,
        on_replace, on_void, on_fix, on_swap, on_take_back,
    )  # fmt: skip
    return rx.el.tr(
        rest,
        rx.el.th(
            rx.el.div(
                rx.cond(wide & pending, tick(number, tone == "ready")),
                rx.el.div(link(number, to=routes.claim(number)), _sub(under)),
                class_name="ticked",
            ),
            scope="row",
        ),
        rx.cond(wide, _whose(client, client_number)),
        rx.el.td(service_date, _sub(service)),
        rx.el.td(billed_payer(badge, payer), then_payer_words(then_payer)),
        rx.el.td(charge, class_name="num o1", **_labelled(_("Charge"))),
        rx.cond(
            out,
            rx.fragment(),
            rx.el.td(
                _amount(paid),
                class_name=rx.cond(pending & wide, "num o2", "num"),
                **_labelled(rx.cond(pending, _("Primary paid"), _("Paid"))),
            ),
        ),
        rx.cond(
            pending | out,
            rx.el.td(
                _amount(to_bill),
                class_name=rx.cond(pending, "num strong", "num"),
                **_labelled(rx.cond(pending, _("To bill"), _("Billed"))),
            ),
        ),
        rx.el.td(chip(status, tone, icon, testids.claim_status(number)), _sub(below, "sub below")),
        rx.el.td(actions_menu(number, actions, events), class_name="acts"),
        class_name=rx.cond(fresh, "fresh", ""),
        data_testid=testids.claim_row(number),
    )


def _whose(client: Any, client_number: Any) -> rx.Component:
    return rx.el.td(link(client, to=routes.claim_center(client_number), class_name="link clip"), class_name="whose")


def _labelled(words: Any) -> dict[str, Any]:
    """On a phone there is no head above the column: the cell says what it is."""
    return {"custom_attrs": {"data-l": words}}


def _sub(words: Any, css: str = "sub") -> rx.Component:
    return rx.cond(words, rx.el.span(words, class_name=css), rx.fragment())


def _amount(text: Any) -> Any:
    return rx.cond(text, text, "—")
