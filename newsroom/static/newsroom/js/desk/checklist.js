/* The checks before publishing, kept true to what stands in the form: [data-checklist] is the address that answers with
   the list for what is typed. Its links lead into the editor and the choices too, which stand in place of their fields. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const PAUSE = 800; // milliseconds without a change before the server is asked
  const panel = document.querySelector("[data-checklist]");
  const form = panel?.closest("form");
  if (!form) return;

  let timer;
  let asked;

  const typed = () => {
    const data = new FormData(form);
    Object.values(window.CKEDITOR?.instances ?? {}).forEach((editor) => {
      data.set(editor.element.getAttribute("name"), editor.getData());
    });
    return data;
  };

  const show = (html) => {
    const isOpen = panel.querySelector(".checklist__fine")?.open;
    const template = document.createElement("template");
    template.innerHTML = html;
    if (isOpen) template.content.querySelector(".checklist__fine")?.setAttribute("open", "");
    panel.replaceChildren(template.content);
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(panel.dataset.checklist, { method: "POST", body: typed(), signal: asked.signal });
      if (answer.ok && !answer.redirected) show(await answer.text());
    } catch {
      // Overtaken by a later change, or no network: the list stays as it is, and the next change asks again.
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  const reach = (field) => {
    const editor = window.CKEDITOR?.instances[field.id];
    const choice = field.parentElement?.querySelector(".select2-selection");
    const place = editor?.container.$ ?? choice ?? field;
    place.scrollIntoView({ block: "center" });
    (editor ?? choice ?? field).focus();
  };

  panel.addEventListener("click", (event) => {
    const field = document.getElementById(event.target.closest("a")?.hash.slice(1) ?? "");
    if (!field) return;
    event.preventDefault();
    reach(field);
  });
  form.addEventListener("input", later);
  window.django?.jQuery(form).on("change", later); // autocomplete tells jQuery only
  window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.on("change", later));
  if (form.querySelector(".errornote")) ask(); // refused: what was typed is not what was saved
});
