"""The activity trail told in words."""

from urllib.parse import urlencode

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.activity import KINDS, Kind, kind_words
from mbp_claims.domain.asked import in_words
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.trail_query import TrailLine
from mbp_claims.views.audit import AuditAsked, AuditRow
from mbp_claims.views.form import Option
from mbp_claims.views.show_trail import status_words
from mbp_claims.words import _

LOOKS: dict[str, tuple[str, str]] = {
    Kind.CHANGE: ("ready", "pencil-line"), Kind.READ: ("neutral", "file-search"),
    Kind.DISCLOSURE: ("warning", "send"), Kind.SIGN_IN: ("info", "circle-check"), Kind.REFUSAL: ("danger", "ban"),
}  # fmt: skip


def audit_row(line: TrailLine) -> AuditRow:
    one, client = line.entry, line.client
    at = local(one.at)
    before, after = (status_words(word) or "—" for word in (one.before, one.after))
    change = f"{before} → {after}" if one.before or one.after else ""
    # Somebody may have written past us what is no kind of ours: it is shown all the more.
    words, (tone, icon) = kind_words(one.kind), LOOKS.get(one.kind, ("danger", "triangle-alert"))
    return AuditRow(
        str(one.place), f"{at:%m/%d/%Y} {at:%I:%M %p}".replace(" 0", " "), at.isoformat(), one.who, one.address,
        words, tone, icon, in_words(one.what), change, client.name if client else "",
        client.number if client else "",
    )  # fmt: skip


def people_options(people: list[Clinician]) -> list[Option]:
    """And what nobody of them did: who is not signed in, and the program by itself."""
    return [*(Option(str(one.id), one.signature) for one in people), Option("0", _("Nobody of the practice"))]


def kind_options() -> list[Option]:
    return [Option(kind.value, words) for kind, words in KINDS.items()]


def asked(person: str, kind: str, client: str, first: str, last: str) -> AuditAsked:
    told = {"person": person, "kind": kind, "client": client, "first": first, "last": last}
    query = urlencode({name: value for name, value in told.items() if value})
    return AuditAsked(*told.values(), f"{routes.FILE_AUDIT}?{query}" if query else routes.FILE_AUDIT)
