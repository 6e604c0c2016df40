"""The program under test, with what only our own tests may do: they look into its database and its log."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from mbp_claims.actions.load_demo import WAITING_FILE
from mbp_claims.db.engine import HASTY, WRITING, engine, reading
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.testing.practice import Practice
from mbp_claims.testing.server import Server, free_port
from tests.e2e.marked import build_pages

__all__ = ["PracticeUnderTest", "free_port"]

OF_PEOPLE = (
    (Client.first_name, Client.last_name, Client.born, Client.number, Client.phone, Client.email, Client.address),
    (InsurancePlan.member_id, InsurancePlan.group_number), (Claim.number, Claim.diagnoses),
)  # fmt: skip


class PracticeUnderTest(Server):
    """A server whose one practice is made anew for each test."""

    def __init__(self, folder: Path, **settings: str) -> None:
        build_pages(folder)
        super().__init__(folder, **settings)

    def load_scenario(self, name: str) -> None:
        """Makes the database the one of that name in mbp_claims/actions/load_scenario.py."""
        self.kit.load_scenario(name)

    @property
    def kit(self) -> Practice:
        return Practice(self.address, alone=True)

    @property
    def cookie(self) -> dict[str, Any]:
        """With it a browser is June Marlow's, as if she had signed in."""
        return self.kit.cookie

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """To arrange what a test needs through the actions themselves, beside the running server.

        It waits while the server writes: a test stands in Playwright's event loop, where the program itself would not.
        """
        patient = engine(self.url).execution_options(**{WRITING: True, HASTY: False})
        with Session(patient, expire_on_commit=False) as db, db.begin():
            yield db

    @property
    def waiting_era(self) -> Path:
        """The file of the demo practice that waits to be imported."""
        return self.folder / WAITING_FILE

    def names(self) -> set[str]:
        """What the database holds of people, as it is now: names, births, member ids, numbers, diagnoses, amounts."""
        with reading(self.url) as db:
            rows = [row for told in OF_PEOPLE for row in db.exec(select(*told)).all()]
        return {str(value).strip() for row in rows for value in row if value}
