/* Names for those who hear a form of the desk, where Django's own markup leaves a field nameless: in the rows of an inline the
   column's head says it, beside a date and its time the row's label, and select2 hides the label's field behind its own. */
"use strict";

const words = (element) => element?.textContent.trim().replace(/:$/, "");

function nameOf(field) {
  const row = field.closest(".form-row");
  const column = field.closest("td");
  if (field.labels?.length) return words(field.labels[0]);
  if (column?.closest(".tabular")) {
    const heads = [...column.closest("table").tHead.rows[0].cells];
    return words(heads[[...column.parentElement.cells].indexOf(column)]);
  }
  const part = field.closest(".datetime") && field.previousSibling?.textContent;
  return [words(row?.querySelector("label, legend")), part?.trim().replace(/:$/, "")].filter(Boolean).join(", ");
}

function name(form) {
  form.querySelectorAll("input:not([type=hidden]), select, textarea").forEach((field) => {
    if (field.matches(".select2-search__field")) return;
    const said = nameOf(field);
    if (!said) return;
    if (!field.labels?.length) field.setAttribute("aria-label", said);
    const drawn = field.matches(".select2-hidden-accessible") && field.nextElementSibling;
    if (drawn) drawn.querySelector("input, [role=textbox]")?.setAttribute("aria-label", said);
  });
}

/* The cross that empties a whole list of tags stands where a list may only hold its items; each tag has one of its own. */
document.querySelectorAll("select.admin-autocomplete[multiple]").forEach((field) => {
  field.dataset.allowClear = "false";
});

/* An empty head of a column is no head. */
document.querySelectorAll(".tabular th").forEach((head) => {
  if (!words(head)) head.outerHTML = `<td class="${head.className}"></td>`;
});

/* After select2, which jQuery starts at its own leisure. */
django.jQuery(() => document.querySelectorAll("#content-main form").forEach(name));
document.addEventListener("formset:added", ({ target }) => setTimeout(name, 0, target));
