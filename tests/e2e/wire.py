"""What goes over the websocket, and a way to hold it back."""

from playwright.sync_api import Page, WebSocket, WebSocketRoute

HEARTBEATS = ("2", "3")
NOBODY_LISTENS = "/nobody-listens"
CUTTABLE = f"""(() => {{
    const nowhere = location.origin.replace("http", "ws") + "{NOBODY_LISTENS}";
    const opened = new Set();
    window.WebSocket = class extends WebSocket {{
        constructor(address, protocols) {{
            super(window.lineIsCut ? nowhere : address, protocols);
            opened.add(this);
        }}
    }};
    window.cutLine = () => {{
        window.lineIsCut = true;
        opened.forEach((socket) => socket.close());
    }};
}})()"""


class Wire:
    """Listens from the moment it is made; make it before the page is opened. Sizes in bytes of text."""

    def __init__(self, page: Page) -> None:
        self.sent: list[str] = []
        self.received: list[str] = []
        page.on("websocket", self._listen)

    def start(self) -> None:
        """Counts from here."""
        self.sent.clear()
        self.received.clear()

    @property
    def bytes_received(self) -> int:
        return sum(len(frame.encode()) for frame in self.received)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self._keep(frame, self.sent))
        socket.on("framereceived", lambda frame: self._keep(frame, self.received))

    @staticmethod
    def _keep(frame: str | bytes, kept: list[str]) -> None:
        text = frame if isinstance(frame, str) else frame.decode("latin-1")
        if text not in HEARTBEATS:
            kept.append(text)


class Gatekeeper:
    """Stands between the page and the server; while it is shut, nothing that the page says arrives."""

    def __init__(self, page: Page) -> None:
        self.shut = False
        self.held: list[str | bytes] = []
        page.route_web_socket("**/_event**", self._stand_between)

    def open(self) -> None:
        """Lets through what was held, and everything from now on."""
        self.shut = False
        for message in self.held:
            self.server.send(message)
        self.held.clear()

    def _stand_between(self, socket: WebSocketRoute) -> None:
        self.server = socket.connect_to_server()
        socket.on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self.shut and message not in HEARTBEATS:
            self.held.append(message)
        else:
            self.server.send(message)


class Line:
    """The line between the page and the server, which can be cut; make it before the page is opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(CUTTABLE)

    def cut(self) -> None:
        """What is open closes, and nothing new comes about until `mend`."""
        self.page.evaluate("cutLine()")

    def mend(self) -> None:
        self.page.evaluate("window.lineIsCut = false")
