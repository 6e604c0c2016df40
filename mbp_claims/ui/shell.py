"""The frame around each page: navigation, top bar, banners, and the main part."""

from typing import Any

import reflex as rx
from reflex.style import set_color_mode
from reflex_components_core.core.banner import has_connection_errors

from mbp_claims import routes, testids
from mbp_claims.ui.keys import shortcut
from mbp_claims.ui.link import link
from mbp_claims.ui.palette import palette, palette_button
from mbp_claims.ui.session import session_warning, sign_in_again, sign_out_button
from mbp_claims.ui.shortcuts import shortcut_list
from mbp_claims.words import _

Crumb = tuple[Any, Any]


def shell(
    view: Any,
    *content: rx.Component,
    current: str,
    crumbs: tuple[Crumb, ...],
    busy: Any = False,
    announcement: Any = "",
    on_ready: Any = None,
) -> rx.Component:
    """A page in its frame. `view` is a ShellView; `current` one of Today, Clients, Claims, Money, ERA Inbox,
    Clearinghouse, Settings, Activity.

    `crumbs` are pairs of words and address, the last with address "". `busy` marks main while its content is on its
    way; `announcement` is read out when it changes; `on_ready()` runs when the page is there.
    """
    mounted = {} if on_ready is None else {"on_mount": on_ready}
    return rx.fragment(
        rx.el.a(_("Skip to main content"), href="#main", reload_document=True, class_name="skip"),
        rx.el.div(
            navigation(view, current),
            rx.el.div(
                rx.el.header(test_mode_banner(view), top_bar(crumbs)),
                rx.el.main(*content, id="main", tab_index=-1, aria_busy=rx.cond(busy, "true", "false"), **mounted),
                rx.el.p(view.printed, class_name="printed"),
            ),
            live_region(announcement),
            class_name="app",
        ),
        palette(),
        shortcut_list(),
        session_warning(),
        sign_in_again(),
    )


def navigation(view: Any, current: str) -> rx.Component:
    """The rail: only what has a page for her, with the counts of what waits there, and who works here."""
    return rx.el.nav(
        rx.el.div(rx.el.div(rx.icon("leaf"), class_name="mark"), rx.el.span("My Best Practice"), class_name="brand"),
        _item(_("Today"), "house", routes.TODAY, current, keys="g t"),
        _item(_("Clients"), "users", routes.CLIENTS, current, keys="g c"),
        _item(_("Claims"), "receipt-text", routes.CLAIMS, current, view.pending, _("pending"), keys="g l"),
        _item(_("Money"), "chart-column", routes.MONEY, current, keys="g m"),
        _shown(
            view.office,
            _item(_("ERA Inbox"), "inbox", routes.ERAS, current, view.to_review, _("to review"), keys="g e"),
            _item(_("Clearinghouse"), "send", routes.CLEARINGHOUSE, current, view.to_send, _("waiting to be sent")),
        ),
        _shown(
            view.owner,
            _item(_("Settings"), "settings", routes.SETTINGS, current),
            _item(_("People"), "user-cog", routes.PEOPLE, current),
            _item(_("Activity"), "history", routes.AUDIT, current),
        ),
        rx.el.div(
            rx.el.div(view.initials, class_name="avatar", aria_hidden="true"),
            rx.el.div(rx.el.b(view.clinician), rx.el.span(view.practice, class_name="muted")),
            class_name="foot",
        ),
        class_name="rail",
        aria_label=_("Main"),
    )


def _shown(hers: Any, *items: rx.Component) -> rx.Component:
    """For whose role it is."""
    return rx.cond(hers, rx.fragment(*items), rx.fragment())


