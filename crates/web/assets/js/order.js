// Orders lines by buttons or dragging; the plain form's ranks keep the answer.
for (const list of document.querySelectorAll("[data-order]")) {
  const said = document.getElementById(list.dataset.order);
  const lines = () => [...list.children];

  const settle = () => {
    lines().forEach((line, index, all) => {
      line.querySelector("select").value = String(index + 1);
      line.querySelector("[data-up]").setAttribute("aria-disabled", index === 0);
      line.querySelector("[data-down]").setAttribute("aria-disabled", index === all.length - 1);
    });
  };
  const tell = (line) => {
    settle();
    list.dispatchEvent(new Event("input", { bubbles: true }));
    said.textContent = `${line.querySelector("[data-text]").textContent}, ${lines().indexOf(line) + 1}`;
  };

  for (const line of lines().sort((a, b) => a.querySelector("select").value - b.querySelector("select").value)) {
    list.append(line);
    line.querySelector("[data-rank]").hidden = true;
    line.querySelector("[data-moves]").hidden = false;
    line.draggable = true;
    line.addEventListener("click", (event) => {
      const button = event.target.closest("[data-up], [data-down]");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      if ("up" in button.dataset) line.previousElementSibling.before(line);
      else line.nextElementSibling.after(line);
      button.focus();
      tell(line);
    });
    line.addEventListener("dragstart", () => line.classList.add("order__held"));
    line.addEventListener("dragend", () => {
      line.classList.remove("order__held");
      tell(line);
    });
  }
  list.addEventListener("dragover", (event) => {
    const held = list.querySelector(".order__held");
    const over = event.target.closest("[data-order] > *");
    if (!held || !over) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (held !== over) over[event.clientY > box.top + box.height / 2 ? "after" : "before"](held);
  });
  list.classList.add("order--live");
  settle();
}
