"""`python measured.py READER FILE`: one reading, alone in its process, as one line of JSON. Standard library only.

READER is a file with a function `read(path)` that answers how many claims it found; importing it is not measured.
"""

import importlib.util
import json
import resource
import sys
import time
from pathlib import Path


def main(reader: str, file: str) -> None:
    spec = importlib.util.spec_from_file_location("reader", reader)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    imported = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, cpu = time.perf_counter(), time.process_time()
    claims = module.read(file)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = Path(file).stat().st_size
    print(json.dumps({
        "claims": claims, "bytes": size, "seconds": seconds, "cpu_seconds": cpu_seconds,
        "peak_mb": peak / 1024, "imported_mb": imported / 1024,
    }))  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
