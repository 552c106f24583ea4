/* Casts a vote in place and shows the result. Without it, or when anything goes wrong, the form is simply sent.
   Attached by data-poll-ballot on a form; answers into data-poll-answer of the data-poll around it, and takes the
   place of data-poll-results there. The rows are those of components/_poll_results.html: change both together. */

(() => {
  "use strict";

  const FINAL = [409, 410]; // already voted, closed: answers like any other; the rest the server explains by a page
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
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
    });
    if (!response.ok && !FINAL.includes(response.status)) throw new Error(response.statusText);
    return response.json();
  }

  function show(form, answer) {
    const poll = form.closest("[data-poll]");
    const place = poll.querySelector("[data-poll-answer]");
    poll.querySelector("[data-poll-results]")?.remove(); // the same figures, one vote older
    place.replaceChildren(paragraph("poll__notice", answer.message), results(answer));
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

  function paragraph(className, text) {
    const element = document.createElement("p");
    element.className = className;
    element.textContent = text;
    return element;
  }
})();
