"""`python -m tests.fuzz`: spoilt 835 files by their numbers; what the reader makes of them, and where it fails.

make fuzz                                    200,000 files, 0 to 199,999
make fuzz ARGS="--from 200000 --to 300000"   others; a run that was stopped says where it was
make fuzz ARGS="--show 1234"                 one of them, as it is, on the standard output
"""

import argparse
import sys
import time
import traceback
from collections import Counter

from tests.fuzz.judge import judge
from tests.fuzz.mutants import mutant

MANY = 200_000
EACH_TELLS = 10_000
SECONDS_PER_BYTE = 10e-6
SECONDS_AT_REST = 0.02
"""A file may take this long and as much again for each byte; the reader needs about a fortieth of it."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description="What the reader makes of spoilt 835 files.")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="end", type=int, default=MANY)
    parser.add_argument("--show", type=int, help="writes that file to the standard output")
    chosen = parser.parse_args()
    if chosen.show is not None:
        sys.stdout.buffer.write(mutant(chosen.show))
        return 0
    return Run(chosen.first, chosen.end).all()


class Run:
    """A range of numbers, counted by what became of the files."""

    def __init__(self, first: int, end: int):
        self.first, self.end = first, end
        self.kinds: Counter[str] = Counter()
        self.failures: list[int] = []
        self.claims = self.bytes = 0
        self.seconds = self.slowest = 0.0

    def all(self) -> int:
        for seed in range(self.first, self.end):
            try:
                self.one(seed)
            except KeyboardInterrupt:
                print(f"Stopped. Go on with --from {seed}")
                break
            if (seed + 1 - self.first) % EACH_TELLS == 0:
                print(f"{seed + 1:,}: {self.summary()}", flush=True)
        print(f"From {self.first:,} on: {self.summary()}")
        return 1 if self.failures else 0

    def one(self, seed: int) -> None:
        data = mutant(seed)
        try:
            verdict = judge(data)
            if verdict.seconds > SECONDS_AT_REST + len(data) * SECONDS_PER_BYTE:
                verdict = judge(data)
            assert verdict.seconds <= SECONDS_AT_REST + len(data) * SECONDS_PER_BYTE, f"{verdict.seconds:.3f} seconds"
        except Exception:
            self.failures.append(seed)
            print(f"{seed}: {traceback.format_exc(limit=-3)}", flush=True)
            return
        self.kinds[verdict.kind] += 1
        self.claims += verdict.claims
        self.bytes += len(data)
        self.seconds += verdict.seconds
        self.slowest = max(self.slowest, verdict.seconds)

    def summary(self) -> str:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.kinds.items()))
        speed = f"{self.bytes / 1e6:,.0f} MB read in {self.seconds:,.1f} s, the slowest file in {self.slowest:.3f} s"
        failed = f"{len(self.failures)} failures{f': {self.failures[:20]}' if self.failures else ''}"
        return f"{kinds}; {self.claims:,} claims; {speed}; {failed}"


if __name__ == "__main__":
    began = time.monotonic()
    status = main()
    print(f"{time.monotonic() - began:,.0f} seconds in all", file=sys.stderr)
    sys.exit(status)
