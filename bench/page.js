// In the page, before its own scripts: clicks as a hand does, and times what the page makes of it. Every stack has the
// same test ids: claim-row-, claim-actions-, claim-not-billable-, claim-file- and the claim's number.
window.bench = (() => {
  const by = (id) => document.querySelector(`[data-testid="${id}"]`);
  const rowOf = (number) => by(`claim-row-${number}`);
  const numbers = () => [...document.querySelectorAll("[data-testid^=claim-actions-]")].map((b) => b.dataset.testid.slice(14));
  const undo = (number) =>
    [...document.querySelectorAll("button")].find((b) => b.textContent === "Undo" && b.parentElement.textContent.includes(number));

  /** Resolves with the milliseconds until `done()` is something, looked at after each change of the page. */
  const until = (done, act = () => {}, patience = 20000) =>
    new Promise((answer, fail) => {
      const began = performance.now();
      const watcher = new MutationObserver(look);
      const late = setTimeout(() => (watcher.disconnect(), fail(new Error(`No answer: ${done}`))), patience);
      function look() {
        if (!done()) return;
        clearTimeout(late);
        watcher.disconnect();
        answer(performance.now() - began);
      }
      watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      act();
      look();
    });

  const press = (el) => {
    const pointer = { bubbles: true, cancelable: true, button: 0, pointerType: "mouse" };
    el.dispatchEvent(new PointerEvent("pointerdown", pointer));
    el.dispatchEvent(new PointerEvent("pointerup", pointer));
    el.click();
  };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  // What a page still does by itself after an answer, such as moving the focus, a hand does not notice.
  const A_BREATH = 150, A_LONGER_ONE = 400;
  const item = (number) => by(`claim-not-billable-${number}`);
  const openMenu = (number) => until(() => item(number), () => press(by(`claim-actions-${number}`)));

  /** Mark as not billable: from the click on the item until the row is gone. */
  async function putAway(number) {
    const menu = await openMenu(number);
    await pause(A_BREATH);
    // A page that was still moving the focus has closed the menu again, as it would under a hand.
    if (!item(number)) await openMenu(number);
    const away = await until(() => !rowOf(number), () => item(number).click());
    await until(() => undo(number));
    return { menu, away };
  }

  /** Undo: until the row is back. */
  const takeBack = async (number) => ({ back: await until(() => rowOf(number), () => undo(number).click()) });

  async function act(number) {
    const away = await putAway(number);
    await pause(A_BREATH);
    const back = await takeBack(number);
    await pause(A_LONGER_ONE);
    return { ...away, ...back };
  }

  async function actions(count) {
    const names = numbers();
    const times = [];
    for (let k = 0; k < count; k++) times.push(await act(names[(k * 7) % names.length]));
    return times;
  }

  /** From the start of the page until a click on the first row, made as soon as there is one, was answered. */
  async function firstAnswer() {
    await until(() => numbers().length);
    const rows = performance.now();
    const [number] = numbers();
    await openMenu(number);
    await until(() => !rowOf(number), () => item(number).click());
    const answered = performance.now();
    await until(() => undo(number));
    await pause(A_BREATH);
    await until(() => rowOf(number), () => undo(number).click());
    await pause(A_LONGER_ONE);
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { rows, answered, paint: paint?.startTime ?? null };
  }

  // What sockets and fetch carry: how often the page asked, and how often it was answered.
  const carried = { asked: 0, answered: 0 };
  const { WebSocket } = window, { send } = WebSocket.prototype;
  // Counted before the page itself hears of it: what it then does is done at once.
  const counted = (socket) => (socket.addEventListener("message", () => carried.answered++), socket);
  window.WebSocket = new Proxy(WebSocket, { construct: (_, words) => counted(new WebSocket(...words)) });
  WebSocket.prototype.send = function (message) {
    carried.asked++;
    return send.call(this, message);
  };
  const { fetch } = window;
  window.fetch = (...asked) => (carried.asked++, fetch(...asked).finally(() => carried.answered++));
  const during = async (doing) => {
    const before = { ...carried };
    const ms = await doing();
    return { ms, asked: carried.asked - before.asked, answered: carried.answered - before.answered };
  };

  /** Opens Actions, then File Claim: until the dialog is shown, and until what it shows has come from the server. */
  async function form(number) {
    const menu = await during(() => openMenu(number));
    await pause(A_BREATH);
    const choose = () => by(`claim-file-${number}`).click();
    const content = during(() => until(() => document.querySelector("dialog[open]:not([data-waiting])"), choose));
    const opened = await during(() => until(() => document.querySelector("dialog[open]")));
    return { menu, opened, content: await content };
  }

  return { numbers, actions, putAway, takeBack, firstAnswer, form };
})();
