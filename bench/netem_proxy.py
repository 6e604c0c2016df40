"""A slow network in user space: one port of this machine to another, with a round trip time and a bandwidth.

Chromium's own throttle does not slow websockets, so a page that uses one looks faster than it is. This delays every
byte alike: a round trip for the connection, half of one each way for what follows, TCP's slow start (ten segments,
then twice as many), and one bandwidth shared by all connections. No TLS, no loss, no HTTP/2.

    python -m bench.netem_proxy LISTEN TARGET ROUND_TRIP_MS MBIT      0 0 passes everything through

Each line it reads on its standard input is answered with what it has carried so far, as JSON.
"""

import asyncio
import json
import socket
import sys

SEGMENT = 1460
FIRST_WINDOW = 10 * SEGMENT
LARGEST_WINDOW = 4_000_000


class Network:
    """What all connections share: the delay, the bandwidth of each direction, and what was carried."""

    def __init__(self, target: int, round_trip_ms: float, mbit: float) -> None:
        self.target = target
        self.round_trip = round_trip_ms / 1000
        self.bytes_per_second = mbit * 1e6 / 8
        self.carried = {"connections": 0, "up": 0, "down": 0}
        self.busy_until = {"up": 0.0, "down": 0.0}

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.carried["connections"] += 1
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.sleep(self.round_trip)
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        there, back = Direction(self, "up", far_writer), Direction(self, "down", writer)
        await asyncio.gather(there.carry(reader), back.carry(far_reader))

    def arrival(self, direction: str, size: int) -> float:
        """When the last byte has left the sender, in the loop's time; the line is busy until then."""
        now = asyncio.get_running_loop().time()
        seconds = size / self.bytes_per_second if self.bytes_per_second else 0
        self.busy_until[direction] = max(now, self.busy_until[direction]) + seconds
        return self.busy_until[direction]


class Direction:
    """One way of one connection."""

    def __init__(self, network: Network, name: str, writer: asyncio.StreamWriter) -> None:
        self.network, self.name, self.writer = network, name, writer
        self.in_flight, self.window = 0, FIRST_WINDOW
        self.acknowledged = asyncio.Event()
        self.travelling: asyncio.Queue[tuple[float, bytes] | None] = asyncio.Queue()

    async def carry(self, reader: asyncio.StreamReader) -> None:
        delivering = asyncio.create_task(self._deliver())
        try:
            while part := await reader.read(FIRST_WINDOW):
                self.network.carried[self.name] += len(part)
                await self._send(part)
        except ConnectionError:
            pass
        self.travelling.put_nowait(None)
        await delivering

    async def _send(self, part: bytes) -> None:
        while self.in_flight and self.in_flight + len(part) > self.window:
            self.acknowledged.clear()
            await self.acknowledged.wait()
        loop, trip = asyncio.get_running_loop(), self.network.round_trip
        sent = self.network.arrival(self.name, len(part))
        self.in_flight += len(part)
        self.travelling.put_nowait((sent + trip / 2, part))
        loop.call_at(sent + trip, self._acknowledge, len(part))

    def _acknowledge(self, size: int) -> None:
        self.in_flight -= size
        self.window = min(self.window + size, LARGEST_WINDOW)
        self.acknowledged.set()

    async def _deliver(self) -> None:
        loop = asyncio.get_running_loop()
        while (part := await self.travelling.get()) is not None:
            due, content = part
            await asyncio.sleep(max(0.0, due - loop.time()))
            try:
                self.writer.write(content)
                await self.writer.drain()
            except ConnectionError:
                return
        self.writer.close()


async def serve(listen: int, target: int, round_trip_ms: float, mbit: float) -> None:
    """Until it is stopped, or its standard input ends."""
    network = Network(target, round_trip_ms, mbit)
    server = await asyncio.start_server(network.connect, "127.0.0.1", listen)
    print(json.dumps(network.carried), flush=True)
    questions = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(questions), sys.stdin)
    async with server:
        while await questions.readline():
            print(json.dumps(network.carried), flush=True)


if __name__ == "__main__":
    listen, target, round_trip_ms, mbit = sys.argv[1:]
    asyncio.run(serve(int(listen), int(target), float(round_trip_ms), float(mbit)))
