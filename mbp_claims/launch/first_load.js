// In the head of every page, before anything else. Without it all works, only later.
((pages, version) => {
  // React would take it for the first script of its own head.
  document.currentScript.remove();

  // The scripts of a page whose address has a part of its own: the one file behind all such addresses cannot name them.
  const found = pages.find(([address]) => new RegExp(address).test(location.pathname));
  for (const href of found?.[1] ?? []) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }

  // The socket: opened now, handed over when the app asks for the very same one.
  const Socket = window.WebSocket;
  if (document.visibilityState === "hidden" || !window.crypto?.randomUUID) return;
  const token = sessionStorage.getItem("token") ?? crypto.randomUUID();
  sessionStorage.setItem("token", token);
  const address = `${location.origin.replace("http", "ws")}/_event/?token=${token}&EIO=4&transport=websocket`;
  let early = new Socket(address, [version]);
  const kinds = ["open", "message", "error", "close"];
  const heard = [];
  const hear = (event) => heard.push(event);
  kinds.forEach((kind) => early.addEventListener(kind, hear));

  const handOver = (socket) => {
    queueMicrotask(() => {
      kinds.forEach((kind) => socket.removeEventListener(kind, hear));
      heard.forEach((event) => socket[`on${event.type}`]?.(event));
    });
    return socket;
  };
  window.WebSocket = new Proxy(Socket, {
    construct(_, [url, ...protocols]) {
      const socket = early;
      early = null;
      if (socket && String(url) === address && socket.readyState <= Socket.OPEN) return handOver(socket);
      socket?.close();
      return new Socket(url, ...protocols);
    },
  });
})
