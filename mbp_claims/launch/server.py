"""The built pages, the socket and the downloads on one port, until somebody stops them."""

import os
import resource
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from mbp_claims.launch import logs
from mbp_claims.launch.heads import Heads
from mbp_claims.settings import settings

APP = "mbp_claims.launch.program:app"
# What `reflex run --env prod` sets in its own process before it serves; its two inner names start with __.
PRODUCTION = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
    # What a screen shows of a client stays off the disk, whatever else is set.
    "REFLEX_STATE_MANAGER_MODE": "memory",
}
SECONDS_TO_STOP = 3
LARGEST_MESSAGE = 1_000_000
"""Bytes through the socket at once, as Engine.IO tells the browser; files do not come this way."""
MOST_FILES = 10_240


class Server(uvicorn.Server):
    """One process, because what a screen shows is kept in its memory, and all in one thread: under load a message that
    is handed from thread to thread takes twice as long."""

    def __init__(self, host: str, port: int, when_ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                APP, factory=True, http=Heads, host=host, port=port, log_config=None, log_level="warning",
                access_log=False, server_header=False, proxy_headers=bool(settings.proxies),
                forwarded_allow_ips=settings.proxies, ws_max_size=LARGEST_MESSAGE, ws_ping_interval=None,
                timeout_graceful_shutdown=SECONDS_TO_STOP,
            )
        )  # fmt: skip
        self.when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.when_ready()


def serve(host: str, port: int, when_ready: Callable[[], None]) -> int:
    """Answers until Ctrl-C, SIGTERM or a closed terminal; the second time at once. The status is 0 then."""
    os.environ.update(PRODUCTION)
    logs.begin()
    _keep_to_ourselves()
    server = Server(host, port, when_ready)
    signal.signal(signal.SIGHUP, lambda *_: server.handle_exit(signal.SIGTERM, None))
    # Once all is closed, uvicorn passes the signal on.
    with suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1


def _keep_to_ourselves() -> None:
    """What this process writes is its owner's alone, and should it die, its memory is not written down."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Each socket is a file, too: a thousand of them should not keep the database's own from being opened.
    resource.setrlimit(resource.RLIMIT_NOFILE, (_most_files(), resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


def _most_files() -> int:
    """What the system allows, and no more than we ever need: macOS says that it allows any number, and does not."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_FILES if most == resource.RLIM_INFINITY else min(most, MOST_FILES)


def is_free(host: str, port: int) -> bool:
    """Whether nobody listens there yet."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
        except OSError:
            return False
        return True
