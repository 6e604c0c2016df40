"""What an 835 says about one claim, parsed and never stored: its money, who is named in it, its lines (cents)."""

from datetime import date
from typing import NamedTuple

from mbp_claims.domain.codes import CROSSOVER_REMARKS
from mbp_claims.domain.imbalance import Imbalance, Term
from mbp_claims.domain.remit_line import Reference, RemitAdjustment, RemitLine, total, value_of

REVERSAL = "22"
FORWARDED = {"19", "20", "21"}
NO_ANSWER = {"23", "25"}
"""Sent on because it is not this payer's claim; an estimate without payment."""


class Party(NamedTuple):
    """Somebody named by an NM1: a person, or an organisation, whose whole name is `last`. Its repr tells nobody."""

    last: str = ""
    first: str = ""
    middle: str = ""
    id_qualifier: str = ""
    identifier: str = ""

    def __repr__(self) -> str:
        return object.__repr__(self)

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.first, self.middle, self.last)))


class RemitClaim(NamedTuple):
    """The payer's answer to one claim (CLP). `moa` and `mia` are those segments' elements verbatim.

    `warnings` are sentences about what is odd and was taken all the same. `segment` counts from the payment's
    ST; neither counts when two are compared.
    """

    claim_number: str
    status: str
    charge_cents: int
    paid_cents: int
    patient_responsibility_cents: int | None = None
    filing_code: str = ""
    payer_control_number: str = ""
    frequency: str = ""
    patient: Party | None = None
    subscriber: Party | None = None
    corrected_insured: Party | None = None
    rendering: Party | None = None
    crossover_carrier: Party | None = None
    corrected_payer: Party | None = None
    other_subscriber: Party | None = None
    moa: tuple[str, ...] = ()
    mia: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    received_on: date | None = None
    statement_from: date | None = None
    statement_to: date | None = None
    supplemental: tuple[tuple[str, int], ...] = ()
    quantities: tuple[tuple[str, str], ...] = ()
    adjustments: tuple[RemitAdjustment, ...] = ()
    lines: tuple[RemitLine, ...] = ()
    warnings: tuple[str, ...] = ()
    segment: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemitClaim) and self[:-2] == other[:-2]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-2])

    @property
    def original_number(self) -> str | None:
        """REF*F8: the payer's number of the claim that this one corrects."""
        return value_of("F8", self.references)

    @property
    def is_reversal(self) -> bool:
        """Every amount is negated; never to be filled in from. Its correction is `correction_of`."""
        return self.status == REVERSAL

    @property
    def is_adjudication(self) -> bool:
        """A payer's decision that adjustments may be filled in from."""
        return not self.is_reversal and self.status not in NO_ANSWER

    @property
    def is_forwarded(self) -> bool:
        """The payer says it sent the claim on to the next one: by status, by carrier, or by remark."""
        remarks = {*self.remarks, *(code for line in self.lines for code in line.remarks)}
        return self.status in FORWARDED or self.crossover_carrier is not None or bool(remarks & CROSSOVER_REMARKS)

    @property
    def all_adjustments(self) -> tuple[RemitAdjustment, ...]:
        """Claim level first, then line by line."""
        return self.adjustments + tuple([one for line in self.lines for one in line.adjustments])

    def imbalances(self) -> tuple[Imbalance, ...]:
        """Rules 20, 21, 22 and 24, as far as they do not hold."""
        return () if self._adds_up() else self._differences()

    def _adds_up(self) -> bool:
        """Whether all four hold, which nearly all claims' do, told in one pass."""
        adjusted, responsible = _adjusted(self.adjustments)
        charged = 0
        for line in self.lines:
            own, of_patient = _adjusted(line.adjustments)
            if line.paid_cents + own != line.charge_cents:
                return False
            adjusted, responsible, charged = adjusted + own, responsible + of_patient, charged + line.charge_cents
        return (
            self.paid_cents + adjusted == self.charge_cents
            and (charged == self.charge_cents or not self.lines)
            and (responsible == (self.patient_responsibility_cents or 0) or self.is_reversal)
        )

    def _differences(self) -> tuple[Imbalance, ...]:
        """Each equation with its numbers."""
        own, adjustments = (self.charge_cents, "charged"), self.all_adjustments
        found = self._line_imbalances()
        if self.paid_cents + (adjusted := total(adjustments)) != self.charge_cents:
            found.append(self._imbalance(((self.paid_cents, "paid"), (adjusted, "adjusted")), own))
        charged = sum([line.charge_cents for line in self.lines])
        if self.lines and charged != self.charge_cents:
            found.append(self._imbalance(((charged, "charged by its lines"),), own, blocks=False))
        shared, responsible = self.patient_responsibility_cents or 0, total([a for a in adjustments if a.group == "PR"])
        if responsible != shared and not self.is_reversal:
            target = (shared, "of patient responsibility")
            found.append(self._imbalance(((responsible, "adjusted with group PR"),), target, blocks=False))
        return tuple(found)

    @property
    def is_balanced(self) -> bool:
        """No equation that blocks is broken."""
        return not any(one.blocks for one in self.imbalances())

    def _line_imbalances(self) -> list[Imbalance]:
        named = [
            (f"Claim {self.claim_number}, line {number} ({line.procedure.code})", line)
            for number, line in enumerate(self.lines, 1)
            if not line.is_balanced
        ]
        return [one for name, line in named if (one := line.imbalance(name))]

    def _imbalance(self, terms: tuple[Term, ...], target: Term, blocks: bool = True) -> Imbalance:
        return Imbalance(f"Claim {self.claim_number}", terms, target, self.segment, blocks)


def _adjusted(adjustments: tuple[RemitAdjustment, ...]) -> tuple[int, int]:
    """All of them, and those of the group PR (cents)."""
    every = of_patient = 0
    for group, _, cents, _ in adjustments:
        every += cents
        if group == "PR":
            of_patient += cents
    return every, of_patient
