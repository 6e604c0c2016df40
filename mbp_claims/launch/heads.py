"""HTTP as uvicorn reads it, but for two things: it takes in the head of a request however long it is, and waits for the
rest of a request however long it does not come."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 64 * 1024
"""Bytes of a request before its body: the address and all headers, cookies among them."""

PATIENCE = 60.0
"""Seconds: for all of a head, and between two parts of a body. nginx has as many."""

END = b"\r\n\r\n"

TOO_LONG = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
    b"content-length: 18\r\nconnection: close\r\n\r\nThat is too large."
)


class Heads(HttpToolsProtocol):
    """Closes the connection as soon as a head has become too long, or what was begun does not go on."""

    read_of_head = 0
    in_head = True
    last = b""
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_longer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.in_head:
            # The rest of what was read at once may be a body already.
            end = (self.last + data).find(END)
            self.read_of_head += len(data) if end < 0 else end
            self.last = data[-len(END) + 1 :]
            if self.read_of_head > LARGEST_HEAD:
                if not self.transport.is_closing():
                    self.transport.write(TOO_LONG)
                    self.transport.close()
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.in_head = True
        if not self._timer:
            self._wait()

    def on_headers_complete(self) -> None:
        self.in_head, self.read_of_head, self.last = False, 0, b""
        super().on_headers_complete()
        self._wait()

    def on_body(self, body: bytes) -> None:
        super().on_body(body)
        self._wait()

    def on_message_complete(self) -> None:
        self._wait_no_longer()
        super().on_message_complete()

    def _wait(self) -> None:
        self._wait_no_longer()
        self._timer = self.loop.call_later(PATIENCE, self._give_up)

    def _wait_no_longer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        if self.flow.read_paused:
            # It is we who are slow.
            self._wait()
        else:
            self.transport.close()
