"""Imports an 835 and posts at once what matches and adds up: for the shell, for cron, and for the demo practice."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.import_era import Imported, import_era
from mbp_claims.actions.post_era import post_file
from mbp_claims.actions.posted import Posted
from mbp_claims.db import claims
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Remittance


@dataclass(frozen=True)
class ImportedAndPosted:
    """What came in, and what was posted of it."""

    imported: Imported
    postings: tuple[Posted, ...]
    secondaries: tuple[Claim, ...]
    """The secondary claims that followed, to be filed or sent on by the payer."""

    @property
    def remittances(self) -> tuple[Remittance, ...]:
        return self.imported.remittances

    @property
    def remittance_id(self) -> int:
        return self.imported.remittance_id

    @property
    def claims(self) -> int:
        return self.imported.claims

    @property
    def posted(self) -> int:
        return sum(one.posted for one in self.postings)


def import_and_post(
    db: Session, clinician: Clinician, name: str, content: bytes, step: Step = silent
) -> ImportedAndPosted:
    """As `import_era`, then `post_file`, in one transaction."""
    imported = import_era(db, clinician, name, content, step)
    posted = []
    if any(one.is_balanced and one.matched for one in imported.remittances):
        posted = post_file(db, clinician, [one.id or 0 for one in imported.remittances], step)
    made = [number for one in posted for number in (*one.secondaries, *one.crossed_over)]
    return ImportedAndPosted(imported, tuple(posted), tuple(claims.claim(db, clinician, number) for number in made))
