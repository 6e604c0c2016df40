"""HTTP as uvicorn reads it, but for one thing: its parser takes in the head of a request however long it is."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 64 * 1024
"""Bytes of a request before its body: the address and all headers, cookies among them."""

END = b"\r\n\r\n"

TOO_LONG = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
    b"content-length: 18\r\nconnection: close\r\n\r\nThat is too large."
)


class Heads(HttpToolsProtocol):
    """Closes the connection as soon as a head has become too long."""

    read_of_head = 0
    in_head = True
    last = b""

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

    def on_headers_complete(self) -> None:
        self.in_head, self.read_of_head, self.last = False, 0, b""
        super().on_headers_complete()
