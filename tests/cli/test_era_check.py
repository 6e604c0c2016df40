"""`mbp-claims era check`: a payer's file explained without a database."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from mbp_claims.cli import main

CHECKOUT = Path(__file__).parents[2]
AUTHORED = CHECKOUT / "tests" / "x12" / "files" / "authored"
GOLDEN = CHECKOUT / "tests" / "x12" / "files" / "golden"
COMMAND = [sys.executable, "-m", "mbp_claims.cli", "era", "check"]
ENVIRONMENT = {"PYTHONPATH": str(CHECKOUT), "PATH": os.environ["PATH"]}


def authored(name: str) -> str:
    (path,) = AUTHORED.glob(f"{name}*")
    return str(path)


@pytest.fixture
def check(capsys):
    """Status and what was said."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["era", "check", *arguments])
        return status, capsys.readouterr().out

    return run


def test_a_good_file_is_explained_payment_by_payment(check):
    status, said = check(authored("06"))
    assert status == 0
    assert said == (
        "06_two_st_one_gs.835\n"
        "  Payment CHK900001 of $177.80 (CHK), 01/15/2026\n"
        "  EVERGREEN HEALTH PLAN (60054) to CALM HARBOR COUNSELING LLC. Test data.\n"
        "    CHC-A1: Decided as first payer. $360.00 charged, $177.80 paid, $84.45 the client’s share.\n"
        "  $177.80 paid on 1 claim = $177.80 paid out.\n"
        "  Payment CHK900002 of $127.12 (CHK), 01/15/2026\n"
        "  EVERGREEN HEALTH PLAN (60054) to CALM HARBOR COUNSELING LLC. Test data.\n"
        "    CHC-B1: Decided as first payer. $200.00 charged, $127.12 paid, $31.78 the client’s share.\n"
        "  $127.12 paid on 1 claim = $127.12 paid out.\n"
        "  Everything adds up.\n\n"
    )


def test_lines_are_told_with_their_reasons_in_words(check):
    _, said = check("--lines", authored("01"))
    assert "      90837 " in said
    assert "        CO-45 $52.68: Above the contracted or allowed fee\n" in said
    assert "      MA18: " in said


def test_what_is_not_about_a_claim_is_told_as_it_moves_the_payment(check):
    _, said = check(authored("05"))
    assert "    Not about a claim of this payment: WO ICN77, -$35.25 to the payment. Overpayment taken back.\n" in said
    assert "  $177.80 paid on 1 claim - $23.15 provider adjustments = $154.65 paid out.\n" in said


@pytest.mark.parametrize(
    "name, equation",
    [
        ("bad_03", "Claim CHC-A1, line 1 (90837): $120.00 paid + $81.00 adjusted = $201.00, $1.00 over the $200.00"),
        ("bad_04", "Payment CHK900001: $177.80 paid on claims + $0.00 provider adjustments = $177.80, $1,000.00 short"),
    ],
)
def test_a_file_out_of_balance_is_read_with_the_equation_and_ends_with_1(check, name, equation):
    status, said = check(authored(name))
    assert status == 1
    assert f"Does not add up: {equation}" in said
    assert said.endswith("  Not everything adds up or could be read; see above.\n\n")


def test_a_claim_that_cannot_be_read_is_told_and_the_others_are_read(check, tmp_path: Path):
    file = tmp_path / "remit.835"
    file.write_text(Path(authored("02")).read_text().replace("*139.5*10.5", "*139.5*1O.5"))
    status, said = check(str(file))
    assert status == 1
    assert "    CHC-R1: Takes back an earlier decision. " in said
    assert "    Could not be read: Claim CHC-R1, segment 21 (CLP) on line 23, element 5: “1O.5” is not an" in said


@pytest.mark.parametrize("name", ["bad_01", "bad_02", "bad_05", "bad_06"])
def test_a_refused_file_ends_with_2_and_its_sentence(check, name):
    status, said = check(authored(name))
    assert status == 2
    assert " on line " in said
    assert said.endswith("  Refused. Nothing of it is to be used.\n\n")


