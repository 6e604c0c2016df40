"""What hands on a keyboard meet: keys, and the list of shortcuts."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.staged import opened
from mbp_claims.ui.appearance import appearance_card
from mbp_claims.ui.keys import CTRL, hint, key_cap
from mbp_claims.ui.palette import palette, palette_button
from mbp_claims.ui.shortcuts import shortcut_list

SPECIMENS = (
    Specimen("key_cap", "kinds", lambda: rx.el.div(*map(key_cap, (CTRL, "K", "↵", "Esc")), class_name="shelf")),
    Specimen("hint", "of-an-item", lambda: rx.el.div("File Claim", hint("F"), class_name="shelf")),
    Specimen("palette_button", "closed", lambda: rx.el.div(palette_button(), class_name="shelf")),
    Specimen("palette", "open", lambda: opened(testids.PALETTE, palette())),
    Specimen("appearance_card", "as-it-is", appearance_card),
    Specimen("shortcut_list", "open", lambda: opened(testids.SHORTCUTS, shortcut_list())),
)
