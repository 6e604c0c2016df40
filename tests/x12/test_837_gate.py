"""The gate keeps its findings apart and to itself."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

from mbp_claims.x12.gate import gate, structure_faults
from tests.x12.filings import golden_text
from tests.x12.mutations import broken, put

GOOD = golden_text("ex1")
ACCENTED = broken(GOOD, put("NM1", "IL", element=3, value="RIVERÉ"))
IMPOSSIBLE = broken(GOOD, put("DTP", "472", element=3, value="20261332"))


def test_no_name_of_a_client_reaches_the_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]):
    with caplog.at_level(logging.DEBUG):
        assert gate(ACCENTED)
    said = caplog.text + "".join(capfd.readouterr())
    assert "RIVER" not in said


def test_findings_of_files_checked_at_the_same_time_are_not_mixed():
    with ThreadPoolExecutor(3) as pool:
        good, accented, impossible = pool.map(gate, [GOOD, ACCENTED, IMPOSSIBLE])
    assert good == []
    assert len(accented) == 1 and "RIVERÉ" in accented[0]
    assert len(impossible) == 1 and "20261332" in impossible[0]


def test_findings_are_told_when_logging_is_switched_off():
    logging.disable(logging.CRITICAL)
    try:
        assert any("invalid date" in said for said in structure_faults(IMPOSSIBLE))
    finally:
        logging.disable(logging.NOTSET)
