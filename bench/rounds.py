"""The rounds: in each, every stack in turn, so that what the machine does besides falls on all alike."""

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from bench.stacks import Stack
from bench.visits import Visit

MILLISECONDS_FOR_THE_REST = 400


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    rounds: int = 9
    fast_actions: int = 12
    slow_actions: int = 4
    sessions: int = 100


QUICK = Effort(rounds=2, fast_actions=6, slow_actions=2, sessions=40)


@dataclass
class Round:
    """Milliseconds by stack. `fast` is this machine alone, `slow` a round trip of 150 ms."""

    fast: dict[str, dict[str, float]] = field(default_factory=dict)
    slow: dict[str, dict[str, float]] = field(default_factory=dict)


def play(browser: Browser, stacks: list[Stack], number: int, effort: Effort) -> Round:
    """One round; another stack begins each time."""
    played, first = Round(), number % len(stacks)
    for stack in stacks[first:] + stacks[:first]:
        played.fast[stack.name] = _times(browser, stack.fast, effort.fast_actions)
        played.slow[stack.name] = _times(browser, stack.slow, effort.slow_actions)
    return played


def _times(browser: Browser, address: str, actions: int) -> dict[str, float]:
    with Visit(browser, address) as visit:
        times = visit.first_answer()
        done = visit.actions(actions)
        return times | {name: median(one[name] for one in done) for name in ("menu", "away", "back")}


def bytes_of_actions(browser: Browser, stack: Stack) -> dict[str, dict[str, int]]:
    """Bytes on the wire, both ways, headers and frames and all: a row put away, and taken back."""
    with Visit(browser, stack.slow) as visit:
        number = visit.open()[10]
        return {way: _carried(stack, visit, way, number) for way in ("putAway", "takeBack")}


def _carried(stack: Stack, visit: Visit, way: str, number: str) -> dict[str, int]:
    before = stack.network.carried()
    visit.page.evaluate("([way, number]) => bench[way](number)", [way, number])
    visit.page.wait_for_timeout(MILLISECONDS_FOR_THE_REST)
    after = stack.network.carried()
    return {name: after[name] - before[name] for name in ("up", "down")}


def round_trips(browser: Browser, stack: Stack) -> dict[str, dict[str, float]]:
    """Opening Actions, the form, and what it shows: milliseconds, and how often the server was asked and answered."""
    with Visit(browser, stack.slow) as visit:
        return visit.form(visit.open()[20])


def first_load(browser: Browser, stack: Stack) -> dict[str, Any]:
    """Bytes and requests of a first load, with brotli and with gzip."""
    loads: dict[str, Any] = {}
    for encoding in ("br", "gzip"):
        with Visit(browser, stack.fast) as visit:
            weight = visit.weigh(encoding)
        loads[encoding] = {
            "bytes": weight.bytes, "requests": weight.requests, "kinds": dict(weight.bytes_by_kind),
            "encodings": sorted(weight.encodings),
        }  # fmt: skip
    return loads