def test_other_files_and_files_that_are_not_there_are_refused_by_name(check, tmp_path: Path):
    claim, folder = GOLDEN / "ex1" / "secondary.837p", tmp_path
    status, said = check(str(claim), str(tmp_path / "none.835"), str(folder))
    assert status == 2
    assert "secondary.837p is not an 835 file. It is an 837P (a claim).\n" in said
    assert "none.835 cannot be opened: No such file or directory.\n" in said
    assert f"{folder.name} cannot be opened: Is a directory.\n" in said


def test_of_several_files_the_worst_decides(check):
    assert check(authored("06"), authored("bad_03"))[0] == 1
    assert check(authored("bad_01"), authored("06"), authored("bad_03"))[0] == 2


def test_only_what_needs_a_look_is_told_when_that_is_asked(check):
    assert "CHC-A1" not in check("--problems", authored("06"))[1]
    assert "CHC-A1: Decided" in check("--problems", authored("bad_03"))[1]


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nobody_is_named_unless_names_are_asked_for(check, form):
    file = str(GOLDEN / "ex1" / "primary.835")
    assert "RIVERA" not in check(*form, "--lines", file)[1]
    assert "DANA M RIVERA" in check(*form, "--names", file)[1]


def test_json_says_the_same_as_one_document(check):
    status, said = check("--json", "--lines", authored("05"), authored("bad_03"), authored("bad_07"))
    document = json.loads(said)
    assert status == document["status"] == 1
    good, wrong, unreadable = document["files"]
    assert [one["verdict"] for one in document["files"]] == ["good", "review", "review"]
    (payment,) = good["payments"]
    assert (payment["trace"], payment["total"], payment["claims_paid"]) == ("CHK900001", "154.65", "177.80")
    assert [one["amount"] for one in payment["provider_adjustments"]] == ["35.25", "-4.10", "12.00", "-20.00"]
    (claim,) = payment["claims"]
    assert claim["lines"][0]["adjustments"] == [["CO", "45", "50.00", None], ["PR", "3", "30.00", None]]
    assert wrong["payments"][0]["claims"][0]["imbalances"][0]["difference"] == "1.00"
    assert unreadable["payments"][0]["unreadable"][0]["segment"] == 12


def test_json_says_where_a_file_was_refused(check):
    refusal = json.loads(check("--json", authored("bad_02"))[1])["files"][0]["refusal"]
    assert (refusal["line"], refusal["segment"], refusal["segment_id"], refusal["element"]) == (28, 26, "SE", 1)
    assert refusal["last_good_claim"] == "CHC-A1"


def test_what_could_steer_a_terminal_is_not_said(check, tmp_path: Path):
    file = tmp_path / "remit.835"
    file.write_bytes(Path(authored("06")).read_bytes().replace(b"CALM HARBOR", b"CALM\x9bHARBOR"))
    assert "\x9b" not in check(str(file))[1]


def test_it_works_anywhere_without_settings_from_a_pipe_and_into_a_pipe(tmp_path: Path):
    said = subprocess.run(
        [*COMMAND, "-"], cwd=tmp_path, env=ENVIRONMENT | {"MBP_PORT": "none", "MBP_DATABASE_URL": "none"},
        input=Path(authored("06")).read_bytes(), capture_output=True,
    )  # fmt: skip
    assert (said.returncode, said.stderr) == (0, b"")
    assert said.stdout.startswith(b"The standard input\n")
    assert not list(tmp_path.iterdir())


def test_the_database_is_not_even_loaded(tmp_path: Path):
    command = [sys.executable, "-X", "importtime", *COMMAND[1:], authored("06")]
    said = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True)
    assert "mbp_claims.x12.era_reader" in said.stderr
    assert not [heavy for heavy in ("sqlmodel", "sqlalchemy", "reflex", "pyx12", "settings") if heavy in said.stderr]


def test_progress_is_shown_on_a_terminal_and_taken_away_again(tmp_path: Path):
    ours, theirs = pty.openpty()
    command = [*COMMAND, authored("06")]
    said = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert said.returncode == 0
    assert "%  claims read: 0" in shown
    assert shown.endswith("\r\x1b[K")


def test_a_reader_that_leaves_is_no_traceback():
    command = f"{' '.join(COMMAND)} {' '.join([authored('06')] * 200)} | head -1"
    said = subprocess.run(command, shell=True, env=ENVIRONMENT, capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("06_two_st_one_gs.835\n", "")
