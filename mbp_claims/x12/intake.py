"""How a file is taken in: its name in sentences, and how strictly it is read."""

from dataclasses import dataclass

from mbp_claims.words import _
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.tape import LARGEST_FILE


@dataclass(frozen=True, slots=True)
class Intake:
    """`keep_unreadable`: a claim that cannot be read is listed with its payment and does not refuse the file."""

    name: str = "This file"
    expected: str = "an 835 file"
    accept_test: bool = True
    keep_unreadable: bool = False
    largest: int = LARGEST_FILE

    def refusal(self, because: str) -> X12Error:
        """`remit.835 is not an 835 file. It is a PDF. Ask the payer for the electronic file.`"""
        return X12Error(
            _("{name} is not {expected}. {because}", name=self.name, expected=self.expected, because=because)
        )


AS_IT_COMES = Intake()
"""Test data accepted, every claim to be readable, 50 MB at most."""
