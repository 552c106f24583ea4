/* Asks before a form with [data-unsaved] in it is left with something typed and not saved. A form that came back refused,
   or with what had been typed earlier, counts as unsaved from the start. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const sign = document.querySelector("[data-unsaved]");
  const form = sign?.closest("form");
  if (!form) return;

  const refused = Boolean(form.querySelector(".errornote, [data-restored]"));
  const values = () => {
    const data = new FormData(form);
    ["csrfmiddlewaretoken", "form_serial"].forEach((name) => data.delete(name)); // scripts write these, not people
    return new URLSearchParams(data).toString();
  };
  const editors = () => Object.values(window.CKEDITOR?.instances ?? {});
  let leaving = false;
  let saved = values();

  const isUnsaved = () => refused || values() !== saved || editors().some((editor) => editor.checkDirty());
  const show = () => {
    sign.hidden = !isUnsaved();
  };

  form.addEventListener("input", show);
  window.django?.jQuery(form).on("change", show); // autocomplete tells jQuery only
  window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.on("change", show));
  form.addEventListener("submit", () => {
    leaving = true;
  });
  /* Widgets have put themselves in order by now; and back again by the browser's history, one may stay. */
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (!event.persisted) saved = values();
    show();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && isUnsaved()) event.preventDefault();
  });
});
