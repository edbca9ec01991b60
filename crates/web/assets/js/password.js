// Shows or hides a password, and ticks the rules it meets while one types.
const PASSPHRASE = 14;
const rules = {
  length: (text) => [...text].length >= 8,
  upper: (text) => /\p{Lu}/u.test(text) || [...text].length >= PASSPHRASE,
  lower: (text) => /\p{Ll}/u.test(text) || [...text].length >= PASSPHRASE,
  digit: (text) => /[0-9]/.test(text) || [...text].length >= PASSPHRASE,
};

for (const box of document.querySelectorAll("[data-password]")) {
  const input = box.querySelector("input");
  const toggle = box.querySelector("[data-toggle]");
  const lines = [...box.querySelectorAll("[data-rule]")];
  const said = box.querySelector("[data-said]");

  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    toggle.setAttribute("aria-pressed", shown);
    input.focus();
  });
  // Never leave a password readable in the browser's memory of forms.
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });

  if (!said) continue;
  let waiting;
  input.addEventListener("input", () => {
    for (const line of lines) line.classList.toggle("met", rules[line.dataset.rule](input.value));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.textContent = said.dataset.said.replace(
        "%",
        lines.filter((line) => line.classList.contains("met")).length,
      );
    }, 700);
  });
}
