"""The money of a claim's services by service line: what its ledger says, to the cent, laid on the lines."""

from collections.abc import Sequence
from typing import NamedTuple

from mbp_claims.domain.answer import PATIENT, Answer, total
from mbp_claims.domain.cents import CONTRACTUAL, PRIOR_PAYER
from mbp_claims.domain.ledger import Balances


class LineMoney(NamedTuple):
    """Cents of one line: paid by insurance, adjusted away, and owed by the client."""

    paid: int = 0
    adjusted: int = 0
    client: int = 0


def money_by_line(charges: dict[int, int], answers: Sequence[Answer], ledger: Balances) -> dict[int, LineMoney]:
    """By the position of the line; `charges` are cents by position, `answers` those that count, the last payer's last.

    The ledger says how much, of all the lines together; the answers say of which line. What they say of the claim as a
    whole, and what a person decided, goes to the lines in their order, as far as there is room.
    """
    lines = list(charges)
    room = list(charges.values())
    paid = spread(ledger.paid, [sum(answer.paid_for(line) for answer in answers) for line in lines], room)
    room = [left - cents for left, cents in zip(room, paid, strict=True)]
    adjusted = spread(ledger.written_off, [sum(_gone(answer, line) for answer in answers) for line in lines], room)
    room = [left - cents for left, cents in zip(room, adjusted, strict=True)]
    client = spread(ledger.client, [_clients(answers, line) for line in lines], room)
    return dict(zip(lines, map(LineMoney, paid, adjusted, client), strict=True))


def spread(cents: int, said: Sequence[int], room: Sequence[int]) -> list[int]:
    """Parts that add up to `cents`: those that were said, and what is left of it where there is room; what finds none
    is the first line's."""
    parts = list(said)
    rest = cents - sum(parts)
    for at, space in enumerate(room):
        step = min(rest, max(space - parts[at], 0)) if rest > 0 else -min(-rest, max(parts[at], 0))
        parts[at] += step
        rest -= step
    if parts:
        parts[0] += rest
    return parts


def _gone(answer: Answer, line: int) -> int:
    return total(r for r in answer.of_line(line) if r.group == CONTRACTUAL and r.reason != PRIOR_PAYER)


def _clients(answers: Sequence[Answer], line: int) -> int:
    return total(r for r in answers[-1].of_line(line) if r.group == PATIENT) if answers else 0
