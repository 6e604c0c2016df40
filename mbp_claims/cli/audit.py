"""The activity trail: `audit verify`, `audit head`."""

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, in_project

STATUSES = "Exit status: 0 whole, 1 broken, 2 it could not be checked."
KEEP = "Keep what this prints where nobody who can write to the database can write: audit verify --heads compares it."


def add_to(commands: Commands) -> None:
    audit = add_group(commands, "audit", "the activity trail")
    checking = add(audit, "verify", verify, "check that no entry of any trail was changed, removed, added or moved")
    checking.epilog = STATUSES
    checking.add_argument("--head", action="append", default=[], metavar="P:N:DIGEST", help="an end kept elsewhere")
    checking.add_argument("--heads", metavar="FILE", help="lines that audit head printed; - is the standard input")
    checking.add_argument("--json", action="store_true", help="one JSON document, for programs")
    telling = add(audit, "head", head, "print where each trail ends, to be kept elsewhere")
    telling.epilog = KEEP
    telling.add_argument("--json", action="store_true", help="one JSON document, for programs")


@in_project
def verify(chosen: Chosen) -> int:
    from mbp_claims.cli.audit_trail import verify

    return verify(chosen.head, chosen.heads, chosen.json)


@in_project
def head(chosen: Chosen) -> int:
    from mbp_claims.cli.audit_trail import print_heads

    return print_heads(chosen.json)
