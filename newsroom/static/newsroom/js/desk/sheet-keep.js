/* Keeps the day sheet while one types: at once in the browser's own storage, and shortly after the last key at the desk,
   where everybody else who has the sheet open finds it. What they typed meanwhile appears here, except in the cell with the
   cursor. Each answer is told on as "sheet:answer". [data-sheet-keep] holds the address, the name of the store, the words. */
"use strict";

(() => {
  const sign = document.querySelector("[data-sheet-keep]");
  const form = sign?.closest("form");
  if (!form) return;

  const REST = 350;
  const BEAT = 25_000;
  const words = sign.dataset;
  const presence = form.querySelector("[data-presence]");
  const fields = [...form.elements].filter(({ name, type }) => /^(source|quoted_at|instrument-)/.test(name) && type !== "checkbox");
  let pending = {}; // what the desk has not taken yet, by field
  let known = {}; // what the desk holds, by field: at first what the page came with
  fields.forEach(({ name, value }) => value && name.startsWith("instrument-") && (known[name] = value));
  let timer = null;
  let busy = false;

  const store = {
    get: () => {
      try {
        return JSON.parse(localStorage.getItem(words.store)) ?? {};
      } catch (error) {
        console.warn(error);
        return {};
      }
    },
    put: (cells, submitted = false) => {
      try {
        if (Object.keys(cells).length) localStorage.setItem(words.store, JSON.stringify({ cells, submitted }));
        else localStorage.removeItem(words.store);
      } catch (error) {
        console.warn(error);
      }
    },
  };

  const message = (facts) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    Object.entries(facts).forEach(([name, value]) => body.set(name, value));
    return body;
  };

  /* Cells that were typed here and not sent, or are being typed in, are left as they are. */
  const take = (cells) => {
    fields.forEach((field) => {
      const { name } = field;
      const isOurs = name in pending || field === document.activeElement;
      if (!isOurs && (name in cells || name in known)) field.value = cells[name] ?? "";
    });
    known = cells;
  };

  const answered = (answer) => {
    take(answer.cells);
    presence.hidden = !answer.others.length;
    presence.querySelector("span").textContent = answer.others.join(", ");
    if (Object.keys(answer.cells).length) sign.textContent = words.kept.replace("{time}", answer.kept);
    form.dispatchEvent(new CustomEvent("sheet:answer", { detail: answer }));
  };

  const send = async () => {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    const sent = { ...pending };
    try {
      const body = message({ changed: JSON.stringify(sent) });
      const response = await fetch(words.sheetKeep, { method: "POST", body, redirect: "manual" });
      if (!response.ok) throw new Error(words.refused);
      const answer = await response.json();
      pending = Object.fromEntries(Object.entries(pending).filter(([name, text]) => sent[name] !== text));
      store.put(pending);
      answered(answer);
    } catch (error) {
      sign.textContent = error.name === "TypeError" ? words.offline : error.message;
    }
    busy = false;
    if (Object.entries(pending).some(([name, text]) => sent[name] !== text)) schedule();
  };

  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(send, REST);
  };

  form.addEventListener("input", ({ target }) => {
    if (!fields.includes(target)) return;
    pending[target.name] = target.value;
    store.put(pending);
    schedule();
  });

  /* Recorded, it lies here no more; refused or lost on the way, it does. */
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    store.put(pending, true);
  });
  window.addEventListener("pagehide", () => navigator.sendBeacon(words.sheetKeep, message({ left: 1 })));
  window.addEventListener("online", send);

  const left = store.get();
  const wasRecorded = left.submitted && "recorded" in words;
  const wasRefused = form.querySelector(".errornote");
  if (left.cells && !wasRecorded && !wasRefused) pending = left.cells;
  if (wasRefused) fields.forEach(({ name, value }) => value && (pending[name] = value));
  fields.forEach((field) => {
    if (field.name in pending) field.value = pending[field.name];
  });
  if (wasRecorded) store.put({});
  send();
  setInterval(send, BEAT);
})();
