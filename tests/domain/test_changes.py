"""From what to what, as the trail tells it."""

from datetime import date

from mbp_claims.domain.changes import changes


def test_only_what_differs_is_told_by_its_name():
    before = {"city": "Portland", "zip": "04101", "born": date(1988, 3, 14), "copay_cents": 2500, "active": True}
    after = before | {"city": "Bath", "born": date(1988, 3, 15), "copay_cents": None, "active": False}
    assert changes(before, after) == (
        "city: Portland; born: 03/14/1988; copay: $25.00; active: yes",
        "city: Bath; born: 03/15/1988; copay: —; active: no",
    )


def test_nothing_is_told_where_nothing_differs():
    assert changes({"city": "Bath"}, {"city": "Bath", "state": "ME"}) == ("", "")


def test_a_number_that_may_be_a_social_security_number_is_not_told():
    assert changes({"tax_id": "987654321"}, {"tax_id": ""}) == ("tax id: •••", "tax id: —")
