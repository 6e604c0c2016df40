"""make visual: pictures of every specimen and screen, compared with those of the commit that the work began at.

    python -m tests.visual                     differences are written to .visual/report/index.html
    python -m tests.visual --accept            what was last taken is right from now on
    python -m tests.visual --only chip         only pictures whose name holds the word
    python -m tests.visual --base COMMIT       compared with another commit
"""

import argparse
import shutil
import sys
import time
from pathlib import Path

from tests.visual import report
from tests.visual.base import ACCEPTED, KEPT, ROOT, base_commit, pictures_of, take
from tests.visual.comparing import Compared, compare

NOW = KEPT / "now"
REPORT = KEPT / "report"


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
    report.write(REPORT / "index.html", compared, f"commit {commit[:9]}")
    differing = [each for each in compared if each.kind != "same"]
    for each in differing:
        print(f"{each.kind:8} {each.share:7.2%}  {each.name}")
    took = time.monotonic() - began
    print(f"{len(compared)} pictures, {len(differing)} differ. {took:.0f} s. {REPORT / 'index.html'}")
    return 1 if differing else 0


def _compared(before: Path, only: str) -> list[Compared]:
    """What was accepted stands before what the commit shows."""
    shutil.rmtree(REPORT, ignore_errors=True)
    names = sorted({str(path.relative_to(folder)) for folder in (before, NOW) for path in folder.rglob("*.png")})
    found = []
    for name in (each for each in names if only in each):
        was = ACCEPTED / name if (ACCEPTED / name).exists() else before / name
        found.append(compare(name, was, NOW / name, REPORT / "difference" / name))
        if found[-1].kind != "same":
            for side, picture in (("before", was), ("after", NOW / name)):
                if picture.exists():
                    (REPORT / side / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(picture, REPORT / side / name)
    REPORT.mkdir(parents=True, exist_ok=True)
    return found


def _accept() -> int:
    taken = sorted(NOW.rglob("*.png"))
    if not taken:
        print("Nothing was taken yet: make visual")
        return 1
    for path in taken:
        (ACCEPTED / path.relative_to(NOW)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, ACCEPTED / path.relative_to(NOW))
    print(f"{len(taken)} pictures are right from now on.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
