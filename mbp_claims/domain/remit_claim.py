"""What an 835 says about one claim, parsed and never stored: its money, who is named in it, its lines (cents)."""

from dataclasses import dataclass, field
from datetime import date

from mbp_claims.domain.codes import CROSSOVER_REMARKS
from mbp_claims.domain.imbalance import Imbalance, Term
from mbp_claims.domain.remit_line import Reference, RemitAdjustment, RemitLine, total, value_of

REVERSAL = "22"
FORWARDED = {"19", "20", "21"}
NO_ANSWER = {"23", "25"}
"""Sent on because it is not this payer's claim; an estimate without payment."""


@dataclass(frozen=True, slots=True, repr=False)
class Party:
    """Somebody named by an NM1: a person, or an organisation, whose whole name is `last`. Its repr tells nobody."""

    last: str = ""
    first: str = ""
    middle: str = ""
    id_qualifier: str = ""
    identifier: str = ""

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.first, self.middle, self.last)))


@dataclass(frozen=True, slots=True)
class RemitClaim:
    """The payer's answer to one claim (CLP). `moa` and `mia` are those segments' elements verbatim.

    `warnings` are sentences about what is odd and was taken all the same. `segment` counts from the payment's ST.
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
    warnings: tuple[str, ...] = field(default=(), compare=False)
    segment: int = field(default=0, compare=False)

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
        adjustments = self.all_adjustments
        found = [self._own(total(adjustments)), self._charges_of_lines(), self._patient_responsibility(adjustments)]
        return (*self._line_imbalances(), *filter(None, found))

    @property
    def is_balanced(self) -> bool:
        """No equation that blocks is broken."""
        return not any(one.blocks for one in self.imbalances())

    def _line_imbalances(self) -> list[Imbalance]:
        found = [
            line.imbalance(f"Claim {self.claim_number}, line {number} ({line.procedure.code})")
            for number, line in enumerate(self.lines, start=1)
            if not line.is_balanced
        ]
        return list(filter(None, found))

    def _own(self, adjusted: int) -> Imbalance | None:
        terms = (self.paid_cents, "paid"), (adjusted, "adjusted")
        return self._unless_equal(terms, (self.charge_cents, "charged"))

    def _charges_of_lines(self) -> Imbalance | None:
        """Some payers drop or split lines: a warning."""
        if not self.lines:
            return None
        charged = sum([line.charge_cents for line in self.lines])
        return self._unless_equal(((charged, "charged by its lines"),), (self.charge_cents, "charged"), blocks=False)

    def _patient_responsibility(self, adjustments: tuple[RemitAdjustment, ...]) -> Imbalance | None:
        if self.is_reversal:
            return None
        adjusted = sum([one.amount_cents for one in adjustments if one.group == "PR"])
        target = (self.patient_responsibility_cents or 0, "of patient responsibility")
        return self._unless_equal(((adjusted, "adjusted with group PR"),), target, blocks=False)

    def _unless_equal(self, terms: tuple[Term, ...], target: Term, blocks: bool = True) -> Imbalance | None:
        return Imbalance.unless_equal(f"Claim {self.claim_number}", terms, target, self.segment, blocks)
