"""SFTP: a pinned host key, a time limit on every wait, a temporary name until the file is whole."""

import asyncio
import stat
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, Self, TypeVar

import asyncssh

from mbp_claims.domain.connection import AfterFetch, Connection, SignIn
from mbp_claims.domain.mail import LARGEST, PART, MailFile, MailProblem
from mbp_claims.transport import secret
from mbp_claims.transport.host_key import Pinned
from mbp_claims.transport.sftp_problems import problem_of
from mbp_claims.words import _

CONNECT_SECONDS = 20
STEP_SECONDS = 60
"""For one step: a listing, or the whole of one file."""

T = TypeVar("T")


class SftpMailbox:
    """Signs in on entering. For one thread, which must have no event loop of its own running."""

    def __init__(self, connection: Connection, step_seconds: float = STEP_SECONDS):
        self._to = connection
        self._step_seconds = step_seconds
        self._runner = asyncio.Runner()
        self._ssh: asyncssh.SSHClientConnection | None = None
        self._sftp: asyncssh.SFTPClient

    def __enter__(self) -> Self:
        try:
            self._run(self._enter())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        if self._ssh is not None:
            self._ssh.abort()
        self._runner.close()

    def check(self) -> None:
        self._run(self._check(), self._to.inbox)

    def deliver(self, name: str, content: bytes) -> None:
        self._run(self._deliver(name, content), self._to.outbox)

    def look(self) -> list[MailFile]:
        return self._run(self._look(), self._to.inbox)

    def fetch(self, file: MailFile) -> bytes:
        return self._run(self._fetch(file), self._to.inbox)

    def put_away(self, file: MailFile) -> None:
        self._run(self._put_away(file), self._to.archive)

    def _run(self, step: Coroutine[Any, Any, T], folder: str = "") -> T:
        """The step within its time, or MailProblem."""
        try:
            return self._runner.run(asyncio.wait_for(step, self._step_seconds))
        except (TimeoutError, OSError, asyncssh.Error) as error:
            raise problem_of(error, self._to, folder) from error

    async def _enter(self) -> None:
        signing_in = self._to.sign_in == SignIn.KEY
        pinned = Pinned(self._to)
        self._ssh, __ = await asyncssh.create_connection(
            lambda: pinned,
            self._to.host,
            self._to.port,
            username=self._to.username,
            client_keys=[secret.key(self._to)] if signing_in else None,
            password=None if signing_in else secret.password(self._to),
            preferred_auth="publickey" if signing_in else "password,keyboard-interactive",
            known_hosts=pinned.known_hosts,
            # Nothing of the person's own set-up: no agent, no ~/.ssh/config.
            agent_path=None,
            config=None,
            connect_timeout=CONNECT_SECONDS,
            login_timeout=CONNECT_SECONDS,
            keepalive_interval=15,
            keepalive_count_max=2,
        )
        self._sftp = await self._ssh.start_sftp_client(path_errors="surrogateescape")

    async def _check(self) -> None:
        """Writes nothing that anybody would take for a claim file."""
        await self._sftp.listdir(self._to.inbox)
        probe = str(PurePosixPath(self._to.outbox, f".mbp-claims{PART}"))
        async with self._sftp.open(probe, "wb"):
            pass
        await self._sftp.remove(probe)

    async def _deliver(self, name: str, content: bytes) -> None:
        whole = str(PurePosixPath(self._to.outbox, name))
        if await self._size(whole) == len(content):
            return
        part = str(PurePosixPath(self._to.outbox, f".{name}{PART}"))
        try:
            async with self._sftp.open(part, "wb") as opened:
                await opened.write(content)
        except asyncssh.SFTPFailure as error:
            raise await self._short(part, len(content)) from error
        if await self._size(part) != len(content):
            raise await self._short(part, len(content))
        await self._rename(part, whole)

    async def _short(self, part: str, wanted: int) -> MailProblem:
        """OpenSSH says only “failure” of a full disk; how much arrived tells more. What did arrive is removed."""
        arrived = await self._size(part) or 0
        with suppress(asyncssh.SFTPError):
            await self._sftp.remove(part)
        where = f"{self._to.host} took {arrived:,} of {wanted:,} bytes"
        return MailProblem(_("{where}: its disk or your quota may be full.", where=where))

    async def _rename(self, part: str, whole: str) -> None:
        """In one step where the server can; never over another file without it."""
        try:
            await self._sftp.posix_rename(part, whole)
        except asyncssh.SFTPOpUnsupported:
            if await self._size(whole) is not None:
                await self._sftp.remove(whole)
            await self._sftp.rename(part, whole)

    async def _size(self, path: str) -> int | None:
        """None when there is no such file."""
        try:
            return (await self._sftp.stat(path)).size
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            return None

    async def _look(self) -> list[MailFile]:
        entries = await self._sftp.readdir(self._to.inbox)
        found = [_file(entry) for entry in entries if _is_file(entry)]
        return sorted((one for one in found if not one.is_unfinished), key=lambda one: one.name)

    async def _fetch(self, file: MailFile) -> bytes:
        async with self._sftp.open(str(PurePosixPath(self._to.inbox, file.name)), "rb") as opened:
            read = await opened.read(LARGEST + 1)
        return read if isinstance(read, bytes) else read.encode()

    async def _put_away(self, file: MailFile) -> None:
        here = str(PurePosixPath(self._to.inbox, file.name))
        try:
            if self._to.after_fetch == AfterFetch.DELETE:
                await self._sftp.remove(here)
            else:
                await self._sftp.makedirs(self._to.archive, exist_ok=True)
                await self._sftp.rename(here, await self._free(PurePosixPath(self._to.archive, file.name)))
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            if await self._size(here) is not None:
                raise

    async def _free(self, path: PurePosixPath) -> str:
        """The path, or with a number where it is taken."""
        number, free = 1, path
        while await self._size(str(free)) is not None:
            number += 1
            free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        return str(free)


def _is_file(entry: asyncssh.SFTPName) -> bool:
    mode = entry.attrs.permissions
    return mode is None or stat.S_ISREG(mode)


def _file(entry: asyncssh.SFTPName) -> MailFile:
    return MailFile(str(entry.filename), entry.attrs.size or 0, float(entry.attrs.mtime or 0))