def _item(
    label: str, icon: str, to: str, current: str, count: Any = "", waiting: str = "", keys: str = ""
) -> rx.Component:
    here = {"aria_current": "page"} if label == current else {}
    here |= {"custom_attrs": shortcut(keys)} if keys else {}
    return link(
        rx.icon(icon),
        rx.el.span(label),
        rx.cond(count, rx.el.span(count, class_name="cnt"), rx.fragment()),
        to=to,
        aria_label=rx.cond(count, f"{label}, {count} {waiting}", label),
        **here,
    )


def top_bar(crumbs: tuple[Crumb, ...]) -> rx.Component:
    """Where we are, the switch between light and dark, and the way out."""
    *way, (here, __) = crumbs
    steps = [part for words, to in way for part in (link(words, to=to), rx.el.span("/", aria_hidden="true"))]
    return rx.el.div(
        rx.el.nav(*steps, rx.el.b(here, aria_current="page"), class_name="crumb", aria_label=_("Breadcrumb")),
        rx.el.div(palette_button(), theme_toggle(), _themes(), _account_link(), sign_out_button(), class_name="own"),
        class_name="top",
    )


def _account_link() -> rx.Component:
    return link(
        rx.icon("circle-user-round"), to=routes.ACCOUNT, class_name="iconbtn", aria_label=_("Your account"),
        title=_("Your account"), data_testid=testids.ACCOUNT_LINK,
    )  # fmt: skip


def theme_toggle() -> rx.Component:
    """Light or dark, kept by the browser."""
    return rx.el.button(
        rx.color_mode_cond(rx.icon("moon"), rx.icon("sun")),
        type="button",
        class_name="iconbtn",
        aria_label=_("Toggle dark mode"),
        on_click=rx.toggle_color_mode,
        data_testid=testids.THEME_TOGGLE,
    )


def _themes() -> rx.Component:
    """What the palette presses; a person chooses on the account page."""
    modes = ("light", "dark", "system")
    return rx.el.span(
        *(
            rx.el.button(type="button", on_click=set_color_mode(mode), custom_attrs={"data-theme": mode})
            for mode in modes
        ),
        hidden=True,
    )


def live_region(announcement: Any) -> rx.Component:
    """What a screen reader hears when something changed by itself."""
    return rx.el.div(announcement, class_name="sr", role="status", aria_live="polite", data_testid=testids.LIVE_REGION)


def test_mode_banner(view: Any) -> rx.Component:
    """Says that nothing here is real."""
    words = rx.el.div(
        rx.icon("flask-conical"), _("Test mode. Synthetic data."), class_name="strip",
        data_testid=testids.TEST_MODE_BANNER,
    )  # fmt: skip
    return rx.cond(view.test_mode, words, rx.fragment())


def connection_banner(lost: Any = has_connection_errors) -> rx.Component:
    """Says that the server is not there just now. For `extra_overlay_function`, in place of Reflex's own."""
    words = rx.el.div(
        rx.icon("refresh-cw", class_name="spin"),
        _("Reconnecting… Your work is kept."),
        class_name="strip lost",
        role="status",
        data_testid=testids.CONNECTION_BANNER,
    )
    return rx.cond(lost, words, rx.fragment())


def page_head(title: Any, *actions: rx.Component, below: Any = None, beside: Any = None, **props: Any) -> rx.Component:
    """The heading of a page, a line below it, a chip beside it, and its buttons on the right."""
    heading = rx.el.h1(title, **props)
    return rx.el.div(
        rx.el.div(
            heading if beside is None else rx.el.div(heading, beside, class_name="titled"),
            *([] if below is None else [below]),
        ),
        *([rx.el.div(*actions, class_name="end")] if actions else []),
        class_name="head",
    )


def section_head(title: Any, element_id: str, *actions: rx.Component, below: Any = None) -> rx.Component:
    """The heading of a part of a page; the region it heads says aria_labelledby=element_id."""
    return rx.el.div(
        rx.el.div(rx.el.h2(title, id=element_id), *([] if below is None else [rx.el.p(below)])),
        *([rx.el.div(*actions, class_name="end")] if actions else []),
        class_name="sec",
    )
