/* Casts a vote in place and shows the result. Without it, or when anything goes wrong, the form is simply sent.
   Attached by data-poll-ballot (the poll's number) on a form; answers into data-poll-answer of the data-poll around it,
   and takes the place of data-poll-results there. The rows are those of components/_poll_results.html: change both
   together. Where the newspaper asks for a proof of work it is done here, unnoticed (altcha's challenge, polls/challenge.py). */

(() => {
  "use strict";

  const ANSWERS = [409, 410]; // counted before, closed: answers like any other; the rest the server explains by a page
  const CHALLENGED = 428;
  const ROW = `
    <span class="poll-results__choice"></span>
    <svg class="poll-results__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect height="1"/>
    </svg>
    <span class="poll-results__percent"></span>
    <span class="poll-results__votes"></span>`;

  const sent = new WeakSet();

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-poll-ballot]");
    if (!form) return;
    event.preventDefault();
    if (sent.has(form)) return; // a double click sends once
    sent.add(form);
    cast(form).then(
      (answer) => show(form, answer),
      () => form.submit(),
    );
  });

  async function cast(form) {
    const ballot = new URLSearchParams(new FormData(form));
    ballot.set("key", key());
    let response = await send(form, ballot);
    if (response.status === CHALLENGED) {
      ballot.set("altcha", await solve((await response.json()).challenge));
      response = await send(form, ballot);
    }
    if (!response.ok && !ANSWERS.includes(response.status)) throw new Error(response.statusText);
    return response.json();
  }

  const send = (form, body) =>
    fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body });

  /* The name under which this browser votes as long as it has no cookie: the same in all its windows. */
  function key() {
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
    try {
      const kept = localStorage.getItem("binh-chon") ?? made;
      localStorage.setItem("binh-chon", kept);
      return kept;
    } catch {
      return made; // storage is switched off
    }
  }

  /* Tries numbers until the derived key begins as asked; between two the browser is free for other things. */
  async function solve(challenge) {
    const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
    const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
    const counter = new DataView(password.buffer, password.length - 4);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
    for (let number = 0; ; number += 1) {
      counter.setUint32(0, number);
      const material = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
      const derived = new Uint8Array(await crypto.subtle.deriveBits(how, material, keyLength * 8));
      const derivedKey = Array.from(derived, hex).join("");
      if (derivedKey.startsWith(keyPrefix)) {
        return btoa(JSON.stringify({ challenge, solution: { counter: number, derivedKey } }));
      }
    }
  }

  const hex = (byte) => byte.toString(16).padStart(2, "0");
  const bytes = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

  function show(form, answer) {
    const poll = form.closest("[data-poll]");
    const place = poll.querySelector("[data-poll-answer]");
    place.replaceChildren(paragraph("poll__notice", answer.message));
    if (answer.choices) { // sealed results are not told
      const note = poll.querySelector("[data-poll-method] summary"); // its numbers are one vote older, or still sealed
      place.append(results(answer), ...(note ? [link(note.textContent, answer.page)] : []));
      (poll.querySelector("[data-poll-results]") ?? note?.closest("[data-poll-method]"))?.remove();
    }
    form.remove();
  }

  function results({ choices, summary }) {
    const fragment = document.createDocumentFragment();
    const list = document.createElement("ol");
    list.className = "poll-results";
    list.append(...choices.map(row));
    fragment.append(list, paragraph("poll-results__total", summary));
    return fragment;
  }

  function row({ text, votes, percent }) {
    const item = document.createElement("li");
    item.className = "poll-results__row";
    item.innerHTML = ROW;
    item.querySelector(".poll-results__choice").textContent = text;
    item.querySelector("rect").setAttribute("width", percent);
    item.querySelector(".poll-results__percent").textContent = `${percent}%`;
    item.querySelector(".poll-results__votes").textContent = votes.toLocaleString("vi-VN");
    return item;
  }

  function link(text, address) {
    const element = document.createElement("a");
    element.href = address;
    element.textContent = text;
    return element;
  }

  function paragraph(className, text) {
    const element = document.createElement("p");
    element.className = className;
    element.textContent = text;
    return element;
  }
})();
