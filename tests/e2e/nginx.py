"""A real nginx of the tests' own: Debian's, installed where there is none, with the lines of docs/behind-a-proxy.md."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

MISSING = "The tests need nginx. Install it: apt-get install nginx-light"
PAGE = Path(__file__).parents[2] / "docs" / "behind-a-proxy.md"
SECONDS_TO_INSTALL, SECONDS_TO_START = 300, 15
AROUND = """daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi;
scgi_temp_path {folder}/scgi;
{lines}
}}
"""


class NoNginx(Exception):
    """The message says what to install."""


@cache
def nginx() -> Path:
    """The server to start, installed where there was none. NoNginx where that cannot be done."""
    found = _installed() or _from_debian()
    if found is None:
        raise NoNginx(MISSING)
    return found


class Nginx:
    """TLS for localhost on a free port, with a certificate made for it, before the program on another port."""

    def __init__(self, folder: Path, port: int, program_port: int) -> None:
        self.folder, self.port = folder, port
        self._certificate()
        lines = re.search(r"```nginx\n(.*?)```", PAGE.read_text(), re.DOTALL)
        assert lines, f"{PAGE} has no lines for nginx"
        own = {
            "listen 443 ssl": f"listen 127.0.0.1:{port} ssl", "claims.example.org;": "localhost;",
            "/etc/ssl/claims.example.org.pem": f"{folder}/certificate.pem",
            "/etc/ssl/claims.example.org.key": f"{folder}/key.pem", "127.0.0.1:3000": f"127.0.0.1:{program_port}",
        }  # fmt: skip
        told = lines[1]
        for this, by in own.items():
            assert this in told, f"{PAGE} has no {this}"
            told = told.replace(this, by)
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, lines=told, user=user))

    def start(self) -> None:
        """Answers when this returns."""
        self._running = subprocess.Popen([nginx(), "-p", self.folder, "-c", self.folder / "nginx.conf"])
        until = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            with suppress(subprocess.TimeoutExpired):
                self._running.wait(0.05)
                raise AssertionError(self.log)
            assert time.monotonic() < until, self.log

    def stop(self) -> None:
        self._running.terminate()
        self._running.wait(SECONDS_TO_START)

    @property
    def log(self) -> str:
        return (self.folder / "error.log").read_text()

    def _certificate(self) -> None:
        command = (
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
            "-addext subjectAltName=DNS:localhost -keyout key.pem -out certificate.pem"
        )
        subprocess.run(command.split(), cwd=self.folder, check=True, capture_output=True)

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False


def _installed() -> Path | None:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def _from_debian() -> Path | None:
    if not shutil.which("apt-get"):
        return None
    print("Installing Debian's nginx-light for the tests.", flush=True)
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = [*may, "apt-get", "install", "--yes", "--no-install-recommends", "nginx-light"]
    return _installed() if _run(*may, "apt-get", "update") and _run(*install) else None


def _run(*command: str) -> bool:
    try:
        asked = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_TO_INSTALL)
        return asked.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    try:
        print(f"Proxy for the tests: {nginx()}")
    except NoNginx as missing:
        sys.exit(str(missing))
