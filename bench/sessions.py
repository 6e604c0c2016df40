"""Many open tabs without a browser: sockets that hold the page as a browser would, and what that costs the server."""

import asyncio
import json
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from bench.running import Server
from tests.sign_in import cookie_of

HYDRATE = "reflex___state____state.hydrate_and_load"
LOADED = '"is_hydrated_rx_state_":true'
AT_ONCE = 10
SECONDS_TO_SETTLE, SECONDS_TO_ANSWER = 2, 30


def memory(server: Server, path: str, count: int) -> dict[str, float]:
    """Bytes of the server with one tab open, and bytes for each further one. Empty where the system does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return {}
    return asyncio.run(_measure(server, path, count))


async def _measure(server: Server, path: str, count: int) -> dict[str, float]:
    first = await tab(server.port, path)
    await asyncio.sleep(SECONDS_TO_SETTLE)
    rest = resident(server.program.pid)
    tabs = [first]
    for _ in range(count // AT_ONCE):
        tabs += await asyncio.gather(*(tab(server.port, path) for _ in range(AT_ONCE)))
    await asyncio.sleep(SECONDS_TO_SETTLE)
    full = resident(server.program.pid)
    await asyncio.gather(*(tab.close() for tab in tabs))
    return {"at_rest": rest, "per_session": (full - rest) / (len(tabs) - 1)}


async def tab(port: int, path: str) -> ClientConnection:
    """A tab that has opened the page and has its rows."""
    address = f"ws://127.0.0.1:{port}/_event/?token={uuid4()}&EIO=4&transport=websocket"
    socket = await connect(address, max_size=None, additional_headers={"Cookie": cookie_of(port=port)})
    await socket.recv()
    boot = {"name": HYDRATE, "payload": {}, "router_data": {"pathname": path, "asPath": path}}
    await socket.send("40/_event," + json.dumps({"event": boot}))
    rows = False
    async with asyncio.timeout(SECONDS_TO_ANSWER):
        while True:
            text = str(await socket.recv())
            rows = rows or '"number":"C-' in text
            if LOADED in text:
                assert rows, "The page came without its rows."
                return socket


def resident(pid: int) -> int:
    """Bytes that a program and its children occupy, shared pages divided among those who share them (Linux)."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    mine = next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) * 1024
    children = " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    return mine + sum(resident(int(child)) for child in children.split())
