"""The people of a practice, told in words."""

from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import WORDS, Role
from mbp_claims.views.people import PersonRow
from mbp_claims.words import ngettext


def person_row(who: Clinician, email: str, clients: int) -> PersonRow:
    count = ngettext("{count:,} client", "{count:,} clients", clients) if clients else ""
    role = Role(who.role)
    return PersonRow(str(who.id), who.signature, email, role.value, WORDS[role], count, who.disabled_at is not None)
