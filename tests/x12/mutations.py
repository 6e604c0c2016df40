"""Ways to break a good 837P, one at a time; counts stay right except where they are the fault."""

from collections.abc import Callable

Segments = list[list[str]]
Change = Callable[[Segments], None]


def broken(text: str, change: Change) -> str:
    """The text after the change, with SE01 counted again where segments came or went."""
    segments = [line.split("*") for line in text.replace("\n", "").split("~") if line]
    before = len(segments)
    change(segments)
    end = find(segments, "SE")
    segments[end][1] = str(int(segments[end][1]) + len(segments) - before)
    return "".join("*".join(segment) + "~\n" for segment in segments)


def find(segments: Segments, *head: str, nth: int = 0) -> int:
    return [i for i, segment in enumerate(segments) if segment[: len(head)] == list(head)][nth]


def put(*head: str, element: int, value: str, nth: int = 0) -> Change:
    def change(segments: Segments) -> None:
        segment = segments[find(segments, *head, nth=nth)]
        segment.extend([""] * (element + 1 - len(segment)))
        segment[element] = value

    return change


def drop(*head: str, nth: int = 0, many: int = 1) -> Change:
    def change(segments: Segments) -> None:
        at = find(segments, *head, nth=nth)
        del segments[at : at + many]

    return change


def add_after(*head: str, segment: str, nth: int = 0) -> Change:
    def change(segments: Segments) -> None:
        segments.insert(find(segments, *head, nth=nth) + 1, segment.split("*"))

    return change


def move_behind(*head: str, behind: tuple[str, ...], nth: int = 0) -> Change:
    def change(segments: Segments) -> None:
        moved = segments.pop(find(segments, *head, nth=nth))
        segments.insert(find(segments, *behind, nth=nth) + 1, moved)

    return change
