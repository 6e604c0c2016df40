"""The practice of the cast: a solo practice. All invented; the provider numbers are the published test ones."""

from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role

AETNA = ("Aetna", "60054")
CIGNA = ("Cigna", "62308")
UNITED = ("UnitedHealthcare", "87726")
MEDICARE = ("Medicare Part B, Maine", "14112")
ANTHEM = ("Anthem Blue Cross Blue Shield, Maine", "00680")


def demo_practice() -> Practice:
    """A new practice that files tests (`usage` T), never claims to be paid."""
    return Practice(
        name="My Best Practice Demo", npi="1234567893", tax_id="987654321", taxonomy="1041C0700X",
        address="14 Larkspur Landing", city="Portland", state="ME", zip="041010014", phone="2075550100",
        submitter_id="MBPDEMO", receiver_name="Clearinghouse One", receiver_id="CLEARHOUSE1", usage="T",
    )  # fmt: skip


def demo_colleagues(practice_id: int) -> tuple[Clinician, Clinician]:
    """A second clinician, and a biller, who renders nothing."""
    return (
        Clinician(
            practice_id=practice_id, first_name="Priya", last_name="Lindqvist", credential="LCPC", npi="1999999984",
            taxonomy="101YM0800X", email="priya.lindqvist@example.com", role=Role.CLINICIAN,
        ),
        Clinician(
            practice_id=practice_id, first_name="Theo", last_name="Banks", email="theo.banks@example.com",
            role=Role.BILLER,
        ),
    )  # fmt: skip


def demo_clinician(practice_id: int) -> Clinician:
    return Clinician(
        practice_id=practice_id, first_name="June", last_name="Marlow", credential="LCSW", npi="1245319599",
        taxonomy="1041C0700X", email="june.marlow@example.com", role=Role.OWNER,
    )  # fmt: skip
