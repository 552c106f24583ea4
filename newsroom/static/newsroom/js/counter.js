/* Counts the words typed into every <textarea data-counter>, written under the field's label. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("textarea[data-counter]").forEach((field) => {
    const counter = document.createElement("output");
    counter.className = "counter";
    const count = () => {
      const words = field.value.trim().split(/\s+/).filter(Boolean).length;
      counter.value = field.dataset.counter.replace("%s", words);
    };
    field.labels[0].append(counter);
    field.addEventListener("input", count);
    count();
  });
});
