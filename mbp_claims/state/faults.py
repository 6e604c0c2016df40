"""A failure in the log: its kind and place, and nothing of what was typed."""

import logging

_log = logging.getLogger("mbp_claims")


def log_failure(what: str, failure: BaseException) -> None:
    """Its kind and place: the message may quote what was typed."""
    place = failure.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else ""
    _log.error("%s failed: %s at %s", what, type(failure).__name__, where)
