/* Fields for a file in the desk's own words: a button over the browser's, which speaks the browser's language, and beside
   it the name of what was chosen. The words stand on the script: data-choose, data-none. */
"use strict";

(() => {
  const { choose, none } = document.currentScript.dataset;

  const dress = (field) => {
    const button = Object.assign(document.createElement("label"), { className: "button", htmlFor: field.id, textContent: choose });
    const name = document.createElement("span");
    const dressed = Object.assign(document.createElement("span"), { className: "file" });
    const say = () => {
      name.textContent = [...field.files].map((file) => file.name).join(", ") || none;
      dressed.toggleAttribute("data-empty", !field.files.length);
    };
    field.classList.add("file__field");
    dressed.append(button, name);
    field.after(dressed);
    field.addEventListener("change", say);
    say();
  };

  // A row not yet added has no number, and so its field no name that a label could call.
  const dressAll = (place) => {
    const fields = [...place.querySelectorAll('input[type="file"]:not(.file__field)')];
    fields.filter((field) => !field.closest(".empty-form")).forEach(dress);
  };

  document.addEventListener("DOMContentLoaded", () => dressAll(document));
  document.addEventListener("formset:added", ({ target }) => dressAll(target));
})();
