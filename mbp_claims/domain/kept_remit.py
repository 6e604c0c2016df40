"""What an 835 says about a claim, as text that is kept with it and read back: nothing of it is lost."""

import json
from dataclasses import MISSING
from datetime import date
from typing import Any

from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine

PARTIES = (
    "patient", "subscriber", "corrected_insured", "rendering", "crossover_carrier", "corrected_payer",
    "other_subscriber",
)  # fmt: skip
DAYS = ("received_on", "statement_from", "statement_to", "service_from", "service_to")
TEXTS = ("moa", "mia", "remarks", "warnings")
_CLAIM = {name: RemitClaim._field_defaults.get(name, MISSING) for name in RemitClaim._fields}
_LINE = {name: RemitLine._field_defaults.get(name, MISSING) for name in RemitLine._fields}


def keep_remit(remit: RemitClaim) -> str:
    """JSON of what is not at its default; amounts are cents, days ISO."""
    return json.dumps(_told(remit, _CLAIM), ensure_ascii=False, separators=(",", ":"))


def read_remit(said: str) -> RemitClaim:
    told: dict[str, Any] = json.loads(said)
    for name in PARTIES:
        if name in told:
            told[name] = Party(*told[name])
    if "lines" in told:
        told["lines"] = tuple(map(_line, told["lines"]))
    return RemitClaim(**_common(told))


def _line(told: dict[str, Any]) -> RemitLine:
    told["procedure"] = _procedure(told["procedure"])
    if "submitted" in told:
        told["submitted"] = _procedure(told["submitted"])
    return RemitLine(**_common(told))


def _common(told: dict[str, Any]) -> dict[str, Any]:
    for name in DAYS:
        if name in told:
            told[name] = date.fromisoformat(told[name])
    for name in TEXTS:
        if name in told:
            told[name] = tuple(told[name])
    if "adjustments" in told:
        told["adjustments"] = tuple([RemitAdjustment(*one) for one in told["adjustments"]])
    if "references" in told:
        told["references"] = tuple([Reference(*one) for one in told["references"]])
    if "supplemental" in told:
        told["supplemental"] = tuple([(code, cents) for code, cents in told["supplemental"]])
    return told


def _procedure(told: list[Any]) -> Procedure:
    return Procedure(told[0], told[1], tuple(told[2]))


def _told(value: RemitClaim | RemitLine, defaults: dict[str, Any]) -> dict[str, Any]:
    found = {name: getattr(value, name) for name in defaults}
    return {name: _plain(one) for name, one in found.items() if one != defaults[name]}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Party():
            return [value.last, value.first, value.middle, value.id_qualifier, value.identifier]
        case Procedure():
            return [value.code, value.qualifier, value.modifiers]
        case Reference():
            return [value.qualifier, value.value]
        case RemitAdjustment():
            return [value.group, value.reason, value.amount_cents, value.quantity]
        case RemitLine():
            return _told(value, _LINE)
        case tuple():
            return [_plain(one) for one in value]
    return value
