/* Cells of a spreadsheet or a table of a page, pasted into the day sheet, fill its rows: the desk reads them, by the names
   in them or from the cell with the cursor on. One word or number is pasted as ever. */
"use strict";

(() => {
  const sign = document.querySelector("[data-sheet-paste]");
  const grid = document.querySelector("table[data-sheet-grid]");
  if (!sign || !grid) return;
  const form = grid.closest("form");
  const words = sign.dataset;
  const rows = [...grid.tBodies[0].rows];

  const fill = (cells) => {
    Object.entries(cells).forEach(([name, text]) => {
      form.elements[name].value = text;
      form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
    });
    return Object.keys(cells).length;
  };

  const read = async (target, text, html) => {
    const row = rows.findIndex((one) => one.contains(target));
    const column = [...(rows[row]?.querySelectorAll("input:not([type=checkbox])") ?? [])].indexOf(target);
    const body = new FormData();
    const facts = { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, text, html, row, column };
    Object.entries(facts).forEach(([name, value]) => body.set(name, value));
    const response = await fetch(words.sheetPaste, { method: "POST", body, redirect: "manual" });
    if (!response.ok) throw new Error(response.status === 400 ? (await response.json()).refused : words.failed);
    const { cells, strangers } = await response.json();
    const said = [words.filled.replace("{count}", fill(cells))];
    if (strangers.length) said.push(words.strangers.replace("{names}", strangers.join(", ")));
    sign.textContent = said.join(" ");
  };

  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    const html = event.clipboardData.getData("text/html");
    const isTable = /[\t\n]\S|\S[\t\n]\S/.test(text.trim()) || /<table/i.test(html) || /\d\s*[-–—]\s*\d/.test(text);
    if (!isTable || !event.target.matches("input")) return;
    event.preventDefault();
    read(event.target, text, html).catch((error) => {
      sign.textContent = error.name === "TypeError" ? words.failed : error.message;
    });
  });
})();
