"""The gate keeps its findings apart and to itself."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

from mbp_claims.x12 import gate as gate_module
from mbp_claims.x12.claim_837 import write_837p
from mbp_claims.x12.finding import Finding
from mbp_claims.x12.gate import findings, findings_apart, gate, structure_faults
from tests.x12.filings import golden_filing, golden_text
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


def test_a_long_file_is_checked_in_a_process_of_its_own_with_the_same_findings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate_module, "WORTH_A_PROCESS", 0)
    assert findings_apart(GOOD) == []
    assert findings_apart(IMPOSSIBLE) == findings(IMPOSSIBLE) != []


def test_a_process_that_breaks_off_lets_nothing_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate_module, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(gate_module.sys, "executable", "/bin/false")
    assert findings_apart(GOOD) == [Finding(0, "The checking process broke off. Try again.")]


def test_a_finding_of_pyx12_is_told_of_its_claim():
    text = write_837p(*[golden_filing("ex1")] * 3)
    spoilt = text.replace("PER*IC", "PER*XX", 1)
    assert {one.claim for one in findings(spoilt)} == {0}
    second = text.split("HL*3*1*22*0~", 1)
    spoilt = second[0] + "HL*3*1*22*0~" + second[1].replace("*18*SG7001******CI", "*99*SG7001******CI", 1)
    assert {one.claim for one in findings(spoilt)} == {2}
