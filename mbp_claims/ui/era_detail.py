"""The page of one ERA: does it add up, what was matched and posted, what was not and why."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.era_claims import matched_claims, problems, unmatched_claims
from mbp_claims.ui.feedback import chip, note
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import page_head
from mbp_claims.ui.tabs import Tab, tab_content, tab_list
from mbp_claims.views.era import EraClaimRow, EraProblem, EraUnmatchedRow


def era_detail(era: Any) -> rx.Component:
    """The whole page of an EraView."""
    page = rx.fragment(era_head(era), _posted(era), adds_up(era), era_tabs(era))
    return rx.cond(era.found, page, era_not_found())


def era_head(era: Any) -> rx.Component:
    """Who paid how much, and the file as it came."""
    file = file_link(
        rx.icon("download"), "835 file", href=era.href, class_name="btn", data_testid=testids.ERA_835
    )
    return page_head(
        f"{era.payer}, {era.amount}",
        file,
        beside=chip(era.status, era.tone, era.icon),
        below=rx.el.p(f"ERA of {era.date}, check ", rx.el.span(era.check, class_name="code")),
        data_testid=testids.ERA_HEADING,
    )


def _posted(era: Any) -> rx.Component:
    return rx.cond(era.posted, note(era.posted, era.posted_more, tone="success", icon="circle-check"), rx.fragment())


def adds_up(era: Any) -> rx.Component:
    """The first question: is the check the sum of its claims."""
    good = rx.el.span(rx.icon("scale"), class_name="disc success")
    bad = rx.el.span(rx.icon("scale"), class_name="disc warning")
    return rx.el.section(
        rx.el.h2("Does it add up?", class_name="sr"),
        rx.el.div(
            rx.cond(era.adds_up, good, bad),
            rx.el.p(rx.el.b(era.sum_title), rx.el.span(era.sum_words)),
        ),
        class_name="card gap recon",
        aria_label="Does it add up?",
        data_testid=testids.ERA_ADDS_UP,
    )


def era_tabs(era: Any) -> rx.Component:
    """Matched, not matched, problems, each with its count."""
    matched = listed(era.matched, EraClaimRow).length()
    lost = listed(era.not_matched, EraUnmatchedRow).length()
    wrong = listed(era.problems, EraProblem).length()
    tabs = (
        Tab("Matched", testids.ERA_TAB_MATCHED, value="matched", count=matched),
        Tab("Not matched", testids.ERA_TAB_NOT_MATCHED, value="unmatched", count=lost, tone=_if_any(lost, "warning")),
        Tab("Problems", testids.ERA_TAB_PROBLEMS, value="problems", count=wrong, tone=_if_any(wrong, "danger")),
    )
    return rx.tabs.root(
        tab_list("ERA lines", tabs, testids.ERA_TABS),
        tab_content("matched", matched_claims(era.matched)),
        tab_content("unmatched", unmatched_claims(era.not_matched)),
        tab_content("problems", problems(era.problems)),
        default_value="matched",
    )


def _if_any(count: rx.Var[int], tone: str) -> rx.Var[str]:
    return rx.cond(count > 0, tone, "")


def era_not_found() -> rx.Component:
    """An id that is no ERA of this practice."""
    return rx.el.div(
        rx.el.span(rx.icon("inbox"), class_name="disc"),
        rx.el.h1("ERA not found"),
        rx.el.p("Check the address, or go back to your ERA Inbox."),
        link("ERA Inbox", to=routes.ERAS, class_name="btn"),
        class_name="empty",
    )
