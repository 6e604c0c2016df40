"""The program as `make run` starts it, in test mode: on a free port, with a database of its own."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from mbp_claims.testing import program

SECONDS_TO_BUILD_AND_START = 600
SECONDS_TO_STOP = 10


class Server:
    """Runs until `stop`. The pages are built once, in the program's folder (`program.folder`), wherever one stands."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`folder` is for its database and files. `settings` are of the environment, over those of test mode."""
        self.home = program.folder()
        self.folder = folder
        self.database = folder / "practice.db"
        self.url = f"sqlite:///{self.database}"
        self.said: list[str] = []
        self.port = free_port()
        self.address = settings.get("MBP_ADDRESS", f"http://127.0.0.1:{self.port}")
        environment = {
            "MBP_DATABASE_URL": self.url,
            "MBP_HOST": "127.0.0.1",
            "MBP_PORT": str(self.port),
            "MBP_DEMO": "1",
            "MBP_TEST_MODE": "1",
            "REFLEX_STATES_WORKDIR": str(folder / "states"),
        }
        self._environment = os.environ | environment | settings
        self.start()

    def start(self) -> None:
        """Again, after `stop`, where it was before."""
        self.running = subprocess.Popen(
            [sys.executable, "-m", "mbp_claims.cli", "run"],
            cwd=self.home,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "server.log").open("a"),
            text=True,
            start_new_session=True,
        )
        self._wait_until_it_says_it_runs()

    def stop(self) -> int:
        """As Ctrl-C does it. The status that `make` sees."""
        self.running.send_signal(signal.SIGINT)
        return self.running.wait(SECONDS_TO_STOP)

    @property
    def log(self) -> str:
        """What the server wrote to its standard error."""
        return (self.folder / "server.log").read_text()

    def _wait_until_it_says_it_runs(self) -> None:
        too_late = threading.Timer(SECONDS_TO_BUILD_AND_START, self.running.kill)
        too_late.start()
        try:
            for line in self.running.stdout or ():
                self.said.append(line.rstrip())
                if self.address in line:
                    return
            raise RuntimeError(f"The program did not start.\n{self.log}")
        finally:
            too_late.cancel()


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port
