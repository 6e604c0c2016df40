"""The doors from a terminal: `mbp-claims run` and its steps one by one, and what is asked of files without a browser.

Each room adds its commands to the parser with `add_to`; what a command needs is imported when it runs.
"""

import argparse
import signal
import sys

from mbp_claims.cli import audit, backup, claims, clearinghouse, database, encryption, era, program, user
from mbp_claims.cli.saying import stop_writing

ROOMS = (program, database, user, era, claims, clearinghouse, audit, encryption, backup)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. The status is 0, another with a sentence that says why, or 130 after Ctrl-C.

    Only from the shell, without `arguments`, is being told to end the same as Ctrl-C.
    """
    if arguments is None:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.stdout.reconfigure(errors="replace")
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.command(chosen)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return stop_writing()
    return status


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    whole = argparse.ArgumentParser(prog="mbp-claims", description="Secondary-insurance claims for therapists.")
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for room in ROOMS:
        room.add_to(commands)
    return whole
