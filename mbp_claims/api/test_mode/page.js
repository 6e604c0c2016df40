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
// Read by assets/mbp.js on the pages of the program.
const recording = document.getElementById("recording");
recording.checked = localStorage.getItem("mbp-recording") === "on";
recording.addEventListener("change", () => localStorage.setItem("mbp-recording", recording.checked ? "on" : "off"));
document.documentElement.dataset.ready = "true";
