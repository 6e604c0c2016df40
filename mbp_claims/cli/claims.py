"""Our claims: `claims file`."""

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, add_person, in_project

STATUSES = "Exit status: 0 all filed and sent (or none to file), 1 some not, or not sent yet, 2 nothing was filed."


def add_to(commands: Commands) -> None:
    claims = add_group(commands, "claims", "claims to payers: 837P files")
    file = add(claims, "file", file_claims, "file claims that are ready, all of them as one 837P file")
    file.epilog = STATUSES
    file.add_argument("numbers", nargs="*", metavar="NUMBER", help="a claim: C-1042-S")
    file.add_argument("--ready", action="store_true", help="every claim that is ready to file")
    add_person(file)
    file.add_argument("--json", action="store_true", help="one JSON document, for programs")


@in_project
def file_claims(chosen: Chosen) -> int:
    from mbp_claims.cli.claims_file import file

    return file(chosen.numbers, chosen.ready, chosen.json, chosen.person)
