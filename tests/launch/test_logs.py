"""The log is for machines, and holds nothing of anybody."""

import json
import logging
import subprocess
import sys

import pytest
from starlette.responses import PlainTextResponse
from web import ask

from mbp_claims import tracing
from mbp_claims.launch.logs import UNSAID, JsonLine
from mbp_claims.launch.visits import Visits

SECRET = "Zebulon Quill 1988-03-14 W123456789 F41.1"
SPEAKERS = """
import asyncio, logging, threading, warnings
from mbp_claims.launch import logs
logs.begin()
secret = {secret!r}
for name in ("uvicorn.error", "reflex.app", "sqlalchemy.engine.Engine", "asyncio", "anybody.else"):
    logging.getLogger(name).warning(secret)
    logging.getLogger(name).error("%s", secret)
    try:
        raise ValueError(secret)
    except ValueError:
        logging.getLogger(name).exception(f"about {{secret}}")
logging.getLogger("mbp_claims").error("%d %d", secret)
import engineio
engineio.AsyncServer()
logs.take_over()
logging.getLogger("engineio.server").error(secret)
warnings.warn(secret)
thread = threading.Thread(target=lambda: int(secret))
thread.start()
thread.join()
class Last:
    def __del__(self): raise KeyError(secret)
Last()
async def forgotten(): raise OSError(secret)
async def main():
    task = asyncio.create_task(forgotten())
    await asyncio.sleep(0)
    del task
asyncio.run(main())
raise RuntimeError(secret)
"""


def lines(caught: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in caught.splitlines()]


def test_whoever_speaks_a_line_is_one_document_and_quotes_nobody():
    ended = subprocess.run([sys.executable, "-c", SPEAKERS.format(secret=SECRET)], capture_output=True, text=True)
    told = lines(ended.stderr)
    assert len(told) >= 19
    for part in SECRET.split():
        assert part not in ended.stderr + ended.stdout
    kinds = {line.get("kind") for line in told}
    assert {"ValueError", "KeyError", "OSError", "RuntimeError"} <= kinds
    assert all(line["place"] and line["what"] for line in told)


def test_a_failure_says_its_kind_and_where_it_was_raised():
    try:
        int(SECRET)
    except ValueError:
        told = {"name": "reflex", "msg": SECRET, "exc_info": sys.exc_info()}
    line = json.loads(JsonLine().format(logging.makeLogRecord(told)))
    assert (line["what"], line["kind"]) == (UNSAID, "ValueError")
    assert line["raised"].partition(":")[0].endswith("test_logs")


async def pong(scope, receive, send):  # type: ignore[no-untyped-def]
    logging.getLogger("mbp_claims").info("Asked")
    await PlainTextResponse("pong")(scope, receive, send)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/files/card/17?name=Zebulon", "/files/card"), ("/clients/R-0412/claim-center", "/clients"),
        ("/claims/C-1042", "/claims"), ("/zebulon/quill", "/"), ("/_upload", "/_upload"), ("/", "/"),
    ],
)  # fmt: skip
def test_a_request_is_written_with_its_id_and_without_whom_it_was_about(
    caplog: pytest.LogCaptureFixture, path: str, written: str
):
    caplog.set_level(logging.INFO, "mbp_claims")
    answer = ask(Visits(pong), path)
    facts = caplog.records[-1].facts
    assert (facts["method"], facts["path"], facts["status"]) == ("GET", written, 200)
    assert len(answer.headers["x-request-id"]) == 12


def test_all_lines_of_a_request_have_its_id(capsys: pytest.CaptureFixture[str]):
    heard: list[str] = []

    async def inner(scope, receive, send):  # type: ignore[no-untyped-def]
        tracing.person.set(3)
        heard.append(JsonLine().format(logging.makeLogRecord({"name": "mbp_claims", "msg": "Asked"})))
        await pong(scope, receive, send)

    mark = ask(Visits(inner), "/").headers["x-request-id"]
    assert json.loads(heard[0])["request"] == mark
    assert json.loads(heard[0])["person"] == 3


def test_files_of_the_build_are_not_written_down(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "mbp_claims")
    ask(Visits(pong), "/assets/page-a1b2.js")
    assert [record.getMessage() for record in caplog.records] == ["Asked"]
