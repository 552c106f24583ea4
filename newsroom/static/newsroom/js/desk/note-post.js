/* Notes are sent without leaving the page, so that nothing unsaved in the story form is lost; the panel that comes back takes the
   place of the old one. What cannot be sent stays where it was typed. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("note-form");
  let sending = false;

  const say = (words) => {
    document.querySelector("[data-notes-status]").textContent = words;
  };

  const ask = async (button) => {
    const answer = await fetch(button.getAttribute("formaction") ?? form.action, {
      method: "POST",
      body: new FormData(form, button),
      headers: { "X-Requested-With": "fetch" },
    });
    const text = await answer.text();
    if (answer.status === 422) return { refusal: text };
    const panel = new DOMParser().parseFromString(text, "text/html").querySelector("[data-notes]");
    return panel ? { panel } : { refusal: document.querySelector("[data-notes]").dataset.failed };
  };

  const show = (panel, button) => {
    const cleared = button.dataset.clears?.split(" ") ?? [];
    document.querySelector("[data-notes]").replaceWith(panel);
    document.dispatchEvent(new CustomEvent("notes:shown", { detail: { cleared } }));
    document.getElementById("note-new").focus({ preventScroll: true });
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    say("");
    try {
      const { panel, refusal } = await ask(event.submitter);
      if (panel) show(panel, event.submitter);
      else say(refusal);
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure;
      say(document.querySelector("[data-notes]").dataset.failed); // no network
    } finally {
      sending = false;
    }
  });
});
