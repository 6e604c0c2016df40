"""What happened in a practice, told in the order in which it happened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from mbp_claims.actions.demo.claims import carry_out, start_cast_claim
from mbp_claims.actions.demo.eras import era_bytes
from mbp_claims.actions.demo.past import as_of, moment
from mbp_claims.actions.demo.people import add_cast_client, add_cast_plan, find_ended, remove_cast_plan
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.cast.shapes import CastClaim, CastClient, CastEra
from mbp_claims.domain.practice import Clinician

AFTER_A_SESSION = "18:05"


@dataclass(frozen=True)
class Happening:
    """Something that was done, so many days ago at that time."""

    days: int
    at: str
    done: Callable[[], object]


@dataclass(frozen=True)
class Story:
    """Whose practice it is, and who and what belongs in it."""

    db: Session
    clinician: Clinician
    clients: tuple[CastClient, ...]
    claims: tuple[CastClaim, ...] = ()
    eras: tuple[CastEra, ...] = ()

    def tell(self) -> None:
        """Saves all of it, each thing with its moment; the next claim then has the number after the last."""
        happenings = [*self._charts(), *self._claims(), *self._eras()]
        for one in sorted(happenings, key=lambda happening: (-happening.days, happening.at)):
            with as_of(self.db, moment(one.days, one.at)):
                one.done()
        if self.claims:
            practice_of(self.db, self.clinician).next_claim = max(claim.number for claim in self.claims) + 1
        self.db.flush()

    def _charts(self) -> Iterator[Happening]:
        who = self.db, self.clinician
        for client in self.clients:
            yield Happening(client.added, "09:20", partial(add_cast_client, *who, client))
            for plan in client.plans:
                added = client.added if plan.added is None else plan.added
                yield Happening(added, "12:30", partial(add_cast_plan, *who, client, plan))
                if plan.found_ended is not None:
                    yield Happening(plan.found_ended - 1, "11:00", partial(find_ended, *who, plan))
                if plan.removed is not None:
                    yield Happening(plan.removed, "12:00", partial(remove_cast_plan, *who, plan))

    def _claims(self) -> Iterator[Happening]:
        who = self.db, self.clinician
        for claim in self.claims:
            yield Happening(claim.days, AFTER_A_SESSION, partial(start_cast_claim, *who, claim))
            for deed in claim.deeds:
                at = moment(deed.days, deed.at)
                yield Happening(deed.days, deed.at, partial(carry_out, *who, claim, deed, at))

    def _eras(self) -> Iterator[Happening]:
        for era in self.eras:
            yield Happening(era.days, era.at, partial(self._import, era))

    def _import(self, era: CastEra) -> None:
        content = era_bytes(self.db, self.clinician, era, moment(era.days, era.at))
        payer = era.payer[0].split()[0].lower()
        import_and_post(self.db, self.clinician, f"{payer}-{era.trace}.835", content)
