"""Structure and codes validated against the guide; no money is added up."""

import logging
from pathlib import Path

import pyx12.params
import pyx12.x12n_document

logging.disable(logging.CRITICAL)


def read(path: str) -> int:
    with Path(path).open() as file:
        assert pyx12.x12n_document.x12n_document(pyx12.params.params(), file, None, None, None, None)
    with Path(path).open() as file:
        return sum(line.startswith("CLP*") for line in file)
