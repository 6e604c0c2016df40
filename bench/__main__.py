"""`python -m bench`: measures, keeps all numbers in bench/results, prints the table for README.

make bench                        nine rounds, about a quarter of an hour on a quiet machine
make bench ARGS=--quick           two rounds, to see that it works
make bench ARGS="--rounds 5"
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import table
from bench.browser import browser
from bench.rounds import QUICK, Effort, Round, bytes_of_actions, first_load, play, round_trips
from bench.sessions import memory
from bench.stacks import Stage
from mbp_claims.testing.browser import NoBrowser, chromium

RESULTS = Path(__file__).parent / "results"


def main() -> int:
    effort = _effort()
    try:
        print(f"Chromium: {chromium()}", flush=True)
    except NoBrowser as missing:
        return _refuse(str(missing))
    folder = Path(tempfile.mkdtemp(prefix="mbp-bench-"))
    try:
        with Stage(folder) as stage:
            found, rounds = measure(stage, effort)
    except KeyboardInterrupt:
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report = f"{table.goals(found, rounds)}\n\n{table.times(found, rounds)}\n"
    _keep(found | {"rounds": [asdict(one) for one in rounds]}, report)
    print(f"\n{report}")
    return 0


def measure(stage: Stage, effort: Effort) -> tuple[dict[str, Any], list[Round]]:
    """Everything, on a stage that stands."""
    found: dict[str, Any] = {"machine": _machine(), "effort": asdict(effort)}
    resting = stage.program("resting")
    stacks = stage.stacks()
    found["memory"] = memory(resting, stacks[0].path, effort.sessions)
    resting.stop()
    with browser({one.server.port: one.network.port for one in stacks}) as chrome:
        _say("bytes")
        found["bytes"] = {one.name: bytes_of_actions(chrome, one) for one in stacks}
        found["first_load"] = {one.name: first_load(chrome, one) for one in stacks if one.name != "many"}
        rounds = []
        found["round_trips"] = []
        for number in range(effort.rounds):
            _say(f"round {number + 1} of {effort.rounds}")
            rounds.append(play(chrome, stacks, number, effort))
            found["round_trips"].append(round_trips(chrome, stacks[0]))
    return found, rounds


def _effort() -> Effort:
    parser = argparse.ArgumentParser(prog="bench", description="How fast the program is, beside its peers.")
    parser.add_argument("--quick", action="store_true", help="two rounds, few clicks")
    parser.add_argument("--rounds", type=int)
    chosen = parser.parse_args()
    effort = QUICK if chosen.quick else Effort()
    return replace(effort, rounds=chosen.rounds) if chosen.rounds else effort


def _machine() -> dict[str, Any]:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    version = subprocess.run([chromium(), "--version"], capture_output=True, text=True).stdout.strip()
    return {
        "at": datetime.now().astimezone().isoformat(timespec="seconds"), "commit": commit, "cores": os.cpu_count(),
        "system": platform.platform(), "python": platform.python_version(), "browser": version,
        "load": os.getloadavg(),
    }  # fmt: skip


def _keep(found: dict[str, Any], report: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = time.strftime("%Y-%m-%d-%H%M%S")
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1))
    (RESULTS / f"{name}.md").write_text(report)


def _say(what: str) -> None:
    print(f"Measuring: {what}.", flush=True)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
