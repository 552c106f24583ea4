/* Keeps what is typed: at once in the browser's own storage, and on the server within three seconds of the last key, at
   least every ten while one types on. Also says that the form is open, and shows who else has the story open.
   [data-autosave] holds the address, the account, the story and the words. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const sign = document.querySelector("[data-autosave]");
  const form = sign?.closest("form");
  if (!form) return;

  const REST = 1200;
  const LONGEST = 10_000;
  const BEAT = 30_000;
  const PATIENCE = 15_000;
  const HERE = 300;
  const words = sign.dataset;
  const outbox = new window.Outbox(words.account);
  const key = form.elements.form_key.value;
  const editors = () => Object.values(window.CKEDITOR?.instances ?? {});
  const presence = document.querySelector("[data-presence]");
  let last = null; // what the form held when it was last looked at
  let pending = null; // {serial, typed} that the server has not taken yet
  let serial = Number(form.elements.form_serial.value);
  let restTimer, hereTimer;
  let oldest = 0; // when the first key of `pending` was pressed
  let sending = null;
  let started = false;
  let here = true; // whether the browser's own storage took it

  const typed = () => {
    const data = new FormData(form);
    editors().forEach((editor) => data.set(editor.element.$.name, editor.getData()));
    ["csrfmiddlewaretoken", "form_serial"].forEach((name) => data.delete(name));
    return [...data].filter(([, value]) => typeof value === "string");
  };

  /* Grows also where the computer's clock is set back: the server takes nothing that is older than what it has. */
  const next = () => (serial = Math.max(serial + 1, Date.now()));

  /* After signing in again in another tab the old token is no good any more. */
  const token = () => {
    const fresh = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (fresh) form.elements.csrfmiddlewaretoken.value = fresh;
    return form.elements.csrfmiddlewaretoken.value;
  };

  const message = (facts) => {
    const body = new FormData();
    Object.entries({ csrfmiddlewaretoken: token(), ...facts }).forEach(([name, value]) => body.set(name, value));
    return body;
  };

  const say = (text, { cutOff = false, link = false } = {}) => {
    sign.textContent = text;
    sign.classList.toggle("is-cut-off", cutOff);
    if (!link) return;
    const a = Object.assign(document.createElement("a"), { href: words.signInUrl, target: "_blank", textContent: words.signIn });
    sign.append(" ", a);
  };

  const post = async (facts, signal) => {
    const response = await fetch(words.autosave, { method: "POST", body: message(facts), redirect: "manual", signal });
    if (response.type === "opaqueredirect" || response.status === 403) throw new DOMException("signed out", "NotAllowedError");
    if (!response.ok) throw new Error((await response.json()).refused || response.statusText);
    return response.json();
  };

  const showOthers = ({ others }) => {
    presence.hidden = !others.length;
    presence.querySelector("span").textContent = others.join(", ");
  };

  const failed = (error) => {
    if (error.name === "AbortError") return;
    if (error.name === "NotAllowedError") say(here ? words.signedOut : words.signedOutNowhere, { cutOff: true, link: true });
    else if (error.name === "TypeError") say(here ? words.offline : words.nowhere, { cutOff: true });
    else say(error.message, { cutOff: true });
  };

  const send = async () => {
    clearTimeout(restTimer);
    if (!pending || sending) return;
    const now = pending;
    sending = new AbortController();
    const patience = setTimeout(() => sending.abort(new TypeError("no answer")), PATIENCE);
    try {
      const answer = await post({ key, article: words.article, serial: now.serial, typed: JSON.stringify(now.typed) }, sending.signal);
      outbox.sent(key, now.serial);
      if (pending === now) [pending, oldest] = [null, 0];
      say(words.kept.replace("{time}", answer.kept));
      showOthers(answer);
    } catch (error) {
      failed(error);
    }
    clearTimeout(patience);
    sending = null;
    if (pending && pending !== now) schedule();
  };

  const schedule = () => {
    oldest ||= Date.now();
    clearTimeout(restTimer);
    restTimer = setTimeout(send, Math.max(0, Math.min(REST, oldest + LONGEST - Date.now())));
  };

  const keepHere = () => {
    clearTimeout(hereTimer);
    hereTimer = null;
    const holds = typed();
    const text = JSON.stringify(holds);
    if (text === last || (pending && text === JSON.stringify(pending.typed))) return;
    last = text;
    pending = { serial: next(), typed: holds };
    here = outbox.put({ key, article: words.article, ...pending });
    schedule();
  };

  const touched = () => {
    if (started) hereTimer ||= setTimeout(keepHere, HERE);
  };

  /* What an earlier page could not send any more. Where the server had not got it by a save, the page is read anew, to
     say what is waiting. */
  const flush = async () => {
    const kept = await outbox.deliver(post, key);
    const concerns = kept.some(({ article }) => article === words.article);
    if (concerns && !pending && !form.querySelector("[data-restored], .errornote")) location.reload();
  };

  const beat = () => (pending ? send() : post({ key, article: words.article }).then(showOthers)).catch(failed);

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  window.django?.jQuery(form).on("change", touched); // autocomplete tells jQuery only
  new MutationObserver(touched).observe(form, { childList: true, subtree: true, attributeFilter: ["value"] }); // rows
  window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.on("change", touched));

  /* The save takes everything up to this serial. Should it never arrive, the browser's own storage has it. */
  form.addEventListener("submit", () => {
    started = false;
    [restTimer, hereTimer].forEach(clearTimeout);
    hereTimer = null;
    sending?.abort();
    form.elements.form_serial.value = next();
    outbox.put({ key, article: words.article, serial, typed: typed() });
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) started = true;
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden && hereTimer) keepHere();
  });
  window.addEventListener("pagehide", () => {
    if (hereTimer) keepHere();
    navigator.sendBeacon(words.autosave, message({ key, article: words.article, left: 1 }));
  });
  window.addEventListener("online", send);

  /* Widgets have put themselves in order by now. A form that came back refused or restored is unsaved as it stands. */
  const start = () => {
    last = form.querySelector(".errornote, [data-restored]") ? null : JSON.stringify(typed());
    started = true;
    if (last === null) keepHere();
    sign.dataset.ready = "";
    beat();
    flush();
    setInterval(beat, BEAT);
  };
  const ready = editors().every((editor) => editor.status === "ready");
  if (window.CKEDITOR && !(editors().length && ready)) CKEDITOR.on("instanceReady", () => setTimeout(start, 0));
  else window.addEventListener("load", start);
});
