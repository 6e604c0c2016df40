"""The door in its states."""

from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui.door import demo_offer, door, door_problem, sign_in_step

WRONG = "Email and password do not match. Check both."

SPECIMENS = (
    Specimen("door", "sign-in", lambda: door(sign_in_step(demo=True))),
    Specimen("door", "wrong", lambda: door(sign_in_step(WRONG))),
    Specimen("door_problem", "sentence", lambda: door_problem(WRONG)),
    Specimen("demo_offer", "shown", lambda: demo_offer(True)),
)
