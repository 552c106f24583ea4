/* Shows at each cell of the day sheet what the desk says of it: [data-warning] names the field it stands beside. A row that
   looks odd asks whether it is right. What the desk says comes with every answer of sheet-keep.js; an error that the page
   came with is not said a second time. */
"use strict";

document.querySelector("form.day-sheet")?.addEventListener("sheet:answer", ({ currentTarget: form, detail }) => {
  form.classList.add("is-watched");
  form.querySelectorAll("[data-warning]").forEach((sign) => {
    const found = detail.warnings[sign.dataset.warning];
    const field = form.elements[sign.dataset.warning];
    sign.hidden = !found;
    sign.dataset.level = found?.level ?? "";
    if (sign.textContent !== (found?.said ?? "")) sign.textContent = found?.said ?? "";
    field.toggleAttribute("data-doubtful", Boolean(found));
    if (found) field.setAttribute("aria-describedby", sign.id);
    else field.removeAttribute("aria-describedby");
    const errors = sign.parentElement.querySelectorAll(".errorlist");
    [...errors].filter(({ innerText }) => innerText.trim() === found?.said).forEach((list) => list.remove());
  });
  form.querySelectorAll(".sheet tbody tr").forEach((row) => {
    row.classList.toggle("is-odd", Boolean(row.querySelector("[data-level=odd]")));
  });
});
