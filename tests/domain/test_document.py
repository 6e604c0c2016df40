"""What a file in a chart is called, what it is told to be, and what its form may say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.document import LONGEST_NAME, DocumentDraft, DocumentKind, is_protected, kind_of, named_after
from mbp_claims.domain.violation import RuleViolation

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("consent_to_treatment.pdf", "Consent to treatment"),
        ("C:\\scans\\IMG-0412.JPG", "IMG-0412"),
        ("../../etc/passwd", "Passwd"),
        ("Letter of 11.03.2026.pdf", "Letter of 11.03.2026"),
        (".pdf", "Document"),
        ("", "Document"),
        ("\x00\n.png", "Document"),
    ],
)
def test_a_document_is_called_as_its_file_is_without_path_and_ending(file: str, name: str):
    assert named_after(file) == name


@given(st.text(max_size=400))
def test_whatever_a_file_is_called_the_name_can_be_kept_and_stands_in_the_form(file: str):
    name = named_after(file)
    assert 0 < len(name) <= LONGEST_NAME and name.isprintable()
    kind = kind_of(name)
    assert DocumentDraft.parse({"name": name, "kind": kind}, TODAY).kind is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Consent to treatment", DocumentKind.CONSENT),
        ("ROI to Dr. Lee", DocumentKind.RELEASE),
        ("Consent to release of records", DocumentKind.RELEASE),
        ("Driver's license", DocumentKind.PHOTO_ID),
        ("Idaho trip", DocumentKind.OTHER),
        ("EOB Aetna", DocumentKind.PAYER),
        ("PHQ9", DocumentKind.ASSESSMENT),
        ("IMG-0412", DocumentKind.OTHER),
    ],
)
def test_the_name_tells_the_kind_where_it_can(name: str, kind: DocumentKind):
    assert kind_of(name) is kind


def test_the_form_wants_a_name_and_a_kind():
    with pytest.raises(RuleViolation) as refused:
        DocumentDraft.parse({"name": " ", "kind": "diary", "note": "x" * 301}, TODAY)
    assert refused.value.fields == {
        "name": "Enter a name for the document", "kind": "Choose what it is", "note": "Use 300 characters or fewer",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "protected"),
    [
        (b"%PDF-1.7 trailer << /Encrypt 5 0 R >> startxref", True),
        (b"%PDF-1.7 trailer << /Encrypt <</Filter/Standard>> >> startxref", True),
        (b"%PDF-1.7 trailer << /Size 4 >> startxref", False),
        (b"%PDF-1.7 (how to /Encrypt a file) startxref", False),
    ],
)
def test_a_pdf_that_may_ask_for_a_password_is_told_apart(content: bytes, protected: bool):
    assert is_protected(content) is protected


def test_a_pdf_that_was_cut_short_is_told():
    with pytest.raises(RuleViolation, match="cut short"):
        is_protected(b"%PDF-1.7 1 0 obj << /Type /Catalog")
