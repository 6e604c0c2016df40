"""What the boxes of the CMS-1500 say, from the facts of a claim."""

from dataclasses import replace
from datetime import date

import pytest
from filings import golden_filing
from papers import paper, primary

from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.domain.paper_rules import missing_on_paper
from mbp_claims.paper.claim_form import form_pages
from mbp_claims.paper.grid import boxes


def said(of: PaperClaim, *keys: str) -> list[str]:
    (page,) = form_pages(of)
    return [page.get(key, "") for key in keys]


def changed(of: PaperClaim, **changes: object) -> PaperClaim:
    return replace(of, filing=replace(of.filing, **changes))


def test_a_dependant_is_the_patient_and_the_subscriber_the_insured():
    second = paper(golden_filing("ex3"))
    assert said(second, "2", "4", "6.child", "6.self", "11") == [
        "LINDQVIST, MIRA", "LINDQVIST, ERIK", "X", "", "SG8123",
    ]  # fmt: skip


def test_a_secondary_names_the_other_insurance_and_what_it_paid():
    second = paper(golden_filing("ex3"))
    assert said(second, "9", "9a", "9d", "11d.yes", "11d.no") == [
        "LINDQVIST, ANNA", "EG9001", "BLUE SPRUCE HEALTH", "X", "",
    ]  # fmt: skip
    assert said(second, "28.dollars", "28.cents", "29.dollars", "29.cents") == ["    410", "00", "   216", "00"]


def test_a_primary_names_the_plan_that_comes_next_and_leaves_29_empty():
    first = primary("ex3")
    assert said(first, "4", "9", "11d.yes", "29.dollars", "29.cents") == [
        "LINDQVIST, ANNA", "LINDQVIST, ERIK", "X", "", "",
    ]  # fmt: skip


def test_without_other_coverage_11d_says_no():
    assert said(replace(primary(), following=None), "9", "9a", "9d", "11d.yes", "11d.no") == ["", "", "", "", "X"]


def test_a_payer_that_reads_what_was_paid_from_the_eob_has_29_empty():
    second = paper(golden_filing("ex1"))
    second.terms.leaves_29 = True
    assert said(second, "29.dollars", "29.cents") == ["", ""]


def test_before_medicare_stands_the_plan_that_paid_first():
    second = paper(golden_filing("ex4"))
    assert second.to_medicare
    prior = second.filing.prior.plan
    assert said(second, "1.medicare", "9", "9a", "9d", "11d.yes", "11d.no", "29.dollars") == ["X", *[""] * 6]
    assert said(second, "4")[0] == ("SAME" if prior.is_self else f"{prior.subscriber_last}, {prior.subscriber_first}")
    assert said(second, "11")[0] == (prior.group_number or prior.member_id).replace("-", "").replace(" ", "").upper()


def test_medicare_alone_is_told_that_nothing_comes_before_it():
    second = golden_filing("ex4")
    alone = paper(replace(second, prior=None))
    assert said(alone, "4", "7.street", "11", "11a.mm", "11d.no") == ["", "", "NONE", "", ""]


def test_dates_money_and_codes_stand_in_parts():
    second = paper(golden_filing("ex3"))
    assert said(second, *(f"24a.{end}.{part}.2" for end in ("from", "to") for part in ("mm", "dd", "yy"))) == [
        "02", "11", "26", "02", "11", "26",
    ]  # fmt: skip
    assert said(second, "24b.2", "24d.2", "24d.1.2", "24e.2", "24f.dollars.2", "24f.cents.2", "24g.2") == [
        "10", "90834", "95", "A", "   160", "00", "1",
    ]  # fmt: skip
    assert said(second, "3.mm", "3.dd", "3.yyyy", "21.indicator", "21.a") == ["05", "09", "2017", "0", "F4322"]


def test_punctuation_is_left_out_but_for_the_hyphen_of_a_zip_code():
    filing = golden_filing("ex1")
    filing.client.first_name, filing.client.middle_name, filing.client.last_name = "Zoë", "Q.", "O’Hara-Smith"
    filing.client.address = "14 Larkspur Ln., Apt. #4"
    filing.client.zip, filing.client.phone = "041020014", "2075550142"
    assert said(paper(filing), "2", "5.street", "5.zip", "5.area", "5.phone") == [
        "OHARA-SMITH, ZOE, Q", "14 LARKSPUR LN APT 4", "04102-0014", "207", "5550142",
    ]  # fmt: skip


