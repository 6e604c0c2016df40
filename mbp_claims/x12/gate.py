"""The gate before filing: a claim file is kept only when pyx12 and our own checks find nothing."""

import io
import json
import logging
import re
from collections.abc import Iterator
from threading import Lock

import pyx12.params
import pyx12.x12n_document

from mbp_claims.x12.check_837 import faults

WITHOUT_REASON = "The claim file does not follow the 837P guide."
_log = logging.getLogger("pyx12")
_one_at_a_time = Lock()


def gate(text: str) -> list[str]:
    """Empty when the 837P may be kept. The sentences may name the client: show them, do not log them."""
    return [*structure_faults(text), *faults(text)]


def structure_faults(text: str) -> list[str]:
    """pyx12's findings against the guide. Its exceptions are findings too; whatever it logs stays here."""
    with _one_at_a_time, _Listening() as heard:
        found = io.StringIO()
        try:
            valid = pyx12.x12n_document.x12n_document(pyx12.params.params(), io.StringIO(text), None, None, None, found)
        except Exception as error:
            return [f"The claim file cannot be checked: {error}"]
        if valid:
            return []
        return heard.sentences or list(_sentences(json.loads(found.getvalue() or "{}"))) or [WITHOUT_REASON]


class _Listening(logging.Handler):
    """Takes pyx12's log while it works, so that names and numbers of clients reach no log file."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(re.sub(r"^Line:(\d+) \S+ - ", r"Line \1 of the file: ", record.getMessage()))

    def __enter__(self) -> "_Listening":
        self._propagated = _log.propagate
        _log.propagate = False
        _log.addHandler(self)
        return self

    def __exit__(self, *error: object) -> None:
        _log.removeHandler(self)
        _log.propagate = self._propagated


def _sentences(found: object) -> Iterator[str]:
    """Every `err_str` of the JSON verdict, in its order."""
    if isinstance(found, list):
        for each in found:
            yield from _sentences(each)
    elif isinstance(found, dict):
        if "err_str" in found:
            yield str(found["err_str"])
        yield from _sentences(list(found.values()))
