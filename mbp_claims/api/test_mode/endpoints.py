"""Every endpoint of test mode: its name below /api/test, what it takes and gives, and who does it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from mbp_claims.api.test_mode import bodies, payers, practices


@dataclass(frozen=True)
class Endpoint:
    """`takes` comes as JSON with POST, in the address with GET. `example` is what its page begins with."""

    method: str
    name: str
    about: str
    takes: type[BaseModel]
    gives: type[BaseModel]
    work: Callable[[Any, Request], BaseModel]
    example: dict[str, Any] = field(default_factory=dict)


ANSWERED = {
    "practice": "worker-1",
    "claims": [{
        "claim": "C-1042",
        "adjustments": [
            {"group": "CO", "reason": "45", "amount": "44.00"}, {"group": "PR", "reason": "2", "amount": "23.20"},
        ],
    }],
}  # fmt: skip
WORKER = {"practice": "worker-1"}
ENDPOINTS = (
    Endpoint("GET", "scenarios", "What a practice can become.", bodies.Body, bodies.Scenarios, practices.scenarios),
    Endpoint(
        "POST", "reset", "Makes a practice anew as a scenario, and signs its owner in. What had its name is left.",
        bodies.Reset, bodies.Entered, practices.reset, {**WORKER, "scenario": "primary-filed"},
    ),
    Endpoint(
        "POST", "sign-in", "Signs in as a person of the practice, without a password.",
        bodies.SignIn, bodies.Entered, practices.sign_in, WORKER,
    ),
    Endpoint("GET", "clock", "How late it is in the practice.", bodies.OfPractice, bodies.Clock, practices.read_clock),
    Endpoint(
        "POST", "clock", "Moves the practice’s clock forward. It stands still otherwise.",
        bodies.SetClock, bodies.Clock, practices.set_clock, {**WORKER, "days": 1},
    ),
    Endpoint(
        "POST", "answer", "The payer answers filed claims: a balanced 835, a 999 or a 277CA, delivered at once.",
        bodies.PayerAnswers, bodies.Delivered, payers.answer, ANSWERED,
    ),
    Endpoint(
        "POST", "deliver", "Lays any file in the practice’s inbox at its clearinghouse, and fetches it.",
        bodies.Deliver, bodies.Delivered, payers.deliver, {**WORKER, "name": "aetna.835", "content": "ISA*00*…"},
    ),
    Endpoint(
        "GET", "sent", "The 837P files that the practice sent.", bodies.OfPractice, bodies.Sent, payers.sent,
    ),
)  # fmt: skip
