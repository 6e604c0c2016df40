"""What is measured beside what: the program with few and with many claims, two React pages, and the floor."""

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.browser import FAST, SLOW
from bench.peers import build as peers
from bench.running import Server, SlowNetwork, free_port
from mbp_claims import routes
from mbp_claims.actions.load_scenario import bench_claims
from mbp_claims.cli.program import LARGE_PAGES
from mbp_claims.db.engine import engine, transaction
from mbp_claims.launch import pages, schema
from tests.sign_in import signed_in

FEW, MANY = 50, 5000
ROUND_TRIP_MS, MBIT = 150, 9


@dataclass(frozen=True)
class Stack:
    """A page to measure. `server` answers at once, `network` before it takes 150 ms for a round trip."""

    name: str
    path: str
    server: Server
    network: SlowNetwork

    @property
    def fast(self) -> str:
        return f"http://{FAST}:{self.server.port}{self.path}"

    @property
    def slow(self) -> str:
        return f"http://{SLOW}:{self.server.port}{self.path}"


class Stage:
    """Builds what is missing, starts everything, and ends it. Use as a context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open = ExitStack()

    def __enter__(self) -> "Stage":
        pages.build()
        peers.build()
        return self

    def __exit__(self, *_: object) -> None:
        self.open.close()

    def stacks(self) -> list[Stack]:
        """Those whose times are compared, and the program again with many claims."""
        page = routes.claim_center("R-0412")
        peer = self._peers()
        network = self._network(peer)
        return [
            self._ours("ours", page, FEW),
            Stack("react", "/lean/", peer, network),
            Stack("themes", "/themes/", peer, network),
            Stack("floor", "/floor/", peer, network),
            self._ours("many", page, MANY),
        ]

    def program(self, name: str, claims: int = FEW) -> Server:
        """The built program, as `make run` serves it, on a database of its own with so many pending claims."""
        port, database = free_port(), self._database(name, claims)
        environment = {
            "MBP_DATABASE_URL": f"sqlite:///{database}",
            "MBP_HOST": FAST,
            "MBP_PORT": str(port),
            "MBP_IDLE_MINUTES": "720",
            **LARGE_PAGES,
            "REFLEX_STATES_WORKDIR": str(self.folder / f"states-{name}"),
        }
        command = [sys.executable, "-m", "mbp_claims.cli", "serve"]
        return self._kept(Server(command, port, "/ping", self.folder / f"{name}.log", environment=environment))

    def _ours(self, name: str, path: str, claims: int) -> Stack:
        server = self.program(name, claims)
        return Stack(name, path, server, self._network(server))

    def _peers(self) -> Server:
        port = free_port()
        command = [str(peers.PYTHON), "-m", "uvicorn", "server:app", "--port", str(port), "--no-access-log"]
        environment = {"PEER_DATABASE": str(self._database("peers", FEW)), "PYTHONPATH": ""}
        log = self.folder / "peers.log"
        return self._kept(Server(command, port, "/floor/", log, environment=environment, cwd=peers.HERE))

    def _network(self, server: Server) -> SlowNetwork:
        return self._kept(SlowNetwork(server.port, ROUND_TRIP_MS, MBIT, self.folder / "network.log"))

    def _kept(self, running):  # type: ignore[no-untyped-def]
        self.open.callback(running.stop)
        return running

    def _database(self, name: str, claims: int) -> Path:
        path = self.folder / f"{name}.db"
        url = f"sqlite:///{path}"
        schema.migrate(url)
        with transaction(url) as db:
            bench_claims(db, claims)
            signed_in(db)
        engine(url).dispose()
        return path
