"""The built gallery on a server of its own, with the demo practice, and June Marlow signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mbp_claims.testing.practice import Practice
from mbp_claims.testing.server import Server


@contextmanager
def demo_practice(folder: Path) -> Iterator[Practice]:
    """The server builds where that is needed; `folder` keeps its database."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(folder, MBP_GALLERY="1")
    try:
        practice = Practice(server.address, alone=True)
        practice.load_scenario("demo")
        yield practice
    finally:
        server.stop()
