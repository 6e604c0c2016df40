"""Before anybody is known. These pages show nothing of a practice and need no state: the script asks the server."""

import reflex as rx

from mbp_claims.ui.door import door
from mbp_claims.ui.sign_in import code_step, codes_step, first_step, reset_step, set_up_step, sign_in_step


def sign_in_page() -> rx.Component:
    return door(sign_in_step(), code_step(), set_up_step(), codes_step(), first_step())


def reset_password_page() -> rx.Component:
    return door(reset_step())
