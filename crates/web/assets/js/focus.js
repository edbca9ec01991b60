// Watches a question that asks to stay: whoever leaves the window sees it dimmed, and the server is told once.
const PARDON = 1000;
const form = document.querySelector("[data-focus]");
const question = document.querySelector(".question");
let known = "known" in form.dataset;
let going = false;
let waiting;

const tell = () => {
  if (known) return;
  known = true;
  form.querySelector("[data-told]").hidden = false;
  // The page may be hidden or closed meanwhile: the request outlives it.
  fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", keepalive: true });
};
const leave = () => {
  if (going) return;
  question.classList.add("question--dimmed");
  // A window that comes back at once was not left: a dialog of the browser, a slip of the hand.
  waiting ??= setTimeout(tell, PARDON);
};
const come = () => {
  if (document.hidden) return;
  question.classList.remove("question--dimmed");
  clearTimeout(waiting);
  waiting = undefined;
};

// Going on to another page of ours is not leaving.
addEventListener("pagehide", () => {
  going = true;
  clearTimeout(waiting);
});
addEventListener("pageshow", () => {
  going = false;
});
addEventListener("blur", leave);
addEventListener("focus", come);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : come()));
