"""The built pages, the socket and the downloads on one port."""

import os
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

APP = "mbp_claims.mbp_claims:app"
# What `reflex run --env prod` sets in its own process before it serves; its two inner names start with __.
PRODUCTION = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}
SECONDS_TO_STOP = 3
SECONDS_TO_START = 60


class PracticeServer(Server):
    """One worker, because what a screen shows is kept in its memory."""

    def __init__(self, host: str, port: int, when_ready: Callable[[], None]) -> None:
        super().__init__(
            target=APP,
            factory=True,
            address=host,
            port=port,
            interface=Interfaces.ASGI,
            workers=1,
            workers_kill_timeout=SECONDS_TO_STOP,
            log_level=LogLevels.warning,
        )
        self.when_ready = when_ready

    def _spawn_workers(self, *args: Any, **kwargs: Any) -> None:
        super()._spawn_workers(*args, **kwargs)
        threading.Thread(target=self._tell_when_ready, daemon=True).start()

    def _tell_when_ready(self) -> None:
        if answers(f"http://{self.bind_addr}:{self.bind_port}/ping", seconds=SECONDS_TO_START):
            self.when_ready()

    def signal_handler_reload(self, *args: Any, **kwargs: Any) -> None:
        """A closed terminal stops the program; Granian would start its worker anew."""
        self.signal_handler_interrupt()


def serve(host: str, port: int, when_ready: Callable[[], None]) -> None:
    """Answers until it is stopped by Ctrl-C, SIGTERM or a closed terminal. SystemExit where the worker fails."""
    os.environ.update(PRODUCTION)
    PracticeServer(host, port, when_ready).serve()


def is_free(host: str, port: int) -> bool:
    """Whether nobody listens there yet."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
        except OSError:
            return False
        return True


def answers(address: str, seconds: float) -> bool:
    """Whether it does within that time. Asks again and again."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return True
        except (urllib.error.URLError, OSError):
            threading.Event().wait(0.05)
    return False
