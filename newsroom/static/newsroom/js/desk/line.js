/* A <textarea data-line> holds one line of text on as many lines of the screen as it needs. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("textarea[data-line]").forEach((field) => {
    const grow = () => {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
    };
    field.addEventListener("input", grow);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) event.preventDefault();
    });
    new ResizeObserver(grow).observe(field.parentElement);
    document.fonts.ready.then(grow);
  });
});
