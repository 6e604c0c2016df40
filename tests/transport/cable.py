"""A connection that breaks: passes bytes on to a port of this machine until so many have gone up."""

import contextlib
import socket
import threading


class Cable:
    """`port` is what to connect to. Cut after `cut_after` bytes towards the server; None is never."""

    def __init__(self, to_port: int, cut_after: int | None = None):
        self.cut_after = cut_after
        self.cuts = 0
        self._to_port = to_port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._to_port))
            threading.Thread(target=self._carry, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(far, near, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, up: bool) -> None:
        carried = 0
        with contextlib.suppress(OSError):
            while piece := source.recv(4096):
                carried += len(piece)
                if up and self.cut_after is not None and carried > self.cut_after:
                    self.cuts += 1
                    break
                target.sendall(piece)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
