"""An ERA that has come in, opened in a tab."""

from era import Line
from tab import Tab

from mbp_claims.actions.import_era import import_era
from mbp_claims.db.engine import transaction
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.eras_review import EraState

OFF = (Line(16000, 9280, (("CO", "45", 4000), ("PR", "2", 2320))),)
"""$4.00 short of the charge."""


def arrived(clinician: Clinician, content: bytes, name: str = "remit.835") -> Tab:
    """The page of the first ERA in that file."""
    with transaction() as db:
        kept = import_era(db, clinician, name, content).remittance_id
    tab = Tab(f"/era/{kept}")
    tab.do(EraState.load)
    return tab


def state(tab: Tab) -> EraState:
    return tab.of(EraState)
