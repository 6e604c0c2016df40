"""What is served to anybody is what was built, and nothing beside it, whatever the path says."""

import socket

import pytest

from mbp_claims.launch import pages
from tests.e2e.practice import PracticeUnderTest

CLIMBING = (
    "/../pyproject.toml", "/../../../pyproject.toml", "/assets/../../../pyproject.toml",
    "/%2e%2e/%2e%2e/%2e%2e/pyproject.toml", "/..%2f..%2f..%2fpyproject.toml",
    "/assets/..%2f..%2f..%2f..%2fpyproject.toml", "/assets/..\\..\\..\\pyproject.toml", "//etc/passwd",
    "/assets//etc/passwd", "/%00", "/mbp.js%00.html", "/./.././../rxconfig.py", "/.env", "/.git/config",
    "/build/fingerprint", "/../fingerprint", "/fonts/../../fingerprint", "/fonts/", "/assets/", "/_upload/x",
    "/package.json",
)  # fmt: skip
OUTSIDE = (b"[project]", b"root:x", b"import reflex", b"[core]")


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_leads_out_of_the_built_pages(server: PracticeUnderTest, path: str):
    told = asked(server.port, path)
    head, _, body = told.partition(b"\r\n\r\n")
    status = head.split(b" ", 2)[1]
    assert status in (b"303", b"307", b"400", b"404"), head
    stamp = (pages.web_folder() / "build" / "fingerprint").read_bytes()
    assert not [words for words in (*OUTSIDE, stamp) if words in body]


def test_what_was_built_is_served_as_it_is(server: PracticeUnderTest):
    """Or the paths above would prove nothing."""
    told = asked(server.port, "/mbp.js")
    assert told.startswith(b"HTTP/1.1 200") and (pages.built_folder() / "mbp.js").read_bytes() in told


def asked(port: int, path: str) -> bytes:
    """The whole answer to a path that no client of ours would send as it stands."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        told = b""
        while part := line.recv(65536):
            told += part
    return told
