"""What asks the clearinghouse itself and may take its time: in a thread, and told in a sentence when it fails."""

import asyncio

from mbp_claims.actions.connect_clearinghouse import host_key_of, open_connection, try_connection
from mbp_claims.actions.sync_clearinghouse import STOPPED, Synced, sync_clearinghouse
from mbp_claims.domain.mail import MailProblem
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state.base import log_failure, look, looking_step, step
from mbp_claims.words import _

NOT_TRIED = _("The connection could not be tried just now. Try again.")
COMPARE = _("Compare the fingerprint with the one that your clearinghouse gives, then save again to pin it")


def sync_now() -> Synced:
    try:
        return sync_clearinghouse(step, look=looking_step)
    except RuleViolation as refusal:
        return Synced(problem=refusal.sentence)
    except Exception as failure:
        log_failure("sync_clearinghouse", failure)
        return Synced(problem=STOPPED)


def try_now() -> str:
    """Why the connection does not work; empty when it does."""
    connection = look(open_connection).value
    if connection is None:
        return NOT_TRIED
    try:
        try_connection(connection)
    except MailProblem as wrong:
        return wrong.sentence
    except Exception as failure:
        log_failure("try_connection", failure)
        return NOT_TRIED
    return ""


async def with_host_key(sent: dict, errors: dict[str, str]) -> tuple[dict, dict[str, str], str]:
    """The form with the key that the server shows, and what to do with it."""
    host, port = str(sent["host"]).strip(), int(str(sent["port"]))
    try:
        line, fingerprint = await asyncio.to_thread(host_key_of, host, port)
    except MailProblem as wrong:
        return sent, {"host": wrong.sentence}, ""
    except Exception as failure:
        log_failure("host_key_of", failure)
        return sent, errors, ""
    return {**sent, "host_key": line}, {"host_key": COMPARE}, fingerprint
