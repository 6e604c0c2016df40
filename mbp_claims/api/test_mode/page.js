// What stands in a form is sent to its endpoint, and what comes back is shown below it.
for (const form of document.querySelectorAll("form[data-address]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const shown = form.parentElement.querySelector("pre");
    const { address, method } = form.dataset;
    const body = form.querySelector("textarea")?.value;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const answer = await fetch(method === "GET" ? `${address}?${query}` : address, { method, body });
    shown.textContent = `${answer.status}\n${JSON.stringify(await answer.json(), null, 2)}`;
  });
}
document.documentElement.dataset.ready = "true";
