// Sends a problem report in the background: what was typed as an answer stays. Refused, the form goes its plain way.
for (const form of document.querySelectorAll("[data-report]")) {
  const said = form.querySelector("[data-said]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const sent = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    }).catch(() => null);
    delete form.dataset.sending;
    delete form.dataset.sent;
    if (sent?.type !== "opaqueredirect") return form.submit();
    form.reset();
    said.hidden = false;
    said.focus();
  });
}
