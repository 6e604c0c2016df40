"""The clearinghouse: `clearinghouse sync`."""

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, in_project

SYNCED = "Exit status: 0 all went well, 1 a file was left in the inbox, 2 the clearinghouse could not be reached."


def add_to(commands: Commands) -> None:
    clearinghouse = add_group(commands, "clearinghouse", "files to and from the clearinghouse")
    sync = add(clearinghouse, "sync", sync_all, "send what waits, fetch ERAs and acknowledgements; fit for cron")
    sync.epilog = SYNCED
    sync.add_argument("--json", action="store_true", help="one JSON document, for programs")


@in_project
def sync_all(chosen: Chosen) -> int:
    from mbp_claims.cli import clearinghouse_sync

    return clearinghouse_sync.sync_all(chosen.json)
