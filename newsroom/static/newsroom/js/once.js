/* A form in the element [data-once] is sent once, however often its buttons are pressed. */
"use strict";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-once]")) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = "yes";
});

/* Back again by the browser's history, it may be sent anew. */
window.addEventListener("pageshow", () => {
  document.querySelectorAll("[data-once] form[data-sent]").forEach((form) => delete form.dataset.sent);
});
