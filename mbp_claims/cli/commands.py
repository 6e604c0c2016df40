"""How a command is added, and what those that belong to the program's folder have in common."""

import argparse
import importlib
from collections.abc import Callable
from contextvars import copy_context
from functools import wraps
from pathlib import Path

from mbp_claims.cli.saying import refuse

Chosen = argparse.Namespace
Command = Callable[[Chosen], int]
Commands = argparse._SubParsersAction
"""What commands are added to: the whole program, or a noun with verbs of its own."""


def add(commands: Commands, name: str, command: Command, does: str) -> argparse.ArgumentParser:
    """The parser of a new command, for its arguments; `does` is what help says of it."""
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.set_defaults(command=command)
    return parser


def add_group(commands: Commands, name: str, about: str) -> Commands:
    """A noun whose verbs are commands: `era check`."""
    parser = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    return parser.add_subparsers(metavar="COMMAND", required=True)


def add_person(parser: argparse.ArgumentParser) -> None:
    """The argument `--as E-MAIL`: who has a shell here is trusted, and says who acts."""
    parser.add_argument(
        "--as", dest="person", default="", metavar="E-MAIL", help="who does it; otherwise the first of the practice"
    )


def in_project(command: Command) -> Command:
    """The command, refused as `in_folder` does, and where the key does not open the database."""

    def opened(chosen: Chosen) -> int:
        from mbp_claims.db.opening import why_locked
        from mbp_claims.sealing import WrongKey
        from mbp_claims.settings import settings

        try:
            why_locked(settings.database_file)
        except WrongKey as wrong:
            return refuse(f"{wrong}")
        return command(chosen)

    return in_folder(wraps(command)(opened))


def in_folder(command: Command) -> Command:
    """The command, refused outside of the program's folder and with settings that cannot be understood."""

    @wraps(command)
    def checked(chosen: Chosen) -> int:
        if not Path("rxconfig.py").exists():
            return refuse("Run this in the folder that holds rxconfig.py.")
        try:
            importlib.import_module("mbp_claims.settings")
        except ValueError as wrong:
            return refuse(f"{wrong}")
        return copy_context().run(_from_here, command, chosen)

    return checked


def _from_here(command: Command, chosen: Chosen) -> int:
    from mbp_claims.domain.origin import asked_from

    asked_from("command line")
    return command(chosen)
