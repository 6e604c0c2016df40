"""Every specimen, component by component."""

from mbp_claims.gallery.acted_specimens import SPECIMENS as ACTED
from mbp_claims.gallery.audit_specimens import SPECIMENS as AUDIT
from mbp_claims.gallery.button_specimens import SPECIMENS as BUTTONS
from mbp_claims.gallery.claim_specimens import SPECIMENS as CLAIM
from mbp_claims.gallery.clearinghouse_specimens import SPECIMENS as CLEARINGHOUSE
from mbp_claims.gallery.document_specimens import SPECIMENS as DOCUMENTS
from mbp_claims.gallery.door_specimens import SPECIMENS as DOOR
from mbp_claims.gallery.era_specimens import SPECIMENS as ERA
from mbp_claims.gallery.extreme_specimens import SPECIMENS as EXTREMES
from mbp_claims.gallery.form_specimens import SPECIMENS as FORMS
from mbp_claims.gallery.keys_specimens import SPECIMENS as KEYS
from mbp_claims.gallery.money_specimens import SPECIMENS as MONEY
from mbp_claims.gallery.overview_specimens import SPECIMENS as OVERVIEW
from mbp_claims.gallery.people_specimens import SPECIMENS as PEOPLE
from mbp_claims.gallery.records_specimens import SPECIMENS as RECORDS
from mbp_claims.gallery.screen_specimens import SPECIMENS as SCREENS
from mbp_claims.gallery.settings_specimens import SPECIMENS as SETTINGS
from mbp_claims.gallery.shell_specimens import SPECIMENS as SHELL
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.superbill_specimens import SPECIMENS as SUPERBILLS
from mbp_claims.gallery.table_specimens import SPECIMENS as TABLES
from mbp_claims.gallery.today_specimens import SPECIMENS as TODAY
from mbp_claims.gallery.token_specimens import SPECIMENS as TOKENS

SPECIMENS: tuple[Specimen, ...] = (
    *TOKENS, *BUTTONS, *SHELL, *KEYS, *DOOR, *TODAY, *OVERVIEW, *MONEY, *TABLES, *CLAIM, *ERA, *CLEARINGHOUSE,
    *SETTINGS, *PEOPLE, *AUDIT, *DOCUMENTS, *RECORDS, *SUPERBILLS, *FORMS, *SCREENS, *ACTED, *EXTREMES,
)  # fmt: skip


def components() -> dict[str, list[Specimen]]:
    """The specimens by component, in the order of the gallery."""
    found: dict[str, list[Specimen]] = {}
    for specimen in SPECIMENS:
        found.setdefault(specimen.component, []).append(specimen)
    return found
