"""The page of test mode: every endpoint with what it takes, to try out. All of it comes from this server."""

import json
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from mbp_claims import routes
from mbp_claims.api.answers import PRIVATE
from mbp_claims.api.test_mode.document import ABOUT, openapi
from mbp_claims.api.test_mode.endpoints import ENDPOINTS, Endpoint

SCRIPT = "page.js"


async def page(_request: Request) -> Response:
    return HTMLResponse(_html(), headers=PRIVATE)


async def script(_request: Request) -> Response:
    return Response(_beside(SCRIPT), media_type="text/javascript", headers=PRIVATE)


@cache
def _html() -> str:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test mode, MBP Claims</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/tokens.css">
<style>{_beside('page.css')}</style><script src="{routes.TEST_MODE}/{SCRIPT}" defer></script>
</head>
<body><main>
<h1>Test mode</h1>
<p>{_words(ABOUT)}</p>
<p><a href="{routes.TEST_MODE}/openapi.json">The OpenAPI document</a></p>
<p><label><input type="checkbox" id="recording"> For a recording: by role and name, without test ids</label></p>
{"".join(map(_endpoint, ENDPOINTS))}
</main></body></html>"""


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text()


def _endpoint(one: Endpoint) -> str:
    address, called = f"{routes.TEST_MODE}/{one.name}", f"{one.method.lower()}-{one.name}"
    rows = "".join(_rows(one.takes.__name__))
    takes = f"<table><caption>What it takes</caption>{_HEAD}<tbody>{rows}</tbody></table>" if rows else ""
    return f"""<section aria-labelledby="{called}">
<h2 id="{called}"><code>{one.method} {address}</code></h2>
<p>{_words(one.about)}</p>{takes}
<form data-method="{one.method}" data-address="{address}">{_written(one, called)}
<button type="submit">Send {called}</button></form>
<pre role="status" aria-label="Answer of {called}" tabindex="0"></pre>
</section>"""


def _written(one: Endpoint, called: str) -> str:
    """What is sent, to be changed before; with GET it is few words."""
    if one.method == "GET":
        names = openapi()["components"]["schemas"][one.takes.__name__].get("properties", {})
        return "".join(f'<label>{name} <input name="{name}" placeholder="main"></label>' for name in names)
    text = json.dumps(one.example, indent=2, ensure_ascii=False)
    rows = text.count("\n") + 1
    named = f"{called}-body"
    return f'<label for="{named}">Body</label><textarea id="{named}" rows="{rows}">{escape(text)}</textarea>'


def _rows(model: str, before: str = "") -> Iterator[str]:
    """A field each; those of what is listed in it follow."""
    for name, field in openapi()["components"]["schemas"][model].get("properties", {}).items():
        inner = str(field.get("items", {}).get("$ref", "")).rpartition("/")[2]
        default = "" if field.get("default") in (None, "") else json.dumps(field["default"])
        told = (f"<code>{escape(before + name)}</code>", escape(_kind(field)), escape(default),
                _words(field.get("description", "")))  # fmt: skip
        yield f"<tr>{''.join(f'<td>{one}</td>' for one in told)}</tr>"
        if inner:
            yield from _rows(inner, f"{before}{name}[].")


def _kind(field: dict[str, Any]) -> str:
    if "enum" in field:
        return ", ".join(map(str, field["enum"]))
    kinds = [one.get("format") or one.get("type", "") for one in field.get("anyOf", [field])]
    return next((kind for kind in kinds if kind != "null"), "")


def _words(text: str) -> str:
    """Text in which `code` is marked."""
    return "".join(f"<code>{part}</code>" if odd % 2 else part for odd, part in enumerate(escape(text).split("`")))


_HEAD = (
    '<thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Left out, it is</th>'
    '<th scope="col">About</th></tr></thead>'
)
