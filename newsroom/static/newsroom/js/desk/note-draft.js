/* A note that is being typed outlives whatever happens to the page around it: the story is saved, another note is sent, the page
   is loaded again. Kept by the browser for this tab only, until it is sent. Before the scripts that show what stands in the fields. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const key = document.querySelector("[data-notes]").dataset.draft;
  const kept = () => JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const fields = () => document.querySelectorAll('[data-notes] [form="note-form"]:is(textarea, input)');

  const keep = (drafts) => sessionStorage.setItem(key, JSON.stringify(drafts));

  const restore = () => {
    const drafts = kept();
    fields().forEach((field) => {
      if (!drafts[field.name]) return;
      field.value = drafts[field.name];
      const folded = field.closest("details");
      if (folded) folded.open = true;
    });
  };

  document.addEventListener("input", ({ target }) => {
    if (target.matches?.('[data-notes] [form="note-form"]')) keep({ ...kept(), [target.name]: target.value });
  });
  document.addEventListener("notes:shown", ({ detail }) => {
    keep(Object.fromEntries(Object.entries(kept()).filter(([name]) => !detail.cleared.includes(name))));
    restore();
  });
  restore();
});
