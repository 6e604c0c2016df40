"""Where the program stands: the folder with rxconfig.py, in which its pages are built and it is started."""

import sysconfig
from pathlib import Path

import mbp_claims

MARK = "rxconfig.py"


def folder() -> Path:
    """The checkout, or what the package brought along (`data-files` of pyproject.toml). FileNotFoundError elsewhere."""
    places = (Path(mbp_claims.__file__).parent.parent, Path(sysconfig.get_path("data")) / "share" / "mbp-claims")
    for place in places:
        if (place / MARK).exists():
            return place
    raise FileNotFoundError(f"No {MARK} in {places[0]} nor {places[1]}. Install mbp-claims[testing] again.")
