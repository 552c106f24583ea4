/* In [data-calendar] a [data-entry] can be dragged into another [data-slot]. The slot's name is how a time within it begins
   (2026-11-24, or 2026-11-24T08); the rest of the time stays, and the entry's own form is sent. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const calendar = document.querySelector("[data-calendar]");
  const entries = calendar?.querySelectorAll("[data-entry]") ?? [];
  if (!entries.length) return;

  let dragged = null;
  const slotOf = (event) => dragged && event.target.closest("[data-slot]");
  const mark = (slot) => {
    calendar.querySelector(".slot--target")?.classList.remove("slot--target");
    slot?.classList.add("slot--target");
  };

  for (const entry of entries) entry.draggable = true;
  document.querySelector("[data-calendar-hint]").hidden = false;

  calendar.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-entry]");
    event.dataTransfer.effectAllowed = "move";
  });
  calendar.addEventListener("dragover", (event) => {
    const slot = slotOf(event);
    if (slot) event.preventDefault();
    mark(slot);
  });
  calendar.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
  });
  calendar.addEventListener("drop", (event) => {
    const slot = slotOf(event);
    if (!slot) return;
    event.preventDefault();
    if (slot.contains(dragged)) return;
    const form = dragged.querySelector("form");
    const field = form.querySelector("input[type=datetime-local]");
    field.value = slot.dataset.slot + field.value.slice(slot.dataset.slot.length);
    form.requestSubmit();
  });
});
