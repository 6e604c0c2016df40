"""The Records tab: disclosures, and the form over them. All invented."""

from dataclasses import replace

from mbp_claims import testids
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.staged import opened, said
from mbp_claims.ui.disclosure_form import disclosure_form
from mbp_claims.ui.records import disclosure_table, disclosures, record_export
from mbp_claims.views.records import DisclosureForm, DisclosureRow, RecordsView

SENT = DisclosureRow(
    "1", "11/04/2026", "Cigna, through the clearinghouse", "",
    "Claim C-1042-S: name, birth date, address, member ID, diagnoses, services of 11/03/2026 and charges",
    "To be paid. File QUIETCOVE-000000201-1a2b3c4d.837p", "Payment", "Not required, 164.528(a)(1)(i)", "neutral",
    "check", "June Marlow, LCSW",
)  # fmt: skip
COURT = DisclosureRow(
    "2", "10/12/2026", "Cumberland County Superior Court", "205 Newbury Street, Portland, ME 04101",
    "Dates of all sessions since June", "Subpoena of 10/01/2026, case CV-26-118",
    "Court order, subpoena or other legal process", "Must be told", "warning", "send", "June Marlow, LCSW", "7",
)  # fmt: skip
WRONG = replace(COURT, key="3", counts="Recorded by mistake", tone="neutral", icon="undo-2", is_wrong=True)
VIEW = RecordsView(
    "R-0412", "11/23/2020", "3 disclosures, 1 must be told", "/files/disclosures/1", "/audit?client=R-0412",
    [SENT, COURT, WRONG],
)  # fmt: skip
EMPTY = DisclosureForm("1", False, "Rowan Ellis", "11/23/2026")
REFUSED = replace(
    EMPTY, recipient="", purpose="court",
    errors={
        "recipient": "Enter who received it", "what": "Say what was disclosed",
        "why": "Say in a sentence what it was disclosed for",
    },
)  # fmt: skip
EXPORT = DisclosureForm(
    "1", True, "Rowan Ellis", "", "Rowan Ellis", "27 Thistledown Row, Portland, ME 04101", purpose="client"
)


def _disclosures(view: RecordsView):  # type: ignore[no-untyped-def]
    marks = {"on_wrong": heard_with("disclosures.on_wrong"), "on_right": heard_with("disclosures.on_right")}
    return disclosures(view, on_record=heard("disclosures.on_record"), **marks)


def _form(view: DisclosureForm):  # type: ignore[no-untyped-def]
    return opened(testids.DISCLOSURE_DIALOG, disclosure_form(view, on_submit=said("disclosure_form.on_submit")))


SPECIMENS = (
    Specimen("record_export", "owner", lambda: record_export(VIEW, on_export=heard("record_export.on_export"))),
    Specimen(
        "record_export", "clinician",
        lambda: record_export(replace(VIEW, activity=""), on_export=heard("record_export.on_export")),
    ),
    Specimen("disclosures", "three", lambda: _disclosures(VIEW)),
    Specimen("disclosures", "none", lambda: _disclosures(RecordsView("R-0412", "11/23/2020", "0 disclosures"))),
    Specimen(
        "disclosure_table", "each-kind",
        lambda: disclosure_table(
            [SENT, COURT, WRONG], on_wrong=heard_with("on_wrong"), on_right=heard_with("on_right")
        ),
    ),
    Specimen("disclosure_form", "empty", lambda: _form(EMPTY)),
    Specimen("disclosure_form", "errors", lambda: _form(REFUSED)),
    Specimen("disclosure_form", "export", lambda: _form(EXPORT)),
    Specimen("disclosure_form", "failed", lambda: _form(replace(EMPTY, failure="Nothing was recorded. Your entries are "
                                                                "still here."))),
)  # fmt: skip
