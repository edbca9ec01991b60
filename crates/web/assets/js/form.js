// A form is sent once, and one marked data-guard asks before what was typed is lost.
let dirty = false;

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    dirty = false;
    setTimeout(() => delete form.dataset.sent, 8000);
  });
  if ("guard" in form.dataset) {
    form.addEventListener("input", () => {
      dirty = true;
    });
  }
}

addEventListener("beforeunload", (event) => {
  if (dirty) event.preventDefault();
});

// Back in the browser's history, the form can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
