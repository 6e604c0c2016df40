"""The page of one claim: money first, then lines and the payers' answers, then who did what."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.actions_menu import ClaimEvents, actions_menu, file_button
from mbp_claims.ui.badge import billed_payer
from mbp_claims.ui.claim_answers import payer_answers
from mbp_claims.ui.claim_money import cent_card
from mbp_claims.ui.claim_trail import claim_files, timeline
from mbp_claims.ui.feedback import chip, note
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import page_head
from mbp_claims.views.claim import LineRow
from mbp_claims.words import _


def claim_detail(claim: Any, events: ClaimEvents, *ledger: rx.Component) -> rx.Component:
    """The whole page of a ClaimView; `ledger` stands under what the payers answered."""
    columns = rx.el.div(
        rx.el.div(service_lines(claim), payer_answers(claim.answers), *ledger),
        rx.el.div(timeline(claim.timeline), claim_files(claim.files)),
        class_name="cols",
    )
    page = rx.fragment(claim_head(claim, events), _warning(claim), cent_card(claim), columns)
    return rx.cond(claim.found, page, claim_not_found())


def claim_head(claim: Any, events: ClaimEvents) -> rx.Component:
    """Which claim, how it stands, whose, and the next step."""
    return page_head(
        _("Claim {number}", number=claim.number),
        actions_menu(claim.number, claim.actions, events, small=False),
        rx.cond(claim.can_file, file_button(claim.number, claim.file_label, events), rx.fragment()),
        beside=chip(claim.status, claim.tone, claim.icon, testids.claim_status(claim.number)),
        below=_whose(claim),
        data_testid=testids.CLAIM_HEADING,
    )


def _whose(claim: Any) -> rx.Component:
    dot = rx.el.span("·", aria_hidden="true")
    origin = rx.fragment(
        dot, rx.el.span(_("from "), link(claim.from_number, to=routes.claim(claim.from_number), class_name="link"))
    )
    return rx.el.p(
        link(claim.client, to=routes.claim_center(claim.client_number), class_name="link"),
        dot,
        billed_payer(claim.badge, claim.payer),
        rx.cond(claim.from_number, origin, rx.fragment()),
        class_name="payer whose",
    )


def _warning(claim: Any) -> rx.Component:
    said = note(claim.warning, claim.warning_more, tone=claim.warning_tone, icon="triangle-alert")
    return rx.cond(claim.warning, said, rx.fragment())


def service_lines(claim: Any) -> rx.Component:
    """What was done, as it was billed."""
    heads = (
        (_("Date"), ""),
        (_("Service"), ""),
        (_("Diagnosis"), "hide"),
        (_("Units"), "num hide"),
        (_("Charge"), "num"),
    )
    return rx.el.section(
        rx.el.header(rx.el.div(rx.el.h2(_("Service lines"), id="h-lines"), rx.el.p(claim.lines_note))),
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("Service lines")),
                rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in heads])),
                rx.el.tbody(rx.foreach(listed(claim.lines, LineRow), _line)),
                class_name="keep",
                data_testid=testids.CLAIM_LINES,
            ),
            class_name="wrap",
        ),
        class_name="card",
        aria_labelledby="h-lines",
    )


def _line(line: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(line.date, scope="row"),
        rx.el.td(rx.el.span(line.code, class_name="code"), rx.el.span(line.words, class_name="sub")),
        rx.el.td(line.diagnosis, class_name="code hide"),
        rx.el.td(line.units, class_name="num hide"),
        rx.el.td(line.charge, class_name="num strong"),
    )


def claim_not_found() -> rx.Component:
    """A number that is no claim of this practice."""
    return rx.el.div(
        rx.el.span(rx.icon("receipt-text"), class_name="disc"),
        rx.el.h1(_("Claim not found")),
        rx.el.p(_("Check the address, or go back to your claims.")),
        link(_("Claims"), to=routes.CLAIMS, class_name="btn"),
        class_name="empty",
    )
