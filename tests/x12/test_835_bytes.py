"""Rules 1 to 4: what is X12 at all, how it is encoded, what may stand around a segment."""

import io

import pytest
from remits import CROSSED_OVER, GOOD, TWO_PAYMENTS, claim, refusal, refused, remit

from mbp_claims.x12.era_835 import read_835, read_payments
from mbp_claims.x12.intake import Intake


@pytest.mark.parametrize(
    "data, because",
    [
        (b"", "It is empty."),
        (b" \r\n\r\n", "It is empty."),
        (b"\xef\xbb\xbf", "It is empty."),
        (b"%PDF-1.7\n%\xe2\xe3", "It is a PDF. Ask the payer for the electronic file."),
        (b"PK\x03\x04\x14\x00", "It is a ZIP archive, or a Word or Excel file. Unpack an archive first."),
        (b"\x1f\x8b\x08\x00", "It is compressed (gzip). Unpack it first."),
        (b"\xd0\xcf\x11\xe0\xa1", "It is an old Word or Excel file."),
        (b"<!DOCTYPE html><html>", "It looks like a web page (HTML) or XML."),
        (b"\xef\xbb\xbf\n  <?xml version='1.0'?>", "It looks like a web page (HTML) or XML."),
        (b'{\n  "claim": 1}', "It looks like JSON."),
        (b"{\\rtf1\\ansi", "It is a Word text (RTF)."),
        (b"Client,Paid,Date\nRivera,100.00,2026-01-02\n", "It looks like a table of values (CSV)."),
        (b"STATUS;PAID;DATE\nopen;100.00;2026-01-02\n", "It looks like a table of values (CSV)."),
        (b"UNA:+.? 'UNB+UNOA", "It is EDIFACT, not X12."),
        (b"MSH|^~\\&|", "It is an HL7 message."),
        (b"-----BEGIN PGP MESSAGE-----", "It is encrypted or signed (PGP). Decrypt it first."),
        (b"Dear colleague", "It starts with text; X12 starts with “ISA”."),
        (b"bad_file\n", "It starts with text; X12 starts with “ISA”."),
        (b"\x89PNG\r\n", "It is a picture (PNG)."),
        (b"\x01\x02\x03", "It starts with no text; X12 starts with “ISA”."),
        (b"GS*HP*A*B~", "Its first line is a GS: the ISA segment before it is missing."),
        (b"ST*835*0001~", "Its first line is an ST: the ISA segment before it is missing."),
        (GOOD.encode("utf-16"), "It is saved as UTF-16, and X12 is plain text of one byte per character."),
        (GOOD.encode("utf-16-le"), "It is saved as UTF-16, and X12 is plain text of one byte per character."),
        (GOOD.lower().encode(), "Its segment names are in small letters; X12 has them in capitals (ISA)."),
    ],
)  # fmt: skip
def test_rule_1_what_is_no_x12_is_refused_by_what_it_looks_like(data, because):
    error = refusal(data, Intake("remit.835"))
    assert error.sentence == f"remit.835 is not an 835 file. {because}"
    assert error.place is None


def test_rule_1_a_byte_order_mark_and_blanks_before_the_isa_are_passed_over_and_told():
    plain = read_835(GOOD.encode())
    marked = read_835(b"\xef\xbb\xbf" + GOOD.encode())
    indented = read_835(b"\r\n  " + GOOD.encode())
    assert marked.payments == indented.payments == plain.payments
    assert marked.warnings == ("Segment ISA on line 1: a byte order mark before it was ignored.",)
    assert indented.warnings == ("Segment ISA on line 2: blanks before it were ignored.",)
    assert plain.warnings == ()


def test_rule_2_a_name_beyond_ascii_is_kept_and_told():
    found = claim(("RIVERA", "RIVÉRA"))
    assert found.patient.last == "RIVÉRA"
    assert "it holds characters outside of the X12 character set" in found.warnings[0]


def test_rule_2_what_is_not_utf_8_is_read_as_latin_1_and_told():
    (found,) = next(read_payments(remit(("RIVERA", "RIVÉRA")).decode().encode("latin-1"))).claims
    assert found.patient.last == "RIVÉRA"
    assert found.warnings == ("Segment 14 (NM1) on line 16: it is not UTF-8 and was read as Latin-1.",)


@pytest.mark.parametrize("after", ["", "\n", "\r\n", "\n\n", "  \r\n ", "\t"])
def test_rule_3_any_mix_of_line_ends_and_blanks_may_follow_a_terminator(after):
    data = GOOD.replace("~\n", "~" + after).encode()
    assert read_835(data) == read_835(GOOD.encode())


@pytest.mark.parametrize("terminator", ["\n", "\r", "\r\n", "\n\n", "'", "\x1c"])
def test_rule_3_the_terminator_may_itself_be_a_line_end(terminator):
    data = GOOD.replace("~\n", terminator).encode()
    assert read_835(data) == read_835(GOOD.encode())


@pytest.mark.parametrize("padding", [b"\x00" * 900, b"\x1a", b"\r\n\r\n\x00\x1a", b" " * 80, b" " * 20_000])
def test_rule_3_padding_after_the_last_iea_is_ignored(padding):
    assert read_835(GOOD.encode() + padding).warnings == ()
    assert read_835(GOOD.rstrip("~\n").encode() + padding) == read_835(GOOD.encode())


def test_rule_3_anything_else_after_an_iea_is_refused():
    error = refusal(GOOD + "REF*6R*1~")
    assert error.sentence == (
        "Segment IEA on line 34: “REF” follows after the end of the interchange, an ISA or the end of the file is "
        "expected. The last good claim is CHC-2026-0001."
    )


def test_rule_4_a_segment_name_in_small_letters_is_refused():
    assert refused(("CAS*CO*45*70", "cas*CO*45*70")) == (
        "Claim CHC-2026-0001, segment 19 (cas) on line 21: the name of a segment stands in small letters, "
        "capitals are expected. No claim was read before it."
    )


def test_rule_4_data_in_small_letters_is_accepted():
    assert claim(("RIVERA*DANA", "Rivera*Dana")).patient.name == "Dana M Rivera"


def test_a_segment_without_a_name_and_an_empty_segment_are_refused():
    assert "it is empty" in refused(("REF*6R*1~", "REF*6R*1~~"))
    assert "a segment has no name, “7” was found" in refused(("REF*6R*1~", "REF*6R*1~7*1~"))


def test_the_source_may_be_bytes_a_file_or_chunks_of_any_size():
    for text in (GOOD, TWO_PAYMENTS, CROSSED_OVER):
        data = text.encode()
        whole = list(read_payments(data))
        assert list(read_payments(io.BytesIO(data))) == whole
        assert list(read_payments(bytearray(data))) == whole
        for size in (1, 7, 106, 1000):
            assert list(read_payments(data[at : at + size] for at in range(0, len(data), size))) == whole
