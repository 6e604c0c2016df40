"""A real OpenSSH server of the tests’ own: installed where there is none, on a free port, thrown away at the end."""

import os
import pwd
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

from mbp_claims.testing.debian import installed

MISSING = "The tests need OpenSSH's server. Install it: apt-get install openssh-server"
SECONDS_TO_START = 15
NOBODY = "nobody"
PRIVILEGE_SEPARATION = Path("/run/sshd")


class NoServer(Exception):
    """The message says what to install."""


@cache
def sshd() -> Path:
    """The server to start, installed where there was none. NoServer where that cannot be done."""
    found = _installed() or _from_debian()
    if found is None:
        raise NoServer(MISSING)
    return found


def _installed() -> Path | None:
    found = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def _from_debian() -> Path | None:
    return _installed() if installed("openssh-server", "--no-install-recommends") else None


class OpenSshServer:
    """Serves SFTP and nothing else, to one user by one key. `home` holds the folders outbox, inbox and archive.

    Root's server lets `nobody` in, so that permissions are real; anybody else's lets the same user in.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mbp-sshd-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.user = NOBODY if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.port = _free_port()
        self.home = self.folder / "home"
        self.home.mkdir()
        for name in ("outbox", "inbox", "archive"):
            self.make_folder(name)
        self._own(self.home)
        self.key, self.host_key = self._key("client"), self._key("host")
        self._process: subprocess.Popen[bytes] | None = None

    def make_folder(self, name: str) -> Path:
        """A folder of the user's."""
        made = self.home / name
        made.mkdir(exist_ok=True)
        self._own(made)
        return made

    def put(self, name: str, content: bytes, folder: str = "inbox") -> Path:
        """A file of the user's."""
        path = self.home / folder / name
        path.write_bytes(content)
        self._own(path)
        return path

    def empty(self) -> None:
        for folder in ("outbox", "inbox", "archive"):
            for path in (self.home / folder).iterdir():
                path.unlink()

    def start(self, largest_file: int | None = None) -> None:
        """Answers when this returns. With `largest_file` (bytes) it is as if the disk were full after that many."""
        if os.geteuid() == 0:
            PRIVILEGE_SEPARATION.mkdir(mode=0o755, exist_ok=True)
        settings = self.folder / "sshd_config"
        settings.write_text(self._settings())
        command = [str(sshd()), "-D", "-e", "-f", str(settings)]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stderr=log, preexec_fn=_limited(largest_file)
            )
        until = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
                raise AssertionError(self.log)
            assert time.monotonic() < until, self.log

    def stop(self) -> None:
        """Nobody answers when this returns; connections that are open are lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def throw_away(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    @property
    def host_key_line(self) -> str:
        return " ".join(self.host_key.with_suffix(".pub").read_text().split()[:2])

    def sent(self) -> dict[str, bytes]:
        """What lies in the outbox, by name."""
        return {path.name: path.read_bytes() for path in sorted((self.home / "outbox").iterdir())}

    def _settings(self) -> str:
        authorized = self.folder / "authorized_keys"
        authorized.write_text(self.key.with_suffix(".pub").read_text())
        authorized.chmod(0o644)
        return "\n".join(
            (
                f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self.host_key}", "PidFile none",
                f"AuthorizedKeysFile {authorized}", "StrictModes no", "UsePAM no", "PasswordAuthentication no",
                "KbdInteractiveAuthentication no", f"AllowUsers {self.user}", "Subsystem sftp internal-sftp",
                f"ForceCommand internal-sftp -d {self.home}", "LogLevel VERBOSE", "MaxStartups 100:30:200",
                "PerSourcePenalties no" if self._has_penalties() else "", "",
            )
        )  # fmt: skip

    def _has_penalties(self) -> bool:
        """A newer server shuts out whoever fails often, and the tests fail on purpose."""
        told = subprocess.run([str(sshd()), "-V"], capture_output=True, text=True, check=False).stderr
        version = told.partition("OpenSSH_")[2][:3]
        return version.replace(".", "").isdigit() and float(version.rstrip("p") or 0) >= 9.8

    def _key(self, name: str) -> Path:
        path = self.folder / name
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        return path

    def _own(self, path: Path) -> None:
        if os.geteuid() == 0:
            shutil.chown(path, self.user)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                return connection.recv(4) == b"SSH-"
        except OSError:
            return False


def _limited(largest_file: int | None):  # type: ignore[no-untyped-def]
    """A write beyond the limit then fails, as on a full disk, and the server lives on."""
    if largest_file is None:
        return None

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return limit


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


if __name__ == "__main__":
    try:
        print(f"SSH server for the tests: {sshd()}")
    except NoServer as missing:
        sys.exit(str(missing))
