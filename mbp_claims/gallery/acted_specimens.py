"""What only a hand or the program brings about: an open list, an open menu, a file above the zone, a toast."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.gallery.staged import ACTS, DONE, NO_ERRORS, acted
from mbp_claims.gallery.table_specimens import EVENTS
from mbp_claims.ui.actions_menu import actions_menu
from mbp_claims.ui.combobox import combobox_field
from mbp_claims.ui.era_drop import era_drop
from mbp_claims.ui.field import Entry

PAYER = Entry("payer", "Payer", testids.PLAN_PAYER, "Search by name or payer ID")
BOX = "document.querySelector('[role=combobox]')"
TYPED = (
    "const box = {box}; box.focus(); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')"
    ".set.call(box, '{text}'); box.dispatchEvent(new Event('input', {{ bubbles: true }}))"
)
OPENED = f"{BOX}.focus(); {BOX}.click()"
MENU = "const menu = document.querySelector('[aria-haspopup=menu]'); menu.focus(); menu.dispatchEvent(" \
    "new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))"  # fmt: skip
DRAG = "const held = new DataTransfer(); held.items.add(new File(['ISA'], 'remit.835')); " \
    f"document.getElementById('{testids.ERA_UPLOAD_ID}').dispatchEvent(" \
    "new DragEvent('dragenter', { bubbles: true, dataTransfer: held }))"  # fmt: skip
FOREVER = 100_000_000
OF_TOASTS = "What is said in passing, by state/toasts.py. It stays while the pointer rests on it."
MOST_ITEMS = "file details era - not-billable"


def _payer() -> rx.Component:
    return combobox_field(
        PAYER, "", NO_ERRORS, options=cast.PAYERS, list_label="Payers", none="No payer matches “{q}”.",
        adds="Add “{q}” as a new payer", option_test_id=testids.PAYER_OPTION,
    )  # fmt: skip


def _typed(text: str) -> str:
    return TYPED.format(box=BOX, text=text)


def _toast(made: Any) -> rx.Component:
    return rx.el.div(rx.el.p("What a page shows is here."), on_mount=[made, rx.run_script(DONE)], **ACTS)


SPECIMENS = (
    Specimen("combobox_field", "open", lambda: acted(_payer(), OPENED)),
    Specimen("combobox_field", "filtered", lambda: acted(_payer(), _typed("ci"))),
    Specimen("combobox_field", "none", lambda: acted(_payer(), _typed("zzz"))),
    Specimen("actions_menu", "open", lambda: acted(actions_menu("C-1042-S", MOST_ITEMS, EVENTS), MENU)),
    Specimen("era_drop", "drag", lambda: acted(era_drop(heard("on_import")), DRAG)),
    Specimen("toasts", "done", lambda: _toast(rx.toast.success(
        "C-1042-S filed to Cigna.", id="specimen", duration=FOREVER)), OF_TOASTS),
    Specimen("toasts", "refused", lambda: _toast(rx.toast.error(
        "The claim was not filed. Nothing was changed.", id="specimen", duration=FOREVER)), OF_TOASTS),
)  # fmt: skip
