// Loads a comfort module only where the page has a use for it. Every page works without any of them.
const needs = {
  form: "form[method=post]",
  password: "[data-password]",
  order: "[data-order]",
  copy: "[data-copy]",
  countdown: "[data-countdown]",
  focus: "[data-focus]",
  report: "[data-report]",
  live: "[data-live]",
};
for (const [name, selector] of Object.entries(needs)) {
  if (document.querySelector(selector)) import(`./${name}.js`);
}

// A menu closes with Escape, or when one presses elsewhere.
const menus = document.querySelectorAll("details.menu");
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});

// Paper cannot be pressed: what is folded is printed open, and folds again afterwards.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});

// An error summary takes the focus, so that it is read first.
document.querySelector("[data-summary]")?.focus();
