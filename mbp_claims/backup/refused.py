"""Why a backup was not made, or not restored."""


class BackupRefused(Exception):
    """The message is a sentence for the person at the terminal. Nothing was changed."""
