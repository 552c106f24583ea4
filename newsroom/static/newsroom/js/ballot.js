/* Comfort on a ballot: choices in an order of the reader's own (data-poll-shuffle, the poll's number), which stays the
   same within a visit; no more ticks than may be (data-poll-max). */

(() => {
  "use strict";

  attend(document);
  document.addEventListener("page:filled", (event) => attend(event.target)); // a ballot that came later (side.js)

  function attend(place) {
    for (const paper of place.querySelectorAll("[data-poll-shuffle]")) shuffle(paper);
    for (const paper of place.querySelectorAll("[data-poll-max]")) {
      paper.addEventListener("change", () => limit(paper));
      limit(paper); // what the browser filled in when one comes back
    }
  }

  function shuffle(paper) {
    const rows = [...paper.querySelectorAll(".ballot__choice")];
    const places = order(paper.dataset.pollShuffle, rows.length);
    paper.append(...places.map((place) => rows[place]));
  }

  function order(poll, length) {
    const name = `binh-chon-${poll}`;
    try {
      const kept = JSON.parse(sessionStorage.getItem(name));
      if (kept?.length === length) return kept;
      const made = mixed(length);
      sessionStorage.setItem(name, JSON.stringify(made));
      return made;
    } catch {
      return mixed(length); // storage is switched off
    }
  }

  /* Fisher and Yates. */
  function mixed(length) {
    const places = Array.from({ length }, (_, place) => place);
    for (let last = length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [places[last], places[other]] = [places[other], places[last]];
    }
    return places;
  }

  function limit(paper) {
    const boxes = [...paper.querySelectorAll("input[type=checkbox]")];
    const full = boxes.filter((box) => box.checked).length >= Number(paper.dataset.pollMax);
    for (const box of boxes) box.disabled = full && !box.checked;
  }
})();
