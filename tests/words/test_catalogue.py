"""The catalogue: complete, and with translations that fit the places in which the program puts its values."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mbp_claims import words
from mbp_claims.launch.words import script
from mbp_claims.words import N_, _, extract, figures, languages, ngettext
from mbp_claims.words.chosen import PSEUDO
from mbp_claims.words.languages import TEMPLATE, folder, pseudo, read

PLACE = re.compile(r"\{\{|\}\}|\{[^{}]*\}")


def spanish(tmp_path: Path, **strings: str | tuple[str, str]) -> Catalog:
    """A catalogue in which some texts are translated, as a translator hands it in."""
    catalog = Catalog(locale="es")
    catalog.add("Claims", "Reclamaciones")
    catalog.add("{payer} paid", strings.get("paid", "{payer} pagó"))
    catalog.add(("{count:,} claim", "{count:,} claims"), ("{count:,} reclamación", "{count:,} reclamaciones"))
    (tmp_path / "es").mkdir(exist_ok=True)
    with (tmp_path / "es" / "messages.po").open("wb") as file:
        write_po(file, catalog)
    return catalog


def misfits(catalog: Catalog) -> Iterator[str]:
    """Translations that lose a place for a value, or invent one; a singular may say its number in words."""
    for message in catalog:
        if not message.id or not message.string:
            continue
        plural = isinstance(message.id, tuple)
        of_id = set(PLACE.findall(message.id[1] if isinstance(message.id, tuple) else str(message.id)))
        for string in message.string if isinstance(message.string, tuple) else [message.string]:
            places = set(PLACE.findall(string))
            lost = {one for one in of_id - places if not (plural and one.startswith("{count"))}
            if string and (lost or places - of_id):
                yield f"{message.id}: {string}"


def test_the_template_holds_every_text_of_the_code(tmp_path: Path):
    """If this fails: make words."""
    extract.written(extract.template(), tmp_path / "messages.pot")
    assert (tmp_path / "messages.pot").read_text() == TEMPLATE.read_text()


def test_the_copy_of_the_scripts_and_of_every_floor_is_in_it():
    known = {place.split("/")[1] for message in read(TEMPLATE) for place, _line in message.locations}
    assert {"ui", "pages", "views", "state", "domain", "actions", "mbp.js", "session.js", "palette.js"} <= known
    assert not known & set(extract.ENGLISH_ONLY)


@pytest.mark.parametrize("language", languages.languages() or [None])
def test_every_translation_fits_the_places_of_its_text(language: str | None):
    if language is not None:
        assert list(misfits(read(folder(language) / "messages.po", language))) == []


def test_a_translation_that_loses_a_value_is_found(tmp_path: Path):
    assert list(misfits(spanish(tmp_path))) == []
    assert list(misfits(spanish(tmp_path, paid="{payer} pagó {amount}"))) == ["{payer} paid: {payer} pagó {amount}"]
    assert list(misfits(spanish(tmp_path, paid="pagó"))) == ["{payer} paid: pagó"]


def test_the_singular_has_no_value_that_the_plural_has_not():
    pairs = [message.id for message in read(TEMPLATE) if isinstance(message.id, tuple)]
    assert len(pairs) > 40
    for one, many in pairs:
        assert set(PLACE.findall(one)) <= set(PLACE.findall(many)), (one, many)


def test_a_language_is_spoken_from_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    spanish(tmp_path)
    monkeypatch.setattr(languages, "HERE", tmp_path)
    monkeypatch.setattr(words, "_catalogue", languages.spoken("es"))
    monkeypatch.setattr(words, "_format", figures.formatter("es").format)
    assert (_("Claims"), _("{payer} paid", payer="Aetna")) == ("Reclamaciones", "Aetna pagó")
    assert ngettext("{count:,} claim", "{count:,} claims", 1) == "1 reclamación"
    assert ngettext("{count:,} claim", "{count:,} claims", 12_000) == "12.000 reclamaciones"
    assert _("Not translated yet") == "Not translated yet"
    assert _("") == ""


def test_english_is_what_stands_in_the_code():
    assert (_("Claims"), N_("Claims"), _("{payer} paid", payer="{x}")) == ("Claims", "Claims", "{x} paid")
    assert ngettext("{count:,} claim", "{count:,} claims", 1) == "1 claim"
    assert ngettext("{count:,} claim", "{count:,} claims", 1200) == "1,200 claims"


def test_the_scripts_are_told_their_words():
    told = script(PSEUDO)
    assert told.startswith("window.mbpWords = {")
    assert f'"Searching…": "{pseudo("Searching…")}"' in told


def test_a_text_can_be_read_back_from_the_template():
    with TEMPLATE.open("rb") as file:
        assert "Nothing was lost." in read_po(file)
