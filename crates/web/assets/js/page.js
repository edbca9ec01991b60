// Loads a comfort module only where the page has a use for it. Every page works without any of them.
const needs = {
  form: "form[method=post]",
  password: "[data-password]",
  order: "[data-order]",
  copy: "[data-copy]",
  countdown: "[data-countdown]",
  focus: "[data-focus]",
  report: "[data-report]",
};
for (const [name, selector] of Object.entries(needs)) {
  if (document.querySelector(selector)) import(`./${name}.js`);
}

// The narrow menu closes with Escape, or when one presses elsewhere.
const menu = document.querySelector("details.menu");
if (menu) {
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// An error summary takes the focus, so that it is read first.
document.querySelector("[data-summary]")?.focus();
