/* Writes today's date into the masthead: a stored page may have been made on another day. Attached by data-today. */

(() => {
  "use strict";

  const zone = "Asia/Ho_Chi_Minh"; // the paper's, wherever it is read
  const now = new Date();
  const weekday = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: zone }).format(now);
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone }).format(now); // 22/11/2026
  const text = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1).toLowerCase()}, ${day}`;

  for (const place of document.querySelectorAll("[data-today]")) place.textContent = text;
})();
