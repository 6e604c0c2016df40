"""What Reflex logs of a failure, without what a browser sent: it may be a client's. Kind and place stay."""

import logging
import re
from types import TracebackType

LOGGERS = (
    "reflex.app",
    "reflex_base.event.processor.base_state_processor",
    "reflex_base.event.processor.event_processor",
)
TELLING = {
    "_prepare_event_payload": "Unreadable arguments",
    "_process_queue": "Unknown event",
    "_resolve_future": "A handler failed",
    "default_backend_exception_handler": "A handler failed",
    "default_frontend_exception_handler": "A page failed",
    "on_event": "Unreadable event",
}
"""Functions of Reflex 0.10.1 that log arguments, cookies or the message of an exception; what is logged instead."""

KIND = re.compile(r"\b(\w+(?:Error|Exception))\b")
PLACE = re.compile(r'File ".*?([^/\\"]+)", line (\d+)')


class Discretion(logging.Filter):
    """Rewrites a record before anybody prints it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if (what := TELLING.get(record.funcName)) is not None:
            text = record.getMessage()
            record.msg = f"{what}: {_kind(record, text)}{_place(record, text)}"
            record.args, record.exc_info, record.exc_text = (), None, None
            record.discreet = True
        return True


def be_discreet() -> None:
    """From now on; asking twice changes nothing."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(one, Discretion) for one in logger.filters):
            logger.addFilter(Discretion())


def _kind(record: logging.LogRecord, text: str) -> str:
    if record.exc_info and record.exc_info[0]:
        return record.exc_info[0].__name__
    # A traceback that was made text: its last line begins with the kind.
    last = text.strip().rpartition("\n")[2].partition(":")[0]
    found = KIND.search(last)
    return found.group(1) if found else "no details"


def _place(record: logging.LogRecord, text: str) -> str:
    if record.exc_info and (trace := record.exc_info[2]):
        return _deepest(trace)
    places = PLACE.findall(text) if record.funcName == "default_backend_exception_handler" else []
    return f" at {places[-1][0]}:{places[-1][1]}" if places else ""


def _deepest(trace: TracebackType) -> str:
    while trace.tb_next:
        trace = trace.tb_next
    return f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
