"""The other readers: each at one version, in an environment of its own that nothing else sees."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENTS = Path(__file__).parent / "build"
READERS = Path(__file__).parent / "readers"


@dataclass(frozen=True)
class Reader:
    """What it does with a file is said beside its speed: some of them check nothing."""

    name: str
    does: str
    script: str
    requirement: str = ""

    @property
    def python(self) -> Path:
        """The interpreter that has it; made when it is not there yet."""
        if not self.requirement:
            return Path(sys.executable)
        folder = ENVIRONMENTS / self.requirement.replace("==", "-")
        python = folder / "bin" / "python"
        if not (folder / "installed").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
            subprocess.run([python, "-m", "pip", "install", *quiet, self.requirement], check=True)
            (folder / "installed").touch()
        return python

    @property
    def path(self) -> Path:
        return READERS / self.script


OURS = Reader("MBP Claims", "objects, every equation to the cent", "mbp_claims_reader.py")
PEERS = (
    Reader("x12sdk 2.2.0", "validated models, claim balance", "x12sdk_reader.py", "x12sdk==2.2.0"),
    Reader("pyx12 4.0.0", "structure and codes validated, no sums", "pyx12_reader.py", "pyx12==4.0.0"),
    Reader(
        "edi-835-parser 1.8.0", "objects, then a DataFrame; nothing validated", "edi_835_parser_reader.py",
        "edi-835-parser==1.8.0",
    ),
    Reader("openx12 0.2.1", "dictionaries of floats; nothing validated", "openx12_reader.py", "openx12==0.2.1"),
)  # fmt: skip
