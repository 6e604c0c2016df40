"""/gallery lists the components, /gallery/<component> shows one in both themes and at three widths, and
/gallery/<component>/<state>?theme=dark one state alone: the address a screenshot is taken of.
"""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.gallery.beside import arguments_card, axe_card, controls_card, test_ids_card, tokens_card
from mbp_claims.gallery.sheet import SHEET, Drawn
from mbp_claims.ui.link import link
from mbp_claims.ui.shell import theme_toggle

WIDTHS = (("", "All"), ("390", "390"), ("820", "820"), ("1360", "1360"))


def add_gallery(app: rx.App) -> None:
    """The gallery's pages. Only in development: they show every state of every screen to anyone."""
    app.add_page(gallery, route=routes.GALLERY, title="Gallery")
    app.add_page(component, route=routes.COMPONENT, title="Gallery")
    app.add_page(alone, route=routes.SPECIMEN, title="Specimen")


def alone() -> rx.Component:
    """One specimen alone on the canvas."""
    return Drawn.create()


def gallery() -> rx.Component:
    """Every component, by name, with its states."""
    return _frame(
        rx.el.div(
            rx.el.h1("Gallery"),
            rx.el.p("Every component in every state, light and dark, at three widths."),
            class_name="head",
        ),
        rx.foreach(SHEET.groups, _group_card),
    )


def _group_card(group: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(group.name),
        rx.el.ul(rx.foreach(group.components, lambda each: rx.el.li(
            link(each.name, to=f"{routes.GALLERY}/{each.name}"), rx.el.span(each.count, class_name="muted"),
            custom_attrs={"data-named": each.name}))),
        class_name="card names",
    )  # fmt: skip


def component() -> rx.Component:
    """One component in one state, both themes side by side, and what is to be known of it."""
    return _frame(
        _head(),
        _controls(),
        controls_card(SHEET.about),
        rx.el.div(rx.foreach(SHEET.frames, _at_width), class_name="spec", data_testid=testids.GALLERY_FRAMES),
        rx.el.div(
            arguments_card(SHEET.about), tokens_card(), test_ids_card(), axe_card(), class_name="beside"
        ),
    )  # fmt: skip


def _head() -> rx.Component:
    alone_at = f"{routes.GALLERY}/{SHEET.component}/{SHEET.state}"
    copy = rx.el.button(
        rx.icon("link"), rx.el.span("Copy link"), type="button", class_name="btn",
        custom_attrs={"data-copies-link": ""}, data_testid=testids.GALLERY_COPY,
    )  # fmt: skip
    open_alone = rx.el.a(
        rx.icon("arrow-up-right"), "Open alone", href=alone_at, class_name="btn", custom_attrs={"data-alone": ""}
    )
    titled = rx.el.div(
        rx.el.h1(SHEET.component), rx.el.span(SHEET.about.source, class_name="code muted"), class_name="titled"
    )
    told = rx.el.div(titled, rx.el.p(_told(SHEET.about.words)))
    return rx.el.div(told, rx.el.div(copy, open_alone, class_name="end"), class_name="head")


def _told(words: Any) -> rx.Component:
    """A docstring: what stands between backticks is code."""
    return rx.foreach(words.split("`"), lambda part, at: rx.el.span(part, class_name=rx.cond(at % 2 == 1, "code", "")))


def _controls() -> rx.Component:
    state = rx.el.select(
        rx.foreach(SHEET.states, lambda each: rx.el.option(each, value=each)),
        id="state", class_name="field", default_value=SHEET.state, key=SHEET.state,
        custom_attrs={"data-sets": "state"},
        data_testid=testids.GALLERY_STATE,
    )  # fmt: skip
    text = rx.el.select(
        rx.el.option("100 %", value="100"), rx.el.option("200 %", value="200"),
        id="text", class_name="field", default_value=SHEET.text, key=SHEET.text,
        custom_attrs={"data-sets": "text"},
    )  # fmt: skip
    widths = [
        rx.el.button(
            words, type="button", aria_pressed=rx.cond(SHEET.width == pixels, "true", "false"),
            custom_attrs={"data-sets": "width", "data-to": pixels},
        )
        for pixels, words in WIDTHS
    ]  # fmt: skip
    return rx.el.form(
        rx.el.div(rx.el.label("State", html_for="state", class_name="label"), state),
        rx.el.div(
            rx.el.span("Width", id="widths", class_name="label"),
            rx.el.div(*widths, class_name="seg2", role="group", aria_labelledby="widths"),
        ),
        rx.el.div(rx.el.label("Text size", html_for="text", class_name="label"), text),
        rx.el.label(
            rx.el.input(type="checkbox", custom_attrs={"data-long": ""}), "Long names", class_name="tick long"
        ),
        class_name="card controls", aria_label="Controls",
    )  # fmt: skip


def _at_width(width: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(width.name, " ", rx.el.span(f"{width.pixels} px", class_name="muted")),
        rx.el.div(rx.foreach(width.pair, _framed), class_name="pair"),
    )


def _framed(shown: Any) -> rx.Component:
    # `width` as a property would become a style.
    frame = rx.el.iframe(
        src=shown.address, title=shown.title, loading="lazy", custom_attrs={"width": shown.pixels}
    )  # fmt: skip
    return rx.el.figure(frame, rx.el.figcaption(custom_attrs={"data-verdict": ""}), class_name=f"framed {shown.theme}")


def _frame(*content: rx.Component) -> rx.Component:
    search = rx.el.div(
        rx.icon("search"),
        rx.el.input(
            type="search", class_name="field", placeholder="Find a component", aria_label="Find a component",
            auto_complete="off", custom_attrs={"data-finds": ""}, data_testid=testids.GALLERY_FIND,
        ),
        class_name="find",
    )  # fmt: skip
    nothing = rx.el.p(
        "No component has this name.", hidden=True, class_name="muted nothing", custom_attrs={"data-nothing": ""}
    )
    brand = rx.el.div(
        rx.el.span(rx.icon("layout-grid"), class_name="mark"), link("Gallery", to=routes.GALLERY), theme_toggle(),
        class_name="brand",
    )  # fmt: skip
    nav = rx.el.nav(
        brand, search, rx.el.div(nothing, role="status"), rx.foreach(SHEET.groups, _group),
        aria_label="Components", data_testid=testids.GALLERY_LIST,
    )
    return rx.el.div(nav, rx.el.main(*content), class_name="gal")


def _group(group: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(group.name),
        rx.foreach(group.components, lambda each: link(
            each.name, rx.el.span(each.count), to=f"{routes.GALLERY}/{each.name}",
            custom_attrs={"aria-current": rx.cond(SHEET.component == each.name, "page", "false"),
                          "data-named": each.name})),
    )  # fmt: skip
