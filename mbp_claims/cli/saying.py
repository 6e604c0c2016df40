"""What a command says: its answer on the standard output, why it could not do it on the other one."""

import json
import os
import re
import sys
from typing import Any

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What could steer a terminal, were it in somebody's file."""


def say(sentence: str) -> None:
    print(CONTROL.sub("�", sentence), flush=True)


def json_text(answer: Any) -> str:
    """One document, for programs; to be said."""
    return json.dumps(answer, indent=2, ensure_ascii=False)


def refuse(sentence: str, status: int = 1) -> int:
    """The sentence is said; the status is handed back, to be returned."""
    print(sentence, file=sys.stderr, flush=True)
    return status


def stop_writing() -> int:
    """After whoever reads us has left, as `head` does: nothing more is written, and no traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
