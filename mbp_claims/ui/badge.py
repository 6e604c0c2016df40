"""P and S: which plan is billed. Letter, colour and place, never colour alone."""

from typing import Any

import reflex as rx

from mbp_claims.words import _


def badge(letter: Any, *, mini: bool = False) -> rx.Component:
    """The square with "P" (teal) or "S" (violet). Hidden from screen readers: say primary or secondary beside it."""
    size = "ps mini" if mini else "ps"
    tone = rx.match(letter, ("P", f"{size} p"), ("S", f"{size} s"), f"{size} none")
    return rx.el.span(letter, class_name=tone, aria_hidden="true")


def billed_payer(letter: Any, name: Any) -> rx.Component:
    """A payer with its badge: `[S] Cigna`, read as "Cigna (secondary)"."""
    rank = rx.match(letter, ("P", _(" (primary)")), ("S", _(" (secondary)")), "")
    said = rx.el.span(name, rx.el.span(rank, class_name="sr"), class_name="named")
    return rx.el.span(badge(letter, mini=True), said, class_name="payer")


def then_payer(name: Any) -> rx.Component:
    """Which plan comes after the primary: `then [S] Cigna`. Nothing where there is none."""
    rank = rx.el.span(_(" (secondary)"), class_name="sr")
    return rx.cond(name, rx.el.span(_("then "), badge("S", mini=True), name, rank, class_name="then"), rx.fragment())


def badges(letters: Any, otherwise: Any) -> rx.Component:
    """A client's active plans: "P", "PS", "S", or the words `otherwise` where there is none."""
    named = {"P": _("Primary"), "PS": _("Primary and secondary"), "S": _("Secondary")}
    return rx.match(
        letters,
        *((key, _lettered(key, words)) for key, words in named.items()),
        rx.el.span(otherwise, class_name="muted"),
    )


def _lettered(letters: str, words: str) -> rx.Component:
    marks = [badge(letter, mini=True) for letter in letters]
    return rx.el.span(*marks, rx.el.span(words, class_name="sr"), class_name="payer")
