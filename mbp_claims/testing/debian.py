"""What the tests need of this machine and is not there: asked of Debian, quietly and with a limit of time."""

import os
import shutil
import subprocess

SECONDS = 600


def runs(*command: str) -> bool:
    """Whether a command ends well, in time."""
    try:
        asked = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
        return asked.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def installed(package: str, *options: str) -> bool:
    """Installs a package where Debian's apt-get is; false where it is not, or nobody may."""
    if not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's {package} for the tests.", flush=True)
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return runs(*may, "apt-get", "update") and runs(*may, "apt-get", "install", "--yes", *options, package)
