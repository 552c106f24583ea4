/* In a <table data-sheet-grid> the keys move as in a spreadsheet: Enter and the arrows up and down by rows, left and right
   at the ends of what is typed, Escape gives back what stood in the cell. Enter after Tab returns to the column where the
   row began; in the last row it leads to the button that records, and never records by itself. */
"use strict";

(() => {
  const grid = document.querySelector("table[data-sheet-grid]");
  if (!grid) return;
  const rows = [...grid.tBodies[0].rows].map((row) => [...row.querySelectorAll("input:not([type=checkbox])")]);
  const button = grid.closest("form").querySelector("[type=submit]");
  let before = ""; // what stood in the cell when it was entered
  let home = 0; // the column where the row was entered
  let tabbed = false;

  const place = (cell) => {
    const row = rows.findIndex((cells) => cells.includes(cell));
    return { row, column: rows[row]?.indexOf(cell) };
  };
  const go = (row, column) => {
    const cells = rows[row];
    const target = cells ? cells[Math.min(column, cells.length - 1)] : null;
    target?.focus();
    target?.select();
    return Boolean(target);
  };
  const atEnd = (cell, end) => cell.selectionStart === cell.selectionEnd && cell.selectionStart === end;
  const isWhole = (cell) => cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;

  const moves = {
    Enter: (cell, { row }, back) => go(row + (back ? -1 : 1), home) || back || button.focus(),
    ArrowDown: (cell, { row, column }) => go(row + 1, column),
    ArrowUp: (cell, { row, column }) => go(row - 1, column),
    ArrowLeft: (cell, { row, column }) => (atEnd(cell, 0) || isWhole(cell)) && column > 0 && go(row, column - 1),
    ArrowRight: (cell, { row, column }) =>
      (atEnd(cell, cell.value.length) || isWhole(cell)) && column < rows[row].length - 1 && go(row, column + 1),
    Escape: (cell) => {
      cell.value = before;
      cell.dispatchEvent(new Event("input", { bubbles: true }));
      cell.select();
      return true;
    },
  };

  grid.addEventListener("keydown", (event) => {
    tabbed = event.key === "Tab";
    const at = place(event.target);
    if (at.row < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const taken = moves[event.key]?.(event.target, at, event.shiftKey);
    if (taken || event.key === "Enter") event.preventDefault();
  });
  grid.addEventListener("focusin", ({ target }) => {
    const at = place(target);
    if (at.row < 0) return;
    before = target.value;
    if (!tabbed || at.column === 0) home = at.column;
    tabbed = false;
  });
})();
