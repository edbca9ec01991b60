// Counts the time of a question down. It only shows: the server keeps the time, and nothing is sent at the end.
for (const box of document.querySelectorAll("[data-countdown]")) {
  const end = Date.now() + box.dataset.countdown * 1000;
  const clock = box.querySelector("[data-clock]");
  const gauge = box.querySelector("progress");
  const said = box.querySelector("[data-said]");
  let last = Number(box.dataset.countdown);

  box.querySelector("[data-static]").hidden = true;
  box.querySelector("[data-live]").hidden = false;

  const show = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    gauge.value = left;
    // A screen reader hears of the time three times and at the end, not each second.
    const passed = [10, 30, 60].find((mark) => left <= mark && last > mark);
    if (passed && left > 0) said.textContent = box.getAttribute(`data-${passed}`);
    last = left;
    if (left > 0) return;
    clearInterval(ticking);
    box.classList.add("countdown--over");
    box.querySelector("[data-live]").textContent = box.dataset.over;
    said.textContent = box.dataset.over;
  };
  const ticking = setInterval(show, 250);
  show();
}
