"""Signing in. It shows nothing of a practice, so it needs no state: the script asks the server what there is to do."""

import reflex as rx

from mbp_claims.ui.door import door, sign_in_step


def sign_in_page() -> rx.Component:
    return door(sign_in_step())
