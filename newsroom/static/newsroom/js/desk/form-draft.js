/* A long form that is typed once outlives its page: the browser keeps what stands in it, second by second, and shows it at the
   next visit before it puts anything back. [data-draft] on the form names the store; [data-draft-found] is shown then, with
   [data-draft-words] for what was typed, and two buttons. */
"use strict";

(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;

  const EVERY = 1_000; // milliseconds
  const found = form.querySelector("[data-draft-found]");
  const editors = () => Object.values(window.CKEDITOR?.instances ?? {});
  const fields = [...form.elements].filter(({ name, type }) => name && type !== "hidden" && type !== "submit");
  let first = null; // what the page came with

  const store = (draft) => {
    try {
      if (draft) localStorage.setItem(form.dataset.draft, JSON.stringify(draft));
      else localStorage.removeItem(form.dataset.draft);
    } catch (error) {
      console.warn(error); // storage is full or forbidden
    }
  };

  const typed = () => {
    editors().forEach((editor) => editor.updateElement());
    return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  };

  const keep = (isSent = false) => {
    if (editors().some(({ status }) => status !== "ready")) return;
    const now = typed();
    first ??= now;
    if (JSON.stringify(now) !== JSON.stringify(first)) store({ typed: now, seen: form.elements.seen.value, isSent });
  };

  const putBack = (draft) => {
    fields.filter(({ name }) => name in draft).forEach((field) => {
      field.value = draft[field.name];
      window.CKEDITOR?.instances[field.id]?.setData(field.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  const begin = () => {
    form.addEventListener("submit", () => keep(true));
    setInterval(keep, EVERY);
  };

  const left = JSON.parse(localStorage.getItem(form.dataset.draft) ?? "null");
  const wasTaken = left?.isSent && left.seen !== form.elements.seen.value; // the story has a further version since
  if (!left || wasTaken || form.querySelector(".errornote, .errorlist")) {
    if (wasTaken) store(null);
    begin();
    return;
  }
  found.querySelector("[data-draft-words]").textContent = found.dataset.draftFound.split(" ").map((name) => left.typed[name])
    .filter(Boolean).join("\n\n");
  found.hidden = false;
  found.addEventListener("click", ({ target }) => {
    if (!target.dataset.draftTake) return;
    if (target.dataset.draftTake === "back") putBack(left.typed);
    else store(null);
    found.hidden = true;
    begin();
  });
})();
