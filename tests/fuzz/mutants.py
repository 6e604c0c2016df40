"""A spoilt 835 for every number: the same number gives the same file on every machine."""

from collections.abc import Callable
from pathlib import Path
from random import Random

FILES = Path(__file__).parents[1] / "x12" / "files"
ORIGINALS = [path.read_bytes() for path in sorted([*FILES.glob("authored/*.835"), *FILES.glob("golden/*/*.835")])]
AWKWARD = (
    b"", b"~", b"*", b":", b"^", b"\n", b"\r\n", b"\x00", b"\x1a", b"\x9b", b"\xe9", b"\xc3\xa9", b"\xef\xbb\xbf", b" ",
    b"~~", b"~*", b"**", b"-", b".", b"1E9", b"NaN", b"-0", b"99999999999999999999", b"0.005", b"3O", b"ISA", b"ISA*",
    b"IEA*1*000000501~", b"GS*", b"ST*835*0001~", b"SE*1*0001~", b"CLP*X*1*1*1~", b"CLP*X*22*-1*-1~", b"SVC*HC:1*1*1~",
    b"CAS*CO*45*1~", b"CAS*PR*3*-5**4*1*1~", b"PLB*1*20261231*WO:A*5~", b"LX*2~", b"NM1*TT*2*X~", b"\xff\xfe",
)  # fmt: skip
VALUES = (
    b"", b"0", b"1", b"-1", b"50", b"50.", b".5", b"-5", b"100.005", b"100.000", b"22", b"19", b"4", b"CO", b"PR",
    b"CR", b"45", b"ZZ", b"20260112", b"20261301", b"472", b"6R", b"HC:90837:95", b"HC", b"TT", b"74", b"MA18", b"9",
)  # fmt: skip
LARGEST = 200_000
ENVELOPE = {b"ISA", b"GS", b"ST", b"SE", b"GE", b"IEA"}
Change = Callable[[bytes, Random], bytes]


def mutant(seed: int) -> bytes:
    """One to five changes to one of the sample files; most of them with the segments counted again."""
    luck = Random(seed)
    data = luck.choice(ORIGINALS)
    for _ in range(luck.choice((1, 1, 1, 2, 3, 5))):
        data = luck.choice(CHANGES)(data, luck)[:LARGEST]
    return recounted(data) if luck.random() < 0.8 else data


def other_bytes(data: bytes, luck: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(luck.randint(1, 8) if data else 0):
        spoilt[luck.randrange(len(spoilt))] ^= 1 << luck.randrange(8)
    return bytes(spoilt)


def other_digits(data: bytes, luck: Random) -> bytes:
    """Amounts, counts and dates that are still numbers."""
    at = [i for i, byte in enumerate(data) if 48 <= byte <= 57]
    spoilt = bytearray(data)
    for i in luck.sample(at, min(len(at), luck.randint(1, 6))):
        spoilt[i] = 48 + luck.randrange(10)
    return bytes(spoilt)


def something_put_in(data: bytes, luck: Random) -> bytes:
    at = luck.randint(0, len(data))
    return data[:at] + luck.choice(AWKWARD) + data[at + luck.choice((0, 0, 1, 5)) :]


def cut(data: bytes, luck: Random) -> bytes:
    return data[: luck.randint(0, len(data))]


def a_part_taken_out(data: bytes, luck: Random) -> bytes:
    at = luck.randint(0, len(data))
    return data[:at] + data[at + luck.randint(0, 300) :]


def spliced(data: bytes, luck: Random) -> bytes:
    other = luck.choice(ORIGINALS)
    return data[: luck.randint(0, len(data))] + other[luck.randint(0, len(other)) :]


def one_after_another(data: bytes, luck: Random) -> bytes:
    return data + luck.choice(ORIGINALS)


def segments_again(data: bytes, luck: Random) -> bytes:
    """Once or many times over, where they were or elsewhere."""
    segments = data.split(b"~")
    at = luck.randrange(len(segments))
    again = segments[at : at + luck.randint(1, 12)] * luck.choice((1, 1, 2, 60))
    to = luck.choice((at, luck.randint(0, len(segments))))
    return b"~".join(segments[:to] + again + segments[to:])


def segments_moved_or_gone(data: bytes, luck: Random) -> bytes:
    segments = data.split(b"~")
    moved = segments.pop(luck.randrange(len(segments)))
    if luck.random() < 0.5:
        segments.insert(luck.randint(0, len(segments)), moved)
    return b"~".join(segments)


def a_huge_element(data: bytes, luck: Random) -> bytes:
    elements = data.split(b"*")
    at = luck.randrange(len(elements))
    elements[at] += luck.choice((b"A", b"9", b" ", b"\n", b"\xc3\xa9", b":")) * luck.choice((80, 9_000, 70_000))
    return b"*".join(elements)


def many_elements(data: bytes, luck: Random) -> bytes:
    segments = data.split(b"~")
    segments[luck.randrange(len(segments))] += luck.choice((b"*", b"*1", b"*45*1*")) * luck.randint(1, 40)
    return b"~".join(segments)


def another_element(data: bytes, luck: Random) -> bytes:
    """One that could stand there, or a like one from elsewhere in the file."""
    segments = [segment.split(b"*") for segment in data.split(b"~")]
    inner = [segment for segment in segments if len(segment) > 1 and segment[0].strip() not in ENVELOPE]
    for segment in luck.sample(inner, min(len(inner), luck.randint(1, 4))):
        like = luck.choice([other for other in inner if other[0] == segment[0]])
        segment[luck.randrange(1, len(segment))] = luck.choice((luck.choice(VALUES), luck.choice(like)))
    return b"~".join(map(b"*".join, segments))


def other_delimiters(data: bytes, luck: Random) -> bytes:
    old, new = luck.choice((b"*", b"~", b":", b"^")), luck.choice((b"|", b"\n", b"'", b">", b"A", b".", b"\x1d", b"\r"))
    return data.replace(old, new)


CHANGES: tuple[Change, ...] = (
    other_bytes, other_digits, other_digits, something_put_in, something_put_in, cut, a_part_taken_out, spliced,
    one_after_another, segments_again, segments_again, segments_moved_or_gone, segments_moved_or_gone, a_huge_element,
    many_elements, other_delimiters, *[another_element] * 6,
)  # fmt: skip


def recounted(data: bytes) -> bytes:
    """With the right SE01 wherever an SE follows an ST, so that more than the count is put to the test."""
    segments = data.split(b"~")
    started = None
    for at, segment in enumerate(segments):
        name, *elements = segment.strip().split(b"*")
        if name == b"ST":
            started = at
        elif name == b"SE" and started is not None and len(elements) > 1:
            segments[at] = b"\nSE*%d*%s" % (at - started + 1, elements[1])
    return b"~".join(segments)
