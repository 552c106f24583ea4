/* Beside a field for day and time, what was chosen in the paper's own writing: browsers write days in the order of their
   own language, and 03/11 is not 11/03. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const FIELDS = "input[type=datetime-local]";
  const two = (number) => String(number).padStart(2, "0");

  const written = (moment) => {
    const name = moment.toLocaleDateString(document.documentElement.lang, { weekday: "long" });
    const weekday = name[0] + name.slice(1).toLowerCase(); // Thứ hai, as the house writes it
    const date = [two(moment.getDate()), two(moment.getMonth() + 1), moment.getFullYear()].join("/");
    return `${weekday}, ${date} - ${two(moment.getHours())}:${two(moment.getMinutes())}`;
  };

  const tell = (field) => {
    const zone = field.nextElementSibling;
    if (!zone?.matches(".zone")) return;
    zone.dataset.zone ??= zone.textContent;
    zone.textContent = field.value ? `${written(new Date(field.value))}, ${zone.dataset.zone}` : zone.dataset.zone;
  };

  document.querySelectorAll(FIELDS).forEach(tell);
  document.addEventListener("input", ({ target }) => target.matches?.(FIELDS) && tell(target));
});
