"""The log: a JSON document in each line, with the ids of request and person, and never what somebody typed.

A library's own words are left out, as they may quote anything: which statement spoke says as much.
"""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from mbp_claims import tracing

OURS = ("mbp_claims", "alembic.runtime.migration")
"""Loggers whose sentences hold kinds, places and numbers of ours alone; a record can also be marked `discreet`."""

UNSAID = "(left out)"


class JsonLine(logging.Formatter):
    """`at` (UTC), `level`, `logger`, `what`; `place` in the code; `kind` of an exception and where it was raised;
    `request` and `person`; and what our own lines carry as `extra={"facts": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.startswith(OURS) or getattr(record, "discreet", False)
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "logger": record.name,
            "what": record.getMessage() if ours else UNSAID, "place": f"{record.module}:{record.lineno}",
            "request": tracing.request.get(), "person": tracing.person.get(),
        }  # fmt: skip
        if record.exc_info and record.exc_info[0]:
            line |= {"kind": record.exc_info[0].__name__, "raised": _raised(record.exc_info[2])}
        line |= getattr(record, "facts", {})
        return json.dumps({name: value for name, value in line.items() if value not in (None, "")})


def begin() -> None:
    """From now on everything that is logged in this process is written so, to the standard error."""
    # Else a record that cannot be written would be printed as it is.
    logging.raiseExceptions = False
    writing = logging.StreamHandler()
    writing.setFormatter(JsonLine())
    logging.basicConfig(handlers=[writing], level=logging.WARNING, force=True)
    logging.getLogger("mbp_claims").setLevel(logging.INFO)
    logging.captureWarnings(True)
    log = logging.getLogger("mbp_claims.unforeseen")
    sys.excepthook = lambda *raised: log.critical("The program ended", exc_info=raised)
    threading.excepthook = lambda told: log.error(
        "A thread ended", exc_info=(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)
    )
    sys.unraisablehook = lambda told: log.error(
        "Something was not put away", exc_info=(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)
    )


def take_over() -> None:
    """Once the program is made: what libraries hung up to write by themselves, Engine.IO among them, comes down."""
    loggers = logging.root.manager.loggerDict.values()
    for logger in (one for one in loggers if isinstance(one, logging.Logger)):
        logger.handlers.clear()
        logger.propagate = True


def _raised(trace: TracebackType | None) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
