"""The door, the dialogs about a session, and the account page, in their states."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery.specimen import Specimen, heard_with
from mbp_claims.gallery.staged import opened
from mbp_claims.ui.account import (
    account_done,
    password_card,
    second_codes,
    second_set_up,
    second_step_card,
    sessions_card,
)
from mbp_claims.ui.door import door, door_problem
from mbp_claims.ui.session import session_warning, sign_in_again, sign_out_button
from mbp_claims.ui.sign_in import code_step, codes_step, demo_offer, first_step, reset_step, set_up_step, sign_in_step
from mbp_claims.views.account import AccountView, SessionRow

WRONG = "Email and password do not match. Check both."
JUNE = AccountView("june.marlow@example.com", "Last changed 11/02/2026", codes="8 recovery codes left")
SAFE = AccountView(JUNE.email, JUNE.password, True, False, JUNE.codes)
ASKED = AccountView(JUNE.email, JUNE.password, True, True, "1 recovery code left")
SESSIONS = [
    SessionRow("7", "Chrome on Windows, from 192.168.1.20", "Signed in 11/23/2026 9:12 AM", True),
    SessionRow("5", "Safari on iPhone, from 10.0.0.7", "Signed in 11/23/2026 8:40 AM"),
]

SPECIMENS = (
    Specimen("door", "sign-in", lambda: door(sign_in_step(demo=True))),
    Specimen("door", "wrong", lambda: door(sign_in_step(WRONG))),
    Specimen("door", "code", lambda: door(code_step(shown=True))),
    Specimen("door", "set-up", lambda: door(set_up_step(shown=True))),
    Specimen("door", "recovery-codes", lambda: door(codes_step(shown=True))),
    Specimen("door", "first-run", lambda: door(first_step(shown=True))),
    Specimen("door", "reset", lambda: door(reset_step())),
    Specimen("door_problem", "sentence", lambda: door_problem(WRONG)),
    Specimen("demo_offer", "shown", lambda: demo_offer(True)),
    Specimen("sign_out_button", "words", lambda: sign_out_button("Sign out")),
    Specimen("session_warning", "open", lambda: opened(testids.SESSION_WARNING, session_warning())),
    Specimen("sign_in_again", "open", lambda: opened(testids.SIGN_IN_AGAIN, sign_in_again())),
    Specimen("password_card", "plain", lambda: password_card(rx.Var.create(JUNE))),
    Specimen("second_step_card", "none", lambda: second_step_card(rx.Var.create(JUNE))),
    Specimen("second_step_card", "on", lambda: second_step_card(rx.Var.create(SAFE))),
    Specimen("second_step_card", "asked-for", lambda: second_step_card(rx.Var.create(ASKED))),
    Specimen("second_set_up", "shown", lambda: second_set_up(True)),
    Specimen("second_codes", "shown", lambda: second_codes(True)),
    Specimen("account_done", "hidden", account_done),
    Specimen("sessions_card", "two", lambda: sessions_card(rx.Var.create(SESSIONS), on_end=heard_with("on_end"))),
)
