"""What has to run for a measurement: servers and slow networks, each a program of its own, ended with the bench."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


class Running:
    """One program, in a session of its own, with what it says in a log."""

    def __init__(
        self, command: Sequence[str], log: Path, environment: Mapping[str, str], cwd: Path | None = None
    ) -> None:
        self.log = log
        self.program = subprocess.Popen(
            command, env=os.environ | environment, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=log.open("w"), text=True, start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        """As Ctrl-C does it, and at once where that takes too long."""
        if self.program.poll() is None:
            self.program.send_signal(signal.SIGINT)
            try:
                self.program.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                os.killpg(self.program.pid, signal.SIGKILL)
                self.program.wait()


class Server(Running):
    """A program that answers on a port."""

    def __init__(self, command: Sequence[str], port: int, health: str, log: Path, **started: Any) -> None:
        super().__init__(command, log, **started)
        self.port = port
        self._wait_for(f"http://127.0.0.1:{port}{health}")

    def _wait_for(self, address: str) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while self.program.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(address, timeout=1):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"{address} does not answer.\n{self.log.read_text()[-2000:]}")


class SlowNetwork(Running):
    """`netem_proxy` before a server."""

    def __init__(self, target: int, round_trip_ms: float, mbit: float, log: Path) -> None:
        self.port = free_port()
        words = (str(self.port), str(target), str(round_trip_ms), str(mbit))
        super().__init__([sys.executable, "-m", "bench.netem_proxy", *words], log, {})
        self._answers().readline()

    def carried(self) -> dict[str, int]:
        """Connections, and bytes up and down, since it began."""
        assert self.program.stdin
        self.program.stdin.write("\n")
        self.program.stdin.flush()
        found: dict[str, int] = json.loads(self._answers().readline())
        return found

    def _answers(self) -> IO[str]:
        assert self.program.stdout
        return self.program.stdout


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port
