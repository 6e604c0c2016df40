"""An 835 as one JSON document: amounts are text with two decimals, days are as in 2026-01-31."""

from collections.abc import Iterator
from typing import Any

from mbp_claims.cli.era_detail import Detail
from mbp_claims.cli.saying import json_text
from mbp_claims.domain.codes import CLAIM_STATUS, provider_adjustment
from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.domain.money import plain_cents
from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import PaymentEnd, PaymentHead
from mbp_claims.x12.era_reader import Part
from mbp_claims.x12.error import X12Error

Facts = dict[str, Any]
VERDICTS = ("good", "review", "refused")


class JsonReport:
    """`{"status": 0, "files": [{"file", "verdict", "payments": [...]}]}`, said at the end."""

    def __init__(self, detail: Detail):
        self._detail = detail
        self._files: list[Facts] = []

    def begin(self, name: str) -> Iterator[str]:
        self._files.append({"file": name, "verdict": "", "payments": []})
        return iter(())

    def part(self, part: Part) -> Iterator[str]:
        payments = self._files[-1]["payments"]
        match part:
            case PaymentHead():
                payments.append(_head(part))
            case UnreadableClaim():
                unreadable = {"number": part.claim_number, "segment": part.segment, "sentence": part.sentence}
                payments[-1]["unreadable"].append(unreadable)
            case RemitClaim() if not self._detail.leaves_out(part):
                payments[-1]["claims"].append(self._claim(part))
            case PaymentEnd():
                payments[-1].update(_end(part))
        return iter(())

    def refuse(self, error: X12Error) -> Iterator[str]:
        place = error.place
        self._files[-1]["refusal"] = {
            "sentence": error.sentence, "claim": error.claim_number, "last_good_claim": error.last_good_claim,
            "line": place and place.line, "segment": (place and place.segment) or None,
            "segment_id": place and place.segment_id, "element": place and place.element,
        }  # fmt: skip
        return iter(())

    def end(self, status: int) -> Iterator[str]:
        self._files[-1]["verdict"] = VERDICTS[status]
        return iter(())

    def close(self, status: int) -> Iterator[str]:
        yield json_text({"status": status, "files": self._files})

    def _claim(self, claim: RemitClaim) -> Facts:
        share = claim.patient_responsibility_cents
        facts = {
            "number": claim.claim_number, "status": claim.status, "status_words": CLAIM_STATUS[claim.status],
            "charge": plain_cents(claim.charge_cents), "paid": plain_cents(claim.paid_cents),
            "patient_responsibility": None if share is None else plain_cents(share),
            "payer_control_number": claim.payer_control_number, "is_forwarded": claim.is_forwarded,
            "adds_up": claim.is_balanced,
            "imbalances": [_imbalance(one) for one in claim.imbalances()], "warnings": list(claim.warnings),
        }  # fmt: skip
        if self._detail.lines:
            facts["adjustments"] = list(map(_adjustment, claim.adjustments))
            facts["remarks"] = list(claim.remarks)
            facts["lines"] = list(map(_line, claim.lines))
        if self._detail.names:
            facts["patient"] = claim.patient and claim.patient.name
        return facts


def _head(head: PaymentHead) -> Facts:
    return {
        "trace": head.trace_number, "total": plain_cents(head.total_cents), "method": head.method,
        "paid_on": head.paid_on.isoformat(), "payer": {"name": head.payer_name, "id": head.payer_identifier},
        "payee": {"name": head.payee_name, "npi": head.payee_npi, "tax_id": head.payee_tax_id},
        "is_test": head.interchange.is_test, "claims": [], "unreadable": [],
    }  # fmt: skip


def _end(end: PaymentEnd) -> Facts:
    return {
        "claims_read": end.claims, "claims_unreadable": end.unreadable,
        "claims_paid": plain_cents(end.claims_paid_cents),
        "provider_adjustments": [
            {
                "reason": one.reason, "words": provider_adjustment(one.reason), "reference": one.reference,
                "amount": plain_cents(one.amount_cents),
            }
            for one in end.provider_adjustments
        ],
        "imbalance": end.imbalance and _imbalance(end.imbalance), "warnings": list(end.warnings),
    }  # fmt: skip


def _line(line: RemitLine) -> Facts:
    day = line.service_from
    return {
        "control": line.control_number, "procedure": line.procedure.code, "modifiers": list(line.procedure.modifiers),
        "date": day and day.isoformat(), "charge": plain_cents(line.charge_cents),
        "paid": plain_cents(line.paid_cents), "units": line.units,
        "adjustments": list(map(_adjustment, line.adjustments)), "remarks": list(line.remarks),
    }  # fmt: skip


def _adjustment(one: RemitAdjustment) -> list[str | None]:
    return [one.group, one.reason, plain_cents(one.amount_cents), one.quantity]


def _imbalance(one: Imbalance) -> Facts:
    difference = plain_cents(one.difference_cents)
    return {"sentence": one.sentence, "difference": difference, "blocks": one.blocks, "segment": one.segment}
