"""The chain of the trail: whatever is changed, taken out, put in or moved afterwards is found."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from hypothesis import assume, given
from hypothesis import strategies as st

from mbp_claims.domain.chain import COVERED, Break, Entry, Head, breaks, link

THEN = datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
texts = st.text(max_size=12)
ids = st.none() | st.integers(1, 5)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
kinds = st.sampled_from(["change", "read"])
deeds = st.tuples(moments, ids, texts, texts, kinds, texts, texts, texts, ids, ids, ids, ids)


def chained(told: list[tuple]) -> list[Entry]:
    entries, digest = [], ""
    for place, deed in enumerate(told, 1):
        digest = link(digest, (1, place, *deed))
        entries.append(Entry(1, place, *deed, digest))
    return entries


def head(entries: list[Entry]) -> Head:
    return Head(entries[-1].place, entries[-1].digest) if entries else Head()


trails = st.lists(deeds, min_size=1, max_size=8).map(chained)


@given(st.lists(deeds, max_size=8).map(chained))
def test_a_trail_as_it_was_written_is_whole(trail: list[Entry]):
    assert list(breaks(trail, head(trail))) == []
    assert list(breaks(trail, head(trail), {one.place: one.digest for one in trail})) == []


@given(trails, st.data())
def test_any_change_of_one_entry_is_found_and_named(trail: list[Entry], data: st.DataObject):
    at = data.draw(st.integers(0, len(trail) - 1))
    name = data.draw(st.sampled_from(Entry._fields))
    of = {"at": moments, "place": st.integers(1, 20), "practice_id": st.integers(1, 5)}
    value = data.draw(of.get(name, ids if name.endswith("_id") else texts))
    assume(value != getattr(trail[at], name))
    spoilt = [*trail[:at], trail[at]._replace(**{name: value}), *trail[at + 1 :]]
    found = list(breaks(sorted(spoilt, key=lambda one: one.place), head(trail)))
    assert found
    if name != "place":
        assert found[0].place == at + 1


@given(trails, st.data())
def test_an_entry_that_is_taken_out_is_found_and_named(trail: list[Entry], data: st.DataObject):
    at = data.draw(st.integers(0, len(trail) - 1))
    assert list(breaks(trail[:at] + trail[at + 1 :], head(trail))) == [Break(at + 1, "is missing")]


@given(trails, st.integers(1, 8))
def test_a_tail_that_is_cut_off_is_found_by_the_head(trail: list[Entry], count: int):
    kept = trail[: max(0, len(trail) - count)]
    assert [one.place for one in breaks(kept, head(trail))] == [len(kept) + 1]


@given(trails, deeds, st.data())
def test_an_entry_that_is_put_in_is_found(trail: list[Entry], deed: tuple, data: st.DataObject):
    """In a place that is taken; between two, with all that follow moved on; behind the last. Well chained."""
    at = data.draw(st.integers(0, len(trail)))
    before = trail[at - 1].digest if at else ""
    put_in = Entry(1, at + 1, *deed, link(before, (1, at + 1, *deed)))
    assume(at == len(trail) or put_in[:-1] != trail[at][:-1])
    twice = [*trail[:at], put_in, *trail[at:]]
    moved = [*trail[:at], put_in, *(one._replace(place=one.place + 1) for one in trail[at:])]
    for spoilt in (twice, moved):
        assert list(breaks(spoilt, head(trail)))


@given(trails, st.data())
def test_two_entries_that_change_places_are_found(trail: list[Entry], data: st.DataObject):
    assume(len(trail) > 1)
    one, other = data.draw(st.lists(st.integers(0, len(trail) - 1), min_size=2, max_size=2, unique=True))
    places = [entry.place for entry in trail]
    spoilt = list(trail)
    spoilt[one], spoilt[other] = trail[other]._replace(place=places[one]), trail[one]._replace(place=places[other])
    assert list(breaks(spoilt, head(trail)))


@given(trails, st.data())
def test_a_chain_made_anew_is_whole_in_itself_and_found_by_a_head_kept_elsewhere(
    trail: list[Entry], data: st.DataObject
):
    at = data.draw(st.integers(0, len(trail) - 1))
    told = [entry[2:-1] for entry in trail]
    told[at] = (THEN + timedelta(days=9999), *told[at][1:])
    forged = chained(told)
    assert list(breaks(forged, head(forged))) == []
    kept = {trail[-1].place: trail[-1].digest}
    assert list(breaks(forged, head(forged), kept)) == [
        Break(len(trail), "is not the one whose digest was kept elsewhere")
    ]
    assert list(breaks(forged[:-1], head(forged[:-1]), kept)) == [
        Break(len(trail), "is missing: its digest was kept elsewhere")
    ]


def test_a_digest_covers_every_column_but_the_id_and_itself():
    from mbp_claims.domain.activity import Activity

    assert set(COVERED) == set(Entry._fields) - {"digest"} == set(Activity.model_fields) - {"digest", "id"}
    assert Entry._fields[:-1] == COVERED


def test_the_digest_is_one_that_others_can_compute():
    told = (1, 1, THEN, 2, "June Marlow, LCSW", "192.0.2.7", "change", "C-1 filed", "pending", "filed", 3, 4, 5, None)
    whole = (
        '["",1,1,"2026-11-23T21:40:00.000000+00:00",2,"June Marlow, LCSW","192.0.2.7","change","C-1 filed",'
        '"pending","filed",3,4,5,null]'
    )
    assert link("", told) == sha256(whole.encode()).hexdigest()
