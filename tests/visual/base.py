"""The pictures to compare with: taken of the commit that the work began at, by its own code, once, and kept.

They belong to one browser on one machine and there are hundreds of them, so the repository does not hold them.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".visual"
NOW = "2026-11-23T21:40:00-05:00"
ACCEPTED = KEPT / "accepted"


def base_commit(asked: str = "") -> str:
    """`asked`, or where this branch left the main one; on the main one itself the last commit."""
    if asked:
        return _git("rev-parse", "--verify", f"{asked}^{{commit}}")
    for main in ("origin/main", "main"):
        found = subprocess.run(["git", "merge-base", "HEAD", main], cwd=ROOT, capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.strip()
    return _git("rev-parse", "HEAD")


def pictures_of(commit: str, only: str) -> Path:
    """The folder with the pictures of that commit, taken now where there are none."""
    folder = KEPT / "commits" / commit
    done = folder / "done"
    if not done.exists():
        tree = KEPT / "base"
        if (tree / ".git").exists():
            _git("checkout", "--quiet", "--detach", commit, at=tree)
        else:
            _git("worktree", "add", "--quiet", "--force", "--detach", str(tree), commit)
        if not (tree / "tests" / "visual" / "shooting.py").exists():
            raise SystemExit(f"{commit[:9]} is from before there were such pictures. Name another: --base COMMIT")
        take(tree, folder, only)
        if not only:
            done.touch()
    return folder


def take(tree: Path, folder: Path, only: str) -> None:
    """Pictures of that checkout, by its own code. Both build in folders of their own, which are kept."""
    environment = os.environ | {
        "MBP_GALLERY": "1", "REFLEX_WEB_WORKDIR": ".web-gallery", "MBP_NOW": NOW, "MBP_TIMEZONE": "America/New_York",
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.visual.shooting", str(folder), str(KEPT / "practice"), only]
    subprocess.run(command, cwd=tree, env=environment, check=True)


def _git(*words: str, at: Path = ROOT) -> str:
    return subprocess.run(["git", *words], cwd=at, check=True, capture_output=True, text=True).stdout.strip()
