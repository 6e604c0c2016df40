"""A clearinghouse in its states. All invented."""

from dataclasses import replace

from mbp_claims.views.clearinghouse import AckRow, ClearinghouseView, ConnectionForm, LeftRow, SaidRow, WaitingRow

WAITING = [
    WaitingRow("QUIETCOVE-000000204-9c2f01aa.837p", "11/23/2026 9:32 PM", "Not tried yet"),
    WaitingRow(
        "QUIETCOVE-000000203-1a2b3c4d.837p", "11/23/2026 9:30 PM", "3 tries, next 11/23/2026 9:45 PM",
        "sftp.example.com does not answer. The files wait, and go as soon as it does.",
    ),
]  # fmt: skip
LEFT = [
    LeftRow("statement-november.pdf", "84 kB", "It is not an 835 or an acknowledgement. It is a PDF."),
    LeftRow("remit-8812.835", "12 kB", "It is still being written. It is looked at again the next time."),
]
ACCEPTED = AckRow(
    "1", "277CA", "11/19/2026 6:02 AM", "Northwind Mutual", "2 accepted, 1 rejected", "/files/acknowledgement/1",
    [
        SaidRow("C-1049", "C-1049", "Accepted", "info", "inbox", "Taken in, to be decided on", codes="A2:20:PR"),
        SaidRow(
            "C-1044", "C-1044", "Rejected", "danger", "circle-x", "Member ID not found",
            "Check the plan against the insurance card: member ID, group, dates and subscriber.", "A3:33:IL",
        ),
        SaidRow("X-7", "", "Accepted", "info", "inbox", "Taken in, to be decided on", codes="A2:20:PR"),
    ],
)  # fmt: skip
RECEIVED = AckRow(
    "2", "999", "11/18/2026 9:41 PM", "", "3 received", "/files/acknowledgement/2",
    [SaidRow(number, number, "Received", "neutral", "check", "The file arrived") for number in ("C-1044", "C-1049")],
)
NO_CLAIM = AckRow("3", "TA1", "11/18/2026 9:41 PM", "", "No claim of yours", "/files/acknowledgement/3")
FOLDER = ClearinghouseView(
    facts=[
        ("Outbox", "/srv/mbp/data/clearinghouse/1/outbox"), ("Inbox", "/srv/mbp/data/clearinghouse/1/inbox"),
        ("Files taken in", "Moved to the archive"),
    ],
    synced="Not synced yet", automatic="Synced by itself every 15 minutes.",
)  # fmt: skip
SFTP = ClearinghouseView(
    "SFTP",
    [
        ("Server", "sftp.example.com"), ("User", "quietcove"), ("Key", "environment variable MBP_SFTP_KEY"),
        ("Host key", "ssh-ed25519 …q4Zk7wXa, pinned"), ("Outbox", "claims/outbox"), ("Inbox", "claims/inbox"),
        ("Files taken in", "moved to claims/archive"),
    ],
    "Last sync 11/23/2026 9:30 PM", "1 ERA and 3 acknowledgements came in.",
    "Synced by itself every 15 minutes. It failed once; next try 11/23/2026 10:00 PM.",
    "sftp.example.com does not answer. The files wait, and go as soon as it does.", "2 files wait to be sent",
    WAITING, LEFT, [ACCEPTED, RECEIVED],
)  # fmt: skip
FOLDER_FORM = ConnectionForm("1")
SFTP_FORM = ConnectionForm(
    "1", "sftp", "sftp.example.com", "22", "quietcove", secret_name="MBP_SFTP_KEY",
    host_key="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq4Zk7wXa", outbox="claims/outbox", inbox="claims/inbox",
    archive="claims/archive",
)  # fmt: skip
WRONG_FORM = replace(
    SFTP_FORM, host="", secret_name="hunter2", host_key="",
    errors={
        "host": "Enter the host", "secret_name": "Name must begin with MBP_SFTP_, like MBP_SFTP_KEY",
        "host_key": "Look up the host key, compare it, and pin it",
    },
)  # fmt: skip
KEY_FORM = replace(
    SFTP_FORM, shown_key="SHA256:wW2Zo6EWO0mPDdHnSMNeZDHnNJuXmDTN9zFWk4PZL8A",
    errors={
        "host_key": "Compare the fingerprint with the one that your clearinghouse gives, then save again to pin it"
    },
)  # fmt: skip
