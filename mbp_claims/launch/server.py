"""The built pages, the socket and the downloads on one port, until somebody stops them."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

APP = "mbp_claims.launch.caching:app"
# What `reflex run --env prod` sets in its own process before it serves; its two inner names start with __.
PRODUCTION = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}
SECONDS_TO_START = 60
SECONDS_TO_STOP = 3


class Server:
    """Granian with one worker, because what a screen shows is kept in its memory."""

    def __init__(self, host: str, port: int) -> None:
        self.address = f"http://{host}:{port}"
        self.stopping = False
        # A session of its own: Ctrl-C reaches this program alone, which then stops Granian in good order.
        self.granian = subprocess.Popen(
            _command(host, port), env=os.environ | PRODUCTION, stderr=subprocess.PIPE, start_new_session=True
        )
        threading.Thread(target=self._pass_errors_on, daemon=True).start()

    def stop(self, *_signal: Any) -> None:
        """Once in good order, the second time at once."""
        if self.stopping:
            os.killpg(self.granian.pid, signal.SIGKILL)
        elif self.granian.poll() is None:
            self.granian.terminate()
        self.stopping = True

    def answers(self) -> bool:
        """Waits until it does. False where it ended first, or took too long."""
        deadline = time.monotonic() + SECONDS_TO_START
        while self.granian.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.address}/ping", timeout=1):
                    return True
            except (urllib.error.URLError, OSError):
                threading.Event().wait(0.05)
        return False

    def _pass_errors_on(self) -> None:
        # Granian 2.8 may panic while it closes open sockets. By then nothing is lost, and nobody needs to read it.
        for line in self.granian.stderr or ():
            if not self.stopping:
                sys.stderr.buffer.write(line)
                sys.stderr.flush()


def serve(host: str, port: int, when_ready: Callable[[], None]) -> int:
    """Answers until Ctrl-C, SIGTERM or a closed terminal. The status: 0 when it was stopped, else Granian's own."""
    server = Server(host, port)
    for reason in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(reason, server.stop)
    if server.answers():
        when_ready()
    elif not server.stopping:
        server.stop()
        return server.granian.wait() or 1
    status = server.granian.wait()
    return 0 if server.stopping else status or 1


def is_free(host: str, port: int) -> bool:
    """Whether nobody listens there yet."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
        except OSError:
            return False
        return True


def _command(host: str, port: int) -> list[str]:
    options = {
        "--interface": "asgi",
        "--host": host,
        "--port": str(port),
        "--workers": "1",
        "--workers-kill-timeout": str(SECONDS_TO_STOP),
        "--log-level": "warning",
    }
    return [sys.executable, "-m", "granian", *(word for pair in options.items() for word in pair), "--factory", APP]
