"""`python -m bench.reading`: our reader beside others on one big 835, in turn; prints the table of docs/performance.md.

make bench-read                          three rounds
make bench-read ARGS="--rounds 1 --claims 2000 --many 20000"
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.reading import big_835
from bench.reading.peers import OURS, PEERS, Reader

RESULTS = Path(__file__).parents[1] / "results"
SCRIPT = Path(__file__).parent / "measured.py"
Found = dict[str, list[dict[str, Any]]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.reading", description="How fast an 835 is read, beside its peers.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--claims", type=int, default=20_000, help="of the file that all of them read")
    parser.add_argument("--many", type=int, default=200_000, help="of the file that only ours reads besides")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mbp-bench-") as folder:
        file, large = Path(folder) / "remit.835", Path(folder) / "large.835"
        big_835.write(file, chosen.claims)
        big_835.write(large, chosen.many)
        found = measure(file, large, chosen.rounds)
    report = table(found, chosen.claims, chosen.many)
    _keep(found, report)
    print(f"\n{report}")
    return 0


def measure(file: Path, large: Path, rounds: int) -> Found:
    """Each round every reader once, another one first each time."""
    readers = (OURS, *PEERS)
    found: Found = {reader.name: [] for reader in readers} | {"large": []}
    for number in range(rounds):
        first = number % len(readers)
        for reader in readers[first:] + readers[:first]:
            print(f"Round {number + 1} of {rounds}: {reader.name}", flush=True)
            found[reader.name].append(_once(reader, file))
        found["large"].append(_once(OURS, large))
    return found


def _once(reader: Reader, file: Path) -> dict[str, Any]:
    said = subprocess.run([reader.python, SCRIPT, reader.path, file], capture_output=True, text=True)
    if said.returncode:
        raise RuntimeError(f"{reader.name} failed.\n{said.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return answer


def table(found: Found, claims: int, many: int) -> str:
    """Medians with their range; the ratio is of ours to theirs, taken within each round."""
    ours = [_speed(one) for one in found[OURS.name]]
    size = found[OURS.name][0]["bytes"] / 1e6
    lines = [
        f"| {claims:,} claims, {size:.1f} MB | MB a second of the processor | ours over it | peak memory, MB |",
        "|---|---|---|---|",
    ]
    for reader in (OURS, *PEERS):
        speeds = [_speed(one) for one in found[reader.name]]
        ratios = [mine / theirs for mine, theirs in zip(ours, speeds, strict=True)]
        over = "" if reader is OURS else _spread(ratios, 1)
        peak = median(one["peak_mb"] for one in found[reader.name])
        lines.append(f"| {reader.name}: {reader.does} | {_spread(speeds, 2)} | {over} | {peak:.0f} |")
    large = found["large"]
    speeds, peak = [_speed(one) for one in large], max(one["peak_mb"] for one in large)
    name = f"{OURS.name}, {many:,} claims in one payment, {large[0]['bytes'] / 1e6:.0f} MB"
    lines.append(f"| {name} | {_spread(speeds, 2)} | | {peak:.0f} |")
    return "\n".join(lines)


def _speed(one: dict[str, Any]) -> float:
    return float(one["bytes"] / 1e6 / one["cpu_seconds"])


def _spread(values: list[float], decimals: int) -> str:
    middle, least, most = (f"{value:.{decimals}f}" for value in (median(values), min(values), max(values)))
    return f"{middle} ({least}–{most})"


def _keep(found: Found, report: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = f"reading-{time.strftime('%Y-%m-%d-%H%M%S')}"
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()}
    (RESULTS / f"{name}.json").write_text(json.dumps({"machine": machine, "rounds": found}, indent=1))
    (RESULTS / f"{name}.md").write_text(f"{report}\n")


if __name__ == "__main__":
    sys.exit(main())
