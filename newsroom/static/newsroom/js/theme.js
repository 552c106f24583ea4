/* Light or dark by choice. In the head and not deferred, so that the page is never drawn in the other one first. */
"use strict";

(() => {
  const root = document.documentElement;
  const kept = (() => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage refused: the system's choice stands
    }
  })();
  if (kept === "light" || kept === "dark") {
    root.dataset.theme = kept;
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) {
      return;
    }
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Chosen for this page only.
    }
  });
})();
