"""The program itself: `run`, and the steps `build` and `serve`."""

import os
import sys

from mbp_claims.cli.commands import Chosen, Commands, add, in_folder, in_project
from mbp_claims.cli.database import demo, migrate
from mbp_claims.cli.saying import refuse, say

EXPOSED = (
    "MBP_HOST={host} would send health records over the network unencrypted. Leave it out, and put a web server with "
    "TLS before the program: docs/behind-a-proxy.md"
)
OPEN_TEST_MODE = (
    "MBP_TEST_MODE=1 lets every caller in, so it is for this machine alone. Leave MBP_HOST and MBP_ADDRESS out, or "
    "leave test mode."
)

UNENCRYPTED = (
    "The database will not be encrypted: who can read its file or a lost disk can read every record. To encrypt it, "
    "set MBP_DATABASE_KEY (mbp-claims database key makes one)."
)
LARGE_PAGES = {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
"""For the server's memory, where the C library is glibc: after a pause a click finds what it needs on fewer pages."""


def add_to(commands: Commands) -> None:
    add(commands, "run", run, "migrate, load the demo practice where there is nobody, build, and serve until Ctrl-C")
    add(commands, "build", build, "build the pages unless they stand as the sources would make them")
    add(commands, "serve", serve, "serve what was built, until Ctrl-C")


@in_project
def run(chosen: Chosen) -> int:
    from mbp_claims.launch.server import is_free
    from mbp_claims.sealing import is_plain
    from mbp_claims.settings import settings

    if why := _unsafe():
        return refuse(why)
    if not is_free(settings.host, settings.port):
        return refuse(f"Port {settings.port} is taken. Stop what uses it, or choose another: make run MBP_PORT=3001")
    if settings.database_file and is_plain(settings.database_file) is None and not settings.database_key:
        say(UNENCRYPTED)
    if status := migrate(chosen) or (settings.demo and demo(chosen)) or build(chosen):
        return status
    # The process begins anew, without what migrating and building loaded into its memory.
    anew = [sys.executable, "-m", "mbp_claims.cli", "serve"]
    return os.execve(sys.executable, anew, LARGE_PAGES | os.environ)  # noqa: S606


@in_folder
def build(chosen: Chosen) -> int:
    from mbp_claims.launch import pages

    if pages.are_built():
        say("Nothing to build.")
        return 0
    say("Building the pages. The first time takes about a minute.")
    try:
        pages.build()
    except pages.BuildFailed as failed:
        return refuse(f"{failed}\nThe pages could not be built; what the build printed stands above.")
    return 0


@in_project
def serve(chosen: Chosen) -> int:
    from mbp_claims.actions.test_mode.real import REAL
    from mbp_claims.db.clear import is_real
    from mbp_claims.db.engine import reading
    from mbp_claims.launch import server
    from mbp_claims.settings import settings

    if why := _unsafe():
        return refuse(why)
    if settings.test_mode:
        with reading() as db:
            if is_real(db):
                return refuse(REAL)
    ready = f"MBP Claims is running at {settings.address}  (Ctrl-C stops it)"
    return server.serve(settings.host, settings.port, lambda: say(ready))


def _unsafe() -> str:
    """Why nothing is served with these settings; else empty."""
    from mbp_claims.settings import settings

    if settings.is_exposed:
        return EXPOSED.format(host=settings.host)
    return OPEN_TEST_MODE if settings.test_mode and not settings.is_test_bed else ""
