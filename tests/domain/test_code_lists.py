"""The lists as data: clean, in our own short words, and no code that the structure checker refuses."""

import re
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from mbp_claims.domain import codes
from mbp_claims.domain.codes import code_list

COLUMNS = {
    "carc": 3, "carc_retired": 2, "rarc": 2, "claim_status": 2, "place_of_service": 2, "modifier": 2, "procedure": 3,
    "claim_filing": 2, "msp_type": 2, "state": 2, "diagnosis": 2, "payers": 3, "ack_category": 3, "ack_entity": 2,
    "ack_interchange": 2, "ack_group": 2, "ack_transaction": 2, "ack_segment": 2, "ack_element": 2, "ack_named": 2,
    "ack_status": 4, "plb": 2,
}  # fmt: skip
FORM = {
    "carc": r"[1-9]\d{0,2}|[ABP]\d{1,2}", "carc_retired": r"[1-9]\d{0,2}|[ABDWY]\d{1,2}", "rarc": r"(M|MA|N)\d{1,3}",
    "claim_status": r"\d{1,2}", "place_of_service": r"\d{2}", "modifier": r"[A-Z0-9]{2}",
    "procedure": r"\d{5}|[GHST]\d{4}", "claim_filing": r"[A-Z0-9]{2}", "msp_type": r"\d{2}", "state": r"[A-Z]{2}",
    "diagnosis": r"[FRZ]\d[0-9A-Z](\.[0-9A-Z]{1,4})?", "ack_category": r"[A-Z]\d", "ack_entity": r"[A-Z0-9]{2,3}",
    "ack_interchange": r"0\d\d", "ack_group": r"\d{1,2}", "ack_transaction": r"I?\d{1,2}", "ack_segment": r"I?\d",
    "ack_element": r"I?\d{1,2}", "ack_named": r"[A-Z][A-Z0-9]{1,2}(-\d|\*\w+)?", "ack_status": r"\d{1,3}",
    "plb": r"[A-Z0-9]{2}",
}  # fmt: skip


def first_column(name: str) -> list[str]:
    return [row[0] for row in code_list(name)]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_of_a_list_has_all_its_columns(name: str):
    rows = code_list(name)
    assert rows
    assert {len(row) for row in rows} == {COLUMNS[name]}
    assert [cell for row in rows for cell in row if cell != cell.strip()] == []


def test_every_list_in_the_folder_is_looked_at_here():
    folder = files("mbp_claims.domain").joinpath("code_lists")
    assert {path.name for path in folder.iterdir()} == {f"{name}.tsv" for name in COLUMNS}


@pytest.mark.parametrize("name", FORM)
def test_codes_are_well_formed_and_appear_once(name: str):
    found = first_column(name)
    assert [code for code in found if not re.fullmatch(FORM[name], code)] == []
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "name", ["carc", "rarc", "place_of_service", "modifier", "procedure", "diagnosis", "msp_type", "plb"]
)
def test_two_codes_never_have_the_same_words(name: str):
    words = [row[-1] if name == "carc" else row[1] for row in code_list(name)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", [name for name in FORM if name != "state"])
def test_words_are_short_and_plain(name: str):
    words = [row[-1] if name == "carc" else row[1] for row in code_list(name)]
    assert [w for w in words if not 3 <= len(w) <= 60] == []
    assert [w for w in words if "'" in w or '"' in w or w.endswith(".")] == []


def test_places_begin_with_the_ones_therapists_use():
    assert list(codes.PLACES_OF_SERVICE)[:3] == ["02", "10", "11"]


def valid_for(element: str, guide: str = "837.5010.X222.A1") -> set[str]:
    """What a guide, or else the 837P's, allows in an element, from the structure checker's own map."""
    tree = ElementTree.fromstring(files("pyx12.map").joinpath(f"{guide}.xml").read_bytes())
    return {code.text or "" for code in tree.findall(f".//element[@xid='{element}']/valid_codes/code")}


def code_set(name: str) -> set[str]:
    tree = ElementTree.fromstring(files("pyx12.map").joinpath("codes.xml").read_bytes())
    found = next(one for one in tree.findall("codeset") if one.findtext("id") == name)
    return {code.text or "" for code in found.iter("code")}


def test_the_structure_checker_knows_every_code_that_we_offer():
    assert set(codes.CLAIM_FILING) == valid_for("SBR09")
    assert set(codes.MSP_TYPES) == valid_for("SBR05")
    assert set(codes.PLACES_OF_SERVICE) == code_set("pos")
    assert codes.STATES.keys() <= code_set("states")


def test_the_reasons_of_provider_adjustments_are_those_of_the_guide_and_any_other_has_words_too():
    assert set(codes.PROVIDER_ADJUSTMENTS) == valid_for("PLB03-01", "835.5010.X221.A1")
    assert codes.provider_adjustment("wo") == "Overpayment taken back"
    assert codes.provider_adjustment("ZZ") == "Reason ZZ, not in our list"


def test_all_states_are_there():
    assert len(codes.STATES) == 50 + 1 + 5 + 2 + 3
    assert codes.STATES["DC"] == "District of Columbia"


def test_the_claim_statuses_of_a_remittance_are_there():
    assert set(codes.CLAIM_STATUS) == {"1", "2", "3", "4", "19", "20", "21", "22", "23", "25"}
