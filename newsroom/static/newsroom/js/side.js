/* Fills the side column with today's prices and poll. Attached by data-side (the address of what stands there); the links
   inside stay where it cannot be had. Tells of what it brought by the event "page:filled". */

(() => {
  "use strict";

  const PATIENCE = 3_000; // milliseconds

  for (const side of document.querySelectorAll("[data-side]")) fill(side).catch(() => {}); // the links do

  async function fill(side) {
    const response = await fetch(side.dataset.side);
    if (!response.ok) return;
    const brought = new DOMParser().parseFromString(await response.text(), "text/html").body;
    if (!brought.children.length) return;
    await Promise.race([document.fonts.ready, new Promise((tired) => setTimeout(tired, PATIENCE))]); // else lines would break anew
    side.replaceChildren(...brought.children);
    side.dispatchEvent(new CustomEvent("page:filled", { bubbles: true }));
  }
})();
