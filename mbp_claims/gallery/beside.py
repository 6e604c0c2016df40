"""What stands beside a specimen: its arguments and how to change them, its tokens, test ids, and what axe says."""

from typing import Any

import reflex as rx

from mbp_claims import testids


def controls_card(about: Any) -> rx.Component:
    """A field for each argument that can be changed; files/frames.js hands what is typed to the frames."""
    fields = rx.el.form(rx.foreach(about.controls, _control), class_name="changes")
    back = rx.el.button("As it was", type="button", class_name="btn sm", custom_attrs={"data-resets": ""})
    head = rx.el.summary(rx.el.h2("Change its arguments"), rx.el.span(about.controls.length(), class_name="muted"))
    return rx.cond(
        about.controls.length() > 0,
        rx.el.details(head, fields, back, class_name="card", open=True, data_testid=testids.GALLERY_CONTROLS),
        rx.fragment(),
    )


def _control(control: Any) -> rx.Component:
    made: dict[str, Any] = {
        "id": f"change-{control.place}", "custom_attrs": {"data-changes": control.place, "data-was": control.value}
    }  # fmt: skip
    options = rx.foreach(control.choices, lambda each: rx.el.option(each, value=each))
    box = rx.match(
        control.kind,
        ("switch", rx.el.input(type="checkbox", **made)),
        ("number", rx.el.input(type="number", class_name="field", default_value=control.value, **made)),
        ("choice", rx.el.select(options, class_name="field", default_value=control.value, **made)),
        rx.el.input(type="text", class_name="field", default_value=control.value, **made),
    )
    return rx.el.label(rx.el.span(control.place, class_name="code"), box, key=control.place)


def arguments_card(about: Any) -> rx.Component:
    """The signature of the component, and what this specimen gives it."""
    heads = [rx.el.th(words, scope="col") for words in ("Name", "Type", "Default", "Here")]
    table = rx.el.table(
        rx.el.caption("Arguments", class_name="sr"),
        rx.el.thead(rx.el.tr(*heads)),
        rx.el.tbody(rx.foreach(about.rows, _argument)),
        class_name="keep",
    )
    return _card("Arguments", rx.el.div(table, class_name="wrap"), testids.GALLERY_ARGUMENTS)


def _argument(row: Any) -> rx.Component:
    cells = (rx.el.td(text, class_name="code") for text in (row.type, row.default, row.value))
    return rx.el.tr(rx.el.th(row.name, scope="row", class_name="code"), *cells)


def tokens_card() -> rx.Component:
    """Filled by files/reading.js from the specimen as it stands."""
    return _card("Tokens used, contrast now", rx.el.div(custom_attrs={"data-tokens": ""}), testids.GALLERY_TOKENS)


def test_ids_card() -> rx.Component:
    """Filled by files/reading.js from the specimen as it stands."""
    return _card("Test ids", rx.el.div(custom_attrs={"data-ids": ""}), testids.GALLERY_TEST_IDS)


def axe_card() -> rx.Component:
    """Filled by files/reading.js with what axe finds in the frames."""
    return _card("Accessibility", rx.el.div(custom_attrs={"data-axe": ""}, role="status"), testids.GALLERY_AXE)


def _card(title: str, content: rx.Component, test_id: str) -> rx.Component:
    return rx.el.section(rx.el.h2(title), content, class_name="card pad", aria_label=title, data_testid=test_id)
