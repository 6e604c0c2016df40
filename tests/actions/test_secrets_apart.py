"""A secret of the machine belongs to the practice that uses it: no other has it sent to a server of its own."""

import pytest
from sqlmodel import Session

from mbp_claims.actions.connect_clearinghouse import ANOTHERS, connect_clearinghouse
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from tests import builders

TOLD = {
    "way": "sftp", "after_fetch": "archive", "host": "sftp.example.com", "port": "22", "username": "marlow",
    "sign_in": "password", "kept_in": "environment", "secret_name": "MBP_SFTP_MARLOW", "inbox": "in", "outbox": "out",
    "archive": "done", "host_key": "SHA256:" + "a" * 43,
}  # fmt: skip


@pytest.fixture
def stranger(db: Session, clinician: Clinician) -> Clinician:
    """Owner of another practice, after the first has connected with its secret."""
    connect_clearinghouse(db, clinician, TOLD)
    return builders.new_clinician(db, builders.new_practice(db))


@pytest.mark.parametrize("name", ["MBP_SFTP_MARLOW", "MBP_SFTP_MARLOW_PASSPHRASE"])
def test_another_practices_secret_is_not_to_be_named(db: Session, stranger: Clinician, name: str):
    with pytest.raises(RuleViolation) as refused:
        connect_clearinghouse(db, stranger, TOLD | {"host": "sftp.elsewhere.example", "secret_name": name})
    assert refused.value.fields == {"secret_name": ANOTHERS}


def test_ones_own_may_be_named_again_and_a_file_is_no_variable(db: Session, clinician: Clinician, stranger: Clinician):
    assert connect_clearinghouse(db, clinician, TOLD | {"port": "2222"}).port == 2222
    file = {"kept_in": "file", "secret_name": "MBP_SFTP_MARLOW"}
    assert connect_clearinghouse(db, stranger, TOLD | file).kept_in == "file"
