"""The gate before filing: a claim file is kept only when pyx12 and our own checks find nothing.

As a program (`python -m mbp_claims.x12.gate`) it reads a file from its input and prints the findings as JSON.
"""

import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import pyx12.params
import pyx12.x12n_document

from mbp_claims.x12.check_837 import findings as own_findings
from mbp_claims.x12.finding import Finding
from mbp_claims.x12.written_claim import WrittenFile

WITHOUT_REASON = "The claim file does not follow the 837P guide."
WORTH_A_PROCESS = 20_000
"""Characters; below, beginning a process takes longer than the check."""
GIVES_WAY = 10
UNCHECKED = "The checking process broke off. Try again."
ROOT = Path(__file__).parents[2]
_log = logging.getLogger("pyx12")
_one_at_a_time = Lock()


def gate(text: str) -> list[str]:
    """Empty when the 837P may be kept. The sentences may name the client: show them, do not log them."""
    return [finding.sentence for finding in findings(text)]


def findings(text: str) -> list[Finding]:
    """The same, each with its claim. Our own checks come first, in our own words; pyx12 looks at what they let pass."""
    file = WrittenFile.read(text)
    return own_findings(file) or [_placed(said, file.owners) for said in structure_faults(text)]


def findings_apart(text: str) -> list[Finding]:
    """The same from a process of its own, which gives way to others: a file of many claims takes pyx12 a while."""
    if len(text) < WORTH_A_PROCESS:
        return findings(text)
    worker = [sys.executable, "-m", "mbp_claims.x12.gate"]
    try:
        done = subprocess.run(worker, input=text.encode(), capture_output=True, cwd=ROOT, check=True)
        return [Finding(claim, sentence) for claim, sentence in json.loads(done.stdout)]
    except (OSError, subprocess.CalledProcessError, ValueError):
        return [Finding(0, UNCHECKED)]


def _placed(said: str, owners: list[int]) -> Finding:
    """Our files have one segment a line, so the line tells the claim."""
    line = re.match(r"Line (\d+) ", said)
    at = int(line[1]) - 1 if line else -1
    return Finding(owners[at] if 0 <= at < len(owners) else 0, said)


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


if __name__ == "__main__":
    os.nice(GIVES_WAY)
    found = findings(sys.stdin.buffer.read().decode())
    json.dump([(one.claim, one.sentence) for one in found], sys.stdout)