def test_the_rendering_provider_is_named_where_somebody_else_bills():
    filing = golden_filing("ex1")
    assert said(paper(filing), "24j.1", "33a", "25", "25.ein") == ["1245319599", "1234567893", "123456789", "X"]
    alone = replace(filing, rendering=replace_npi(filing.rendering, filing.practice.npi))
    assert said(paper(alone), "24j.1") == [""]


def replace_npi(clinician, npi):  # type: ignore[no-untyped-def]
    return type(clinician)(**{**clinician.model_dump(), "npi": npi})


def test_medicaid_is_given_taxonomies():
    filing = golden_filing("ex1")
    filing.plan.claim_filing = "MC"
    assert said(paper(filing), "1.medicaid", "24i.shaded.1", "24j.shaded.1", "33b") == [
        "X", "ZZ", "1041C0700X", "ZZ1041C0700X",
    ]  # fmt: skip


def test_a_replacement_says_what_it_replaces():
    of = changed(paper(golden_filing("ex1")), frequency="7", original_reference="EX26316004417")
    assert said(of, "22.code", "22.reference") == ["7", "EX26316004417"]
    assert said(paper(golden_filing("ex1")), "22.code", "22.reference") == ["", ""]


def test_at_home_there_is_no_facility():
    filing = golden_filing("ex1")
    filing.claim.place_of_service = "10"
    assert said(paper(filing), "32.name", "32a") == ["", ""]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 1), (7, 2), (12, 2), (13, 3)])
def test_six_services_a_page_and_the_totals_on_the_last(count: int, pages: int):
    filing = golden_filing("ex1")
    told = form_pages(paper(replace(filing, lines=filing.lines[:1] * count)))
    assert len(told) == pages
    assert [page.get("28.continued") for page in told] == ["CONTINUED"] * (pages - 1) + [None]
    assert [bool(page.get("28.dollars")) for page in told] == [False] * (pages - 1) + [True]
    assert int(told[-1]["28.dollars"]) * 100 == count * filing.lines[0].charge_cents
    assert {page["21.a"] for page in told} == {told[0]["21.a"]}
    assert sum(1 for page in told for key in page if key.startswith("24f.dollars")) == count


def test_what_is_too_long_is_cut_at_the_boxs_length():
    filing = golden_filing("ex1")
    filing.client.last_name = "Featherstonehaugh-Cholmondeley"
    assert said(paper(filing), "2") == ["FEATHERSTONEHAUGH-CHOLMONDEL"]
    assert len(said(paper(filing), "2")[0]) == boxes()["2"].width


def test_a_number_that_does_not_fit_is_refused_and_never_cut():
    filing = golden_filing("ex1")
    filing.plan.member_id = "W" * 30
    filing.lines[0].charge_cents = 1_000_000_00
    found = missing_on_paper(paper(filing))
    assert set(found) == {"plan.member_id", "line.1.charge"}
    assert found["line.1.charge"] == "Split service 1: $1,000,000.00 does not fit"


def test_what_was_paid_is_not_below_zero():
    filing = golden_filing("ex1")
    assert filing.prior
    back = replace(filing.prior, answer=replace(filing.prior.answer, paid_cents=-100))
    found = missing_on_paper(paper(replace(filing, prior=back)))
    assert found == {"claim.paid": "Correct what was paid: the form has no place for an amount below zero"}


def test_what_only_a_clearinghouse_asks_for_is_not_missing_on_paper():
    filing = golden_filing("ex1")
    filing.practice.submitter_id = filing.practice.receiver_id = filing.payer.payer_id = ""
    assert missing_on_paper(paper(filing)) == {}
    filing.client.address, filing.client.born = "", date(2030, 1, 1)
    assert list(missing_on_paper(paper(filing))) == ["client.address", "client.born"]


def test_a_person_without_an_employers_number_bills_under_a_social_security_number():
    filing = golden_filing("ex1")
    alone = filing.practice.model_copy(update={"tax_id": "123-45-6789", "tax_id_type": "SY"})
    assert said(paper(replace(filing, practice=alone)), "25", "25.ein", "25.ssn") == ["123456789", "", "X"]
