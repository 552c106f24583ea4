/* In a <table data-enter-next> Enter goes to the next field, as in a ledger; from the last one to the button that records.
   What is recorded stays, so half a sheet must not go in by a slip of the finger. */
"use strict";

document.addEventListener("keydown", (event) => {
  const table = event.target.closest("table[data-enter-next]");
  if (!table || event.target.tagName !== "INPUT" || event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const fields = [...table.querySelectorAll("input")];
  const next = fields[fields.indexOf(event.target) + 1] ?? table.closest("form").querySelector("[type=submit]");
  next.focus();
});
