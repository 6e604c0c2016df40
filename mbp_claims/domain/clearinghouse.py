"""The clearinghouse as it is read: connection, what waits, what came, what was left."""

from dataclasses import dataclass, field

from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement, Leftover
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.delivery import Delivery


@dataclass(frozen=True)
class Clearinghouse:
    """`folder` is where a Folder connection lies; `numbers` are of our claims, by id. `fixed`: why whoever looks
    may not change the connection."""

    connection: Connection
    folder: str
    waiting: tuple[tuple[Delivery, ClaimFile], ...] = ()
    acknowledgements: tuple[tuple[AckFile, tuple[ClaimAcknowledgement, ...]], ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    numbers: dict[int, str] = field(default_factory=dict)
    fixed: str = ""
