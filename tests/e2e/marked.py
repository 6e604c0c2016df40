"""The pages, built while everything that should not get into them holds a marked word."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mbp_claims.launch import pages
from tests.conftest import migrated
from tests.doors.house import MARKS, furnish

SECRET = "zeph-of-the-environment"
MARKED = (*MARKS, SECRET)
"""In lower case: what the database and the environment of the build hold."""


def build_pages(folder: Path) -> None:
    """Unless they stand: then they were built by somebody else, in whose database those words are not."""
    if not pages.are_built():
        with _environment(folder):
            pages.build()


@contextmanager
def _environment(folder: Path) -> Iterator[None]:
    url = f"sqlite:///{folder}/marked.db"
    furnish(migrated(url))
    before = dict(os.environ)
    os.environ.update({
        "MBP_DATABASE_URL": url, "MBP_BACKUP_PASSPHRASE": SECRET, "MBP_SFTP_MARKED": SECRET, "MBP_SECRETS": SECRET,
    })  # fmt: skip
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
