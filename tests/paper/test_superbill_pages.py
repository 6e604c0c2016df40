"""The superbill's PDF: letter size, and word for word what the page on the screen says."""

from dataclasses import replace
from datetime import date, datetime

import pypdfium2
from papers import words

from mbp_claims.domain.superbill import Bill, BillLine, Party
from mbp_claims.domain.superbill_sheet import Fact, Heads, Sheet, SheetLine, sheet
from mbp_claims.paper.printing import print_superbill

PRACTICE = Party(
    "Quiet Cove Counseling", ("14 Larkspur Landing", "Portland, ME 04101-0014"), "(207) 555-0100", "1234567893"
)  # fmt: skip
CLIENT = Party("Rowan Ellis", ("27 Thistledown Row", "Portland, ME 04101"), "", "R-0412")
LINE = BillLine(
    7, "C-1042", date(2026, 11, 3), "90837", ("95",), "10", 1, ("F411",), "June Marlow, LCSW", "1245319599", 16000,
    9280, 4400,
)  # fmt: skip


def shown(count: int = 2, client: Party = CLIENT) -> Sheet:
    lines = tuple(replace(LINE, service_id=n, day=date(2026, 11, 1 + n % 28)) for n in range(count))
    bill = Bill(PRACTICE, "98-7654321", "EI", client, date(1988, 3, 14), date(2026, 11, 1), date(2026, 11, 30), lines)
    return sheet(bill, "SB-1001", datetime(2026, 11, 23, 21, 40), "June Marlow, LCSW")


def printed(of: Sheet) -> str:
    return " ".join(" ".join(words(print_superbill(of))).split())


def told(of: Sheet) -> set[str]:
    """Every word that the sheet holds."""
    found: set[str] = {of.number, of.period, of.about, of.fee, of.paid, of.signed_by, *of.practice, *of.client}
    for one in (*of.practice_facts, *of.client_facts, *of.diagnoses, *of.totals):
        assert isinstance(one, Fact)
        found |= {one.label, one.value}
    for line in of.lines:
        assert isinstance(line, SheetLine)
        found |= {value for name, value in vars(line).items() if name != "key"}
    return found | set(Heads.COLUMNS)


def test_it_says_all_that_the_page_says():
    of = shown()
    text = printed(of)
    assert not [said for said in told(of) if said not in text]
    assert "Total $320.00 $185.60" in text
    assert "Page 1 of 1" in text


def test_its_pages_are_letter_size_and_name_nobody_in_their_title():
    document = pypdfium2.PdfDocument(print_superbill(shown()))
    assert document.get_page_size(0) == (612, 792)
    assert document.get_metadata_dict()["Title"] == "Superbill SB-1001"


def test_many_sessions_go_over_pages_with_their_heads_and_the_signature_is_not_alone():
    pages = words(print_superbill(shown(60)))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.split())
        assert "Superbill SB-1001. Made 11/23/2026 by June Marlow, LCSW." in " ".join(page.split())
    assert all("Diagnosis" in page for page in pages[:-1])
    assert "Signature" in pages[-1] and "Paid by insurance" in pages[-1]


def test_a_name_in_any_letters_is_printed_as_it_is():
    text = printed(shown(client=replace(CLIENT, name="Łucja <b>& Ellis")))
    assert "LUCJA <B>& ELLIS" in text.upper()


def test_the_same_superbill_is_the_same_file():
    assert print_superbill(shown()) == print_superbill(shown())
