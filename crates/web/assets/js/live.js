// Follows a class while it works: the server sends the room again when something changed. Seats that did not stay as they
// are, so that nobody loses their place.
const box = document.querySelector("[data-live]");
const state = box.querySelector("[data-state]");
const said = box.querySelector("[data-said]");
const refresh = box.querySelector("a.btn");
let source;

const tell = (text, live) => {
  state.textContent = text;
  state.toggleAttribute("data-lively", live);
  refresh.hidden = live;
};
const change = (old, next) => {
  const seats = new Map([...old.children].map((seat) => [seat.id, seat]));
  const kept = (seat) => [seats.get(seat.id)].find((old) => old?.isEqualNode(seat)) ?? seat;
  const wanted = [...next.children].map(kept);
  const same = wanted.length === old.children.length && wanted.every((seat, n) => seat.id === old.children[n].id);
  if (!same) return old.replaceChildren(...wanted);
  for (const [n, seat] of wanted.entries()) {
    if (seat !== old.children[n]) old.children[n].replaceWith(seat);
  }
};
const show = ({ data }) => {
  const page = document.createElement("template");
  page.innerHTML = data;
  const [old, next] = [box.querySelector("#room"), page.content.firstElementChild];
  const focus = document.activeElement?.id;
  const [before, now] = [old, next].map((room) => room.querySelector(".room"));
  change(before, now);
  now.replaceWith(before);
  old.replaceWith(next);
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  if (old.dataset.say !== next.dataset.say) said.textContent = next.dataset.say;
};
const open = () => {
  source = new EventSource(box.dataset.live);
  source.onopen = () => tell(box.dataset.on, true);
  source.onmessage = show;
  source.onerror = () => {
    const over = source.readyState === 2;
    tell(over ? box.dataset.off : box.dataset.wait, false);
  };
};

// Where nobody looks, nothing is asked.
const look = () => {
  source?.close();
  if (!document.hidden) open();
};
document.addEventListener("visibilitychange", look);
look();
