// In the head of every page, before anything else. Without it all works, only later.
((pages, boot, version) => {
  // React would take it for the first script of its own head.
  document.currentScript.remove();

  // The theme that was chosen, before anything is drawn. The app says the same once it is there.
  const chosen = localStorage.getItem("theme");
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const theme = chosen === "dark" || chosen === "light" ? chosen : system();
  document.documentElement.classList.add(theme);
  document.documentElement.style.colorScheme = theme;

  // The one file behind all addresses that have a part of their own cannot name its scripts, nor know that part.
  const at = location.pathname;
  const [, scripts = [], parts = pages ? null : {}] =
    pages?.map(([address, scripts]) => [address, scripts, at.match(address)?.groups]).find((page) => page[2]) ?? [];
  for (const href of scripts) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }

  if (document.visibilityState === "hidden" || !window.crypto?.randomUUID) return;
  const token = sessionStorage.getItem("token") ?? crypto.randomUUID();
  sessionStorage.setItem("token", token);
  const address = `${location.origin.replace("http", "ws")}/_event/?token=${token}&EIO=4&transport=websocket`;

  // What the app will say first, once it is there: on a page that we know it can be said now.
  const { search, hash } = location;
  const query = { ...Object.fromEntries(new URLSearchParams(search)) };
  for (const name in parts) query[name] = decodeURIComponent(parts[name]);
  const router_data = { pathname: at, asPath: at + search + hash, ...(Object.keys(query).length && { query }) };
  const event = { name: boot.event, payload: { hashes: boot.hashes }, router_data };
  const hello = parts && `40/_event,${JSON.stringify({ event, state_schema: boot.schema })}`;

  // The socket: opened now, handed over when the app asks for the very same one. It hears what had come by then, but
  // the answers to `hello` only when it has said that too; should it say something else, it is as if nothing was said.
  const Socket = window.WebSocket;
  const HANDSHAKE = 2;
  let socket, heard, passing;
  const pass = (count) => {
    for (passing = count; heard.length && passing > 0; passing--) hand(heard.shift());
  };
  const hand = (event) => early[`on${event.type}`]?.(event);
  const open = (first, before) => {
    const opened = (socket = new Socket(address, [version]));
    heard = [];
    let skipped = 0;
    for (const kind of ["open", "message", "error", "close"]) {
      opened.addEventListener(kind, (event) => {
        if (kind === "open" && first) opened.send(first);
        if (opened !== socket || skipped++ < before) return;
        if (passing > 0) (passing--, hand(event));
        else heard.push(event);
      });
    }
  };
  const early = {
    get readyState() {
      return socket.readyState;
    },
    send(words) {
      if (passing === Infinity) return socket.send(words);
      if (words !== hello) {
        socket.close();
        open(words, HANDSHAKE);
      }
      pass(Infinity);
    },
    close: () => socket.close(),
  };
  open(hello, 0);
  let asked = false;
  window.WebSocket = new Proxy(Socket, {
    construct(_, [url, ...protocols]) {
      const same = !asked && String(url) === address && socket.readyState <= Socket.OPEN;
      if (!asked && !same) socket.close();
      asked = true;
      if (!same) return new Socket(url, ...protocols);
      queueMicrotask(() => pass(hello ? HANDSHAKE : Infinity));
      return early;
    },
  });
})
