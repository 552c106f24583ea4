/* Of a poll's form shows what its kind asks for: how many may be ticked, what the ends of a scale mean, the choices.
   Attached to the field of the kind; without it everything is shown. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const kind = document.querySelector("#id_kind");
  if (!kind) return;
  const shown = { max_choices: ["several"], low_label: ["scale"], high_label: ["scale"] };
  const choices = document.querySelector("#choices-group");

  const follow = () => {
    for (const [name, kinds] of Object.entries(shown)) {
      const row = document.querySelector(`.form-row.field-${name}`);
      if (row) row.hidden = !kinds.includes(kind.value);
    }
    if (choices) choices.hidden = kind.value === "scale";
  };
  kind.addEventListener("change", follow);
  follow();
});
