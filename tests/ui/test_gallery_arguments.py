"""A specimen's words, numbers and switches can be changed in the page, and none had to say how."""

import reflex as rx

from mbp_claims.gallery.about import about
from mbp_claims.gallery.arguments import Argument, arguments, given, redrawn
from mbp_claims.gallery.drawing import plain, rest
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.specimens import SPECIMENS
from mbp_claims.ui.badge import badge


def named(name: str) -> Specimen:
    return next(specimen for specimen in SPECIMENS if specimen.name == name)


def changes(specimen: Specimen) -> dict[str, Argument]:
    drawn, taken = redrawn(specimen, arguments(given(specimen)))
    assert drawn is not None
    return {argument.place: argument for argument in taken}


def test_what_a_specimen_gives_its_component_is_known_by_name():
    assert given(named("chip/statuses")) == {"words": "Not ready", "tone": "neutral", "icon": "clock"}


def test_words_tones_and_icons_of_a_chip_can_be_others():
    found = changes(named("chip/statuses"))
    assert {place: argument.kind for place, argument in found.items()} == {
        "words": "text", "tone": "choice", "icon": "choice",
    }  # fmt: skip
    assert "danger" in found["tone"].choices


def test_what_a_view_says_can_be_another_and_so_can_the_first_of_its_rows():
    assert {"balance.charge", "balance.balanced"} <= set(changes(named("balance_bar/short")))
    assert {"claims.rows.0.payer", "claims.state", "count"} <= set(changes(named("pending_claims/three")))


def test_a_specimen_that_holds_its_component_itself_can_be_changed_too():
    assert set(changes(named("text_field/empty"))) >= {"value", "entry.label"}


def test_a_switch_that_the_component_must_know_is_drawn_both_ways():
    specimen = named("empty/slim")
    drawn, taken = redrawn(specimen, arguments(given(specimen)))
    assert "slim" in {argument.place for argument in taken}
    assert 'className:"empty"' in str(drawn) and 'className:"empty slim"' in str(drawn)


def test_ids_and_test_ids_stay_as_they_are():
    assert not [place for place in changes(named("text_field/empty")) if place.endswith(("id", "test_id"))]


def test_a_component_is_itself_again_when_the_specimen_is_drawn():
    before = badge
    redrawn(named("badge/sizes"), arguments(given(named("badge/sizes"))))
    assert badge is before
    assert "gallerySearch" not in str(named("badge/sizes").draw())


def test_the_changed_script_reads_the_address_and_the_plain_one_does_not():
    specimen = named("chip/statuses")
    scripts = dict(rest(specimen))
    assert "gallerySearch.get" in scripts["gallery/specimens/chip/statuses.changed.jsx"]
    assert "gallerySearch" not in plain(specimen)[1]
    assert "gallery/specimens/chip/statuses.about.js" in scripts


def test_beside_a_specimen_stands_the_signature_of_its_component():
    told, _ = about(named("client_balance/held"))
    assert told.source == "ui/chart_header.py"
    assert [row.name for row in told.rows][:2] == ["balance", "held"]
    assert told.rows[0].value == "'$1,240.00'"


def test_a_shelf_of_several_has_words_and_no_arguments():
    told, drawn = about(Specimen("no_function", "all", rx.fragment, "Four kinds."))
    assert (told.words, told.rows, told.controls, drawn) == ("Four kinds.", [], [], None)
