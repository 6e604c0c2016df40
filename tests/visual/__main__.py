"""make visual: pictures of every specimen and screen, compared with those of the commit that the work began at.

    python -m tests.visual                     differences are written to .visual/report/index.html
    python -m tests.visual --accept            what differed in the last run is right from now on
    python -m tests.visual --only chip         only pictures whose name holds the word
    python -m tests.visual --base COMMIT       compared with another commit
"""

import argparse
import json
import shutil
import sys
import time
from pathlib import Path

from tests.visual import report
from tests.visual.accepted import accept, accepted
from tests.visual.base import ACCEPTED, KEPT, ROOT, base_commit, pictures_of, take
from tests.visual.comparing import Compared, compare

NOW = KEPT / "now"
REPORT = KEPT / "report"
LAST = KEPT / "last.json"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--accept", action="store_true")
    asked.add_argument("--only", default="")
    asked.add_argument("--base", default="")
    told = asked.parse_args()
    if told.accept:
        return _accept()
    began = time.monotonic()
    commit = base_commit(told.base)
    before = pictures_of(commit, told.only)
    shutil.rmtree(NOW, ignore_errors=True)
    take(ROOT, NOW, told.only)
    compared = _compared(before, told.only)
    differing = [each for each in compared if each.kind != "same"]
    LAST.write_text(json.dumps({"before": str(before), "differing": [each.name for each in differing]}))
    took = f"{time.monotonic() - began:.0f} s"
    report.write(REPORT / "index.html", compared, f"commit {commit[:9]}", took)
    for each in differing:
        print(f"{each.kind:8} {each.share:7.2%}  {each.name}")
    print(f"{len(compared)} pictures, {len(differing)} differ. {took}. {REPORT / 'index.html'}")
    return 1 if differing else 0


def _compared(before: Path, only: str) -> list[Compared]:
    """What was accepted stands before what the commit shows."""
    shutil.rmtree(REPORT, ignore_errors=True)
    REPORT.mkdir(parents=True)
    names = sorted({str(path.relative_to(folder)) for folder in (before, NOW) for path in folder.rglob("*.png")})
    found = []
    for name in (each for each in names if only in each):
        was = accepted(ACCEPTED, name, before / name)
        found.append(compare(name, was, NOW / name, REPORT / "difference" / name))
        if found[-1].kind != "same":
            for side, picture in (("before", was), ("after", NOW / name)):
                if picture.exists():
                    (REPORT / side / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(picture, REPORT / side / name)
    return found


def _accept() -> int:
    if not LAST.exists():
        print("Nothing was taken yet: make visual")
        return 1
    last = json.loads(LAST.read_text())
    kept = accept(ACCEPTED, Path(last["before"]), NOW, last["differing"])
    print(f"{len(kept)} pictures are right from now on." if kept else "The last run showed nothing to accept.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
