/* Notes on a passage. A button of the editor's toolbar, or one beside the note, takes the selected words; a click on
   a note's quotation selects them in the text; a note says so where its passage is no longer there. Nothing is written into the
   text. Needs js/desk/passage.js. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const panel = () => document.querySelector("[data-notes]");
  const field = (name) => document.querySelector(`[name="${name}"][form="note-form"]`);

  const choose = (passage) => {
    ["quote", "before", "after"].forEach((name) => {
      field(name).value = passage?.[name] ?? "";
      field(name).dispatchEvent(new Event("input", { bubbles: true }));
    });
    showChosen();
  };

  const showChosen = () => {
    const frame = panel().querySelector("[data-note-chosen]");
    frame.hidden = !field("quote").value;
    frame.querySelector("[data-note-words]").textContent = field("quote").value;
  };

  const begin = () => {
    choose(window.passages.chosen());
    field("text").focus();
    field("text").scrollIntoView({ block: "center" });
  };

  const check = () => {
    const { text } = window.passages.read();
    panel()
      .querySelectorAll("[data-passage]")
      .forEach(({ dataset, parentElement }) => {
        const at = window.passages.find(text, dataset.passage, dataset.before, dataset.after);
        parentElement.nextElementSibling.hidden = at >= 0;
      });
  };

  const start = () => {
    panel().querySelector("[data-note-passage]").hidden = false;
    showChosen();
    if (!window.CKEDITOR || window.CKEDITOR.instances.id_body?.editable()) check();
  };

  /* The selection is to outlive the press of the button. */
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-note-passage]")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const quotation = event.target.closest("[data-passage]");
    if (event.target.closest("[data-note-passage]")) begin();
    if (event.target.closest("[data-note-drop]")) choose(null);
    if (!quotation) return;
    event.preventDefault();
    const { passage: quote, before, after } = quotation.dataset;
    window.passages.show({ quote, before, after });
  });
  document.addEventListener("notes:shown", start);

  let waiting;
  window.CKEDITOR?.on("instanceReady", ({ editor }) => {
    check();
    editor.on("change", () => {
      clearTimeout(waiting);
      waiting = setTimeout(check, 400);
    });
  });
  document.addEventListener("notes:begin", begin);
  start();
});

/* Before the editors of the page start, hence not with the rest. */
window.CKEDITOR?.on("instanceCreated", ({ editor }) => {
  const { toolbarLabel: label, toolbarIcon: icon } = document.querySelector("[data-notes]").dataset;
  const exec = () => document.dispatchEvent(new CustomEvent("notes:begin"));

  editor.on("configLoaded", () => {
    const name = `toolbar_${editor.config.toolbar}`;
    const groups = editor.config[name];
    editor.config[name] = [...groups.slice(0, -1), [...groups.at(-1), "Note"]];
  });
  editor.on("pluginsLoaded", () => {
    editor.addCommand("note", { exec, editorFocus: false, canUndo: false });
    editor.ui.addButton("Note", { label, icon, command: "note" });
  });
});
