"""Payers' files: `era check`, `era import`."""

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, add_person, in_project

IMPORTED = "Exit status: 0 good or imported before, 1 something waits in the ERA Inbox, 2 a file was refused."
STATUSES = "Exit status: 0 good, 1 read but out of balance or with claims that could not be read, 2 refused."


def add_to(commands: Commands) -> None:
    era = add_group(commands, "era", "payers’ answers: 835 files (ERA)")
    check = add(era, "check", check_files, "read 835 files and explain them, without a database")
    check.epilog = STATUSES
    check.add_argument("files", nargs="+", metavar="FILE", help="an 835 file; - is the standard input")
    check.add_argument("--lines", action="store_true", help="also each service line, with the reasons in words")
    check.add_argument("--problems", action="store_true", help="of the claims only those that need a look")
    check.add_argument("--names", action="store_true", help="also the patients’ names; without it none is shown")
    check.add_argument("--json", action="store_true", help="one JSON document, for programs")
    taking = add(era, "import", import_files, "import 835 files into the ERA Inbox, and post what matches if asked to")
    taking.epilog = IMPORTED
    taking.add_argument("files", nargs="+", metavar="FILE", help="an 835 file; - is the standard input")
    taking.add_argument("--post", action="store_true", help="also post every claim that matches, of files that add up")
    add_person(taking)
    taking.add_argument("--json", action="store_true", help="one JSON document, for programs")


@in_project
def import_files(chosen: Chosen) -> int:
    from mbp_claims.cli import era_import

    return era_import.import_files(chosen.files, chosen.post, chosen.json, chosen.person)


def check_files(chosen: Chosen) -> int:
    from mbp_claims.cli.era_check import check
    from mbp_claims.cli.era_detail import Detail

    detail = Detail(lines=chosen.lines, problems_only=chosen.problems, names=chosen.names)
    return check(chosen.files, chosen.json, detail)
