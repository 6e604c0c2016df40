"""The Settings page: its sections, and the form over each. All invented."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.staged import opened, said
from mbp_claims.ui.crossover_waits import crossover_waits
from mbp_claims.ui.practice_form import practice_form
from mbp_claims.ui.settings import missing_facts, practice_part, signing_in
from mbp_claims.views.settings import Facts, PracticeForm, WaitRow, WaitsView

IDENTITY: Facts = [
    ("Name on claims", "My Best Practice Demo"), ("Who bills", "An organization"),
    ("Address", "14 Larkspur Landing, Portland, ME 04101-0014"), ("Phone", "(207) 555-0100"),
    ("Contact for payers", "BILLING OFFICE"),
]  # fmt: skip
NUMBERS: Facts = [("NPI", "1234567893"), ("Social security number (SSN)", "•••-••-4321"), ("Taxonomy code", "")]
MISSING = ["Add the practice’s NPI", "Add the practice’s clearinghouse ID"]
FORM = PracticeForm(
    "1", "identity", "organization", "My Best Practice Demo", "", "14 Larkspur Landing", "Portland", "ME", "04101-0014",
    "(207) 555-0100", "BILLING OFFICE", "1234567893", "EI", "98-7654321", "1041C0700X", "MBPDEMO", "Clearinghouse One",
    "CLEARHOUSE1",
)  # fmt: skip
PERSON = replace(FORM, kind="person", name="Marlow", first_name="June")
WRONG = replace(
    FORM, address="PO Box 12", zip="04101", phone="555",
    errors={
        "address": "Enter a street address. Payers refuse a PO box here.",
        "zip": "ZIP code must have all 9 digits, like 04101-0014",
        "phone": "Phone must be 10 digits, like (207) 555-0142",
    },
)  # fmt: skip
FAILED = replace(FORM, part="sending", failure="The settings were not saved. Your entries are still here.")


def _part(facts: Facts, title: str) -> rx.Component:
    return practice_part("identity", title, facts, on_edit=heard("practice_part.on_edit"))


def _form(view: PracticeForm) -> rx.Component:
    return opened(testids.PRACTICE_DIALOG, practice_form(view, on_submit=said("practice_form.on_submit")))


def _waits(view: WaitsView) -> rx.Component:
    return crossover_waits(view, on_submit=said("crossover_waits.on_submit"))


WAITS = WaitsView("1", [WaitRow("days-1", "Aetna", "15"), WaitRow("days-3", "Medicare Part B, Maine", "20")])
WAIT = "Enter how many working days to wait for Aetna, from 1 to 90"
SPECIMENS = (
    Specimen("crossover_waits", "two", lambda: _waits(WAITS)),
    Specimen("crossover_waits", "none", lambda: _waits(WaitsView())),
    Specimen("crossover_waits", "error", lambda: _waits(replace(WAITS, errors={"days-1": WAIT}))),
    Specimen("practice_part", "identity", lambda: _part(IDENTITY, "Practice")),
    Specimen("practice_part", "numbers", lambda: _part(NUMBERS, "NPI and tax ID")),
    Specimen("missing_facts", "two", lambda: missing_facts(MISSING)),
    Specimen("missing_facts", "none", lambda: missing_facts([])),
    Specimen("signing_in", "asked", lambda: signing_in(True, on_ask=heard_with("signing_in.on_ask"))),
    Specimen("practice_form", "identity", lambda: _form(FORM)),
    Specimen("practice_form", "person", lambda: _form(PERSON)),
    Specimen("practice_form", "errors", lambda: _form(WRONG)),
    Specimen("practice_form", "numbers", lambda: _form(replace(FORM, part="numbers"))),
    Specimen("practice_form", "sending-failed", lambda: _form(FAILED)),
)
