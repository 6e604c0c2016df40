"""The numbers as a table: medians with their range, each ratio taken within its round."""

from collections.abc import Callable
from statistics import median
from typing import Any

from bench.rounds import Round

NAMES = {
    "ours": "MBP Claims",
    "react": "React + Radix primitives",
    "themes": "React + Radix Themes",
    "floor": "the floor",
    "many": "MBP Claims, 5,000 claims",
}
CELLS = (("fast", "away"), ("fast", "back"), ("fast", "answered"), ("slow", "away"), ("slow", "answered"))


def goals(found: dict[str, Any], rounds: list[Round]) -> str:
    """The table of README, in Markdown."""
    lines = ["| What | Median (range) | Target |", "|---|---|---|"]
    lines += [f"| {what} | {value} | {target} |" for what, value, target in _goals(found, rounds)]
    return "\n".join(lines)


def times(found: dict[str, Any], rounds: list[Round]) -> str:
    """What the ratios are made of: each stack alone, on this machine at this hour."""
    head = "| | row action | its undo | first answered click | row action, 150 ms | first answered click, 150 ms |"
    lines = [f"{head} first load, brotli | gzip | requests |", "|---" * 9 + "|"]
    for name, words in NAMES.items():
        load = found["first_load"].get(name)
        weights = [_kb(load[e]["bytes"]) for e in ("br", "gzip")] + [str(load["br"]["requests"])] if load else [""] * 3
        cells = [_ms(rounds, name, at, what) for at, what in CELLS] + weights
        lines.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _goals(found: dict[str, Any], rounds: list[Round]) -> list[tuple[str, str, str]]:
    def over(other: str, at: str, what: str, name: str = "ours") -> str:
        return _spread([getattr(r, at)[name][what] / getattr(r, at)[other][what] for r in rounds], "{:.2f}".format)

    sizes = {name: max(way["up"] + way["down"] for way in ways.values()) for name, ways in found["bytes"].items()}
    return [
        ("Row action: its time over the React peer’s", over("react", "fast", "away"), "≤ 1.0"),
        ("Row action: its time over the floor’s", over("floor", "fast", "away"), "≤ 4"),
        ("Row action at 150 ms, over the React peer’s", over("react", "slow", "away"), ""),
        ("Row action: bytes, both ways", f"{sizes['ours']:,} B", "≤ 1,000 B"),
        ("Row action: bytes with 5,000 claims over 50", f"{sizes['many'] / sizes['ours']:.2f}", "≤ 1.2"),
        ("Row action: its time with 5,000 claims over 50", over("ours", "fast", "away", "many"), ""),
        *_trips(found["round_trips"]),
        ("First answered click at 150 ms, over React + Radix Themes", over("themes", "slow", "answered"), "≤ 1.35"),
        ("First answered click without delay, over the same", over("themes", "fast", "answered"), ""),
        *_load(found["first_load"]),
        *_memory(found["memory"]),
    ]


def _load(loads: dict[str, Any]) -> list[tuple[str, str, str]]:
    ours, themes = loads["ours"], loads["themes"]
    ratio = ours["gzip"]["bytes"] / themes["gzip"]["bytes"]
    return [
        ("First load, brotli", f"{_kb(ours['br']['bytes'])} in {ours['br']['requests']} requests", ""),
        ("First load, gzip", _kb(ours["gzip"]["bytes"]), ""),
        ("First load, gzip, over React + Radix Themes", f"{ratio:.2f}", ""),
    ]


def _memory(found: dict[str, float]) -> list[tuple[str, str, str]]:
    if not found:
        return []
    return [
        ("Memory at rest", f"{found['at_rest'] / 1e6:.0f} MB", ""),
        ("Memory per open session", f"{found['per_session'] / 1e3:.0f} kB", "≤ 500 kB"),
    ]


def _trips(trips: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """What came back before it was open had to be waited for; each thing asked until the content is there is a trip."""
    before = max(one[what]["answered"] for one in trips for what in ("menu", "opened"))
    until = max(one["content"]["asked"] for one in trips)
    return [
        ("Round trips to open Actions and the form", str(before), "0"),
        ("Round trips until the form has its content", str(until), "1"),
    ]


def _ms(rounds: list[Round], name: str, at: str, what: str) -> str:
    values = [getattr(one, at)[name][what] for one in rounds if name in getattr(one, at)]
    return _spread(values, (lambda ms: f"{ms:.1f}") if median(values) < 100 else (lambda ms: f"{ms:.0f}"))


def _spread(values: list[float], show: Callable[[float], str]) -> str:
    return f"{show(median(values))} ({show(min(values))}–{show(max(values))})"


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"
