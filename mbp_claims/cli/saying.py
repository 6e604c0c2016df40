"""What a command says: its answer on the standard output, why it could not do it on the other one."""

import json
import os
import sys
from typing import Any


def say(sentence: str) -> None:
    print(sentence, flush=True)


def say_json(answer: Any) -> None:
    """One document, for programs."""
    say(json.dumps(answer, indent=2, ensure_ascii=False))


def refuse(sentence: str, status: int = 1) -> int:
    """The sentence is said; the status is handed back, to be returned."""
    print(sentence, file=sys.stderr, flush=True)
    return status


def stop_writing() -> int:
    """After whoever reads us has left, as `head` does: nothing more is written, and no traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
