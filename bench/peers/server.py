"""The peers' server: both React pages over HTTP, the floor over a socket. Its own environment and database."""

import os
from pathlib import Path

from fastapi import FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from practice import Practice, Refused
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

HERE = Path(__file__).parent
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
practice = Practice(os.environ["PEER_DATABASE"])
app = FastAPI()


@app.get("/api/claims")
def claims() -> list[dict[str, str]]:
    return practice.pending()


@app.post("/api/claims/{number}/not-billable")
def not_billable(number: str) -> dict[str, str]:
    try:
        return practice.put_away(number)
    except Refused as refused:
        raise HTTPException(409) from refused


@app.post("/api/claims/{number}/billable")
def billable(number: str) -> dict[str, str]:
    try:
        return practice.take_back(number)
    except Refused as refused:
        raise HTTPException(409) from refused


@app.websocket("/ws")
async def floor_socket(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            asked = await socket.receive_json()
            does = practice.put_away if asked["put_away"] else practice.take_back
            await socket.send_json(does(asked["number"]) | {"gone": asked["put_away"]})
    except WebSocketDisconnect:
        pass


@app.get("/floor/")
def floor() -> FileResponse:
    return FileResponse(HERE / "floor.html")


class Compressed(StaticFiles):
    """Built files, as small as the browser takes them; hashed names may be kept for ever."""

    def __init__(self, name: str) -> None:
        super().__init__(directory=HERE / f"dist-{name}")
        self.page = f"{name}.html"

    async def get_response(self, path: str, scope: Scope) -> Response:
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode()
        name = self.page if path == "." else path
        page = name.endswith(".html")
        for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
            file = Path(str(self.directory), f"{name}{suffix}")
            if encoding in accepted and file.exists():
                kind = "text/html" if page else "text/css" if name.endswith(".css") else "text/javascript"
                headers = {"Content-Encoding": encoding, "Vary": "Accept-Encoding", **({} if page else FOREVER)}
                return FileResponse(file, media_type=kind, headers=headers)
        return await super().get_response(path, scope)


for name in ("lean", "themes"):
    app.mount(f"/{name}", Compressed(name))
