"""Tabs that are pages of their own, and tabs within a page. Arrow keys, Home and End move between them."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData
from reflex_base.vars.function import FunctionStringVar

from mbp_claims.ui.link import link
from mbp_claims.ui.rows import LIBRARY

MOVE_TAB = FunctionStringVar.create("moveTab", _var_data=VarData(imports={LIBRARY: [ImportVar(tag="moveTab")]}))


@dataclass(frozen=True)
class Tab:
    """A tab: its words, its test id, and its address, or the `value` that its panel goes by."""

    words: Any
    test_id: str
    to: Any = ""
    value: str = ""
    count: Any = None
    tone: Any = ""


def page_tabs(label: str, tabs: tuple[Tab, ...], current: str, panel_id: str, test_id: str) -> rx.Component:
    """Tabs of which each has its own address. `current` is the test id of the one we are on."""
    return rx.el.div(
        *[_page_tab(tab, tab.test_id == current, panel_id) for tab in tabs],
        class_name="tabs",
        role="tablist",
        aria_label=label,
        custom_attrs={"onKeyDown": MOVE_TAB},
        data_testid=test_id,
    )


def _page_tab(tab: Tab, here: bool, panel_id: str) -> rx.Component:
    controls = {"aria_controls": panel_id} if here else {}
    return link(
        tab.words,
        to=tab.to,
        id=tab.test_id,
        role="tab",
        aria_selected="true" if here else "false",
        tab_index=0 if here else -1,
        data_testid=tab.test_id,
        **controls,
    )


def tab_panel(*content: rx.Component, panel_id: str, tab_id: str) -> rx.Component:
    """What a page tab shows; it is named by its tab."""
    return rx.el.div(*content, role="tabpanel", id=panel_id, aria_labelledby=tab_id)


def tab_list(label: str, tabs: tuple[Tab, ...], test_id: str) -> rx.Component:
    """Tabs within a page, for `rx.tabs.root(tab_list(...), tab_content(...), ...)`."""
    return rx.tabs.list(
        *[rx.tabs.trigger(_worded(tab), value=tab.value, data_testid=tab.test_id) for tab in tabs],
        class_name="tabs",
        aria_label=label,
        data_testid=test_id,
    )


def _worded(tab: Tab) -> rx.Component:
    if tab.count is None:
        return rx.el.span(tab.words)
    count = rx.Var.create(tab.count)
    return rx.el.span(tab.words, " ", rx.cond(count != "", rx.el.span(count, class_name=f"n {tab.tone}")))


def tab_content(value: str, *content: rx.Component) -> rx.Component:
    """What a tab within a page shows."""
    return rx.tabs.content(*content, value=value)
