/* Word's tracked changes lose their marks in the editor, and what was struck out becomes text again. Whoever pastes them
   is told, with the words that were struck out, and stays told until they close it. */
"use strict";

CKEDITOR.on("instanceCreated", ({ editor }) => {
  const MARKS = "ins, del, .msoIns, .msoDel";

  /* As it came, for `dataValue` has been through Word's own filter, which takes the marks away. */
  const pasted = (data) => {
    const html = data.dataTransfer.getData("text/html", true) || data.dataValue;
    return new DOMParser().parseFromString(html, "text/html");
  };

  const struckOut = (page) =>
    [...page.querySelectorAll("del, .msoDel")]
      .map((mark) => mark.textContent.replace(/\s+/g, " ").trim())
      .filter(Boolean);

  const warn = (page) => {
    const struck = struckOut(page);
    const { inserted, left } = editor.config.trackedChanges;
    const words = struck.length ? left.replace("%1", () => struck.map((text) => `“${text}”`).join(", ")) : inserted;
    editor.showNotification(CKEDITOR.tools.htmlEncode(words), "warning");
  };

  editor.on("paste", ({ data }) => {
    const page = pasted(data);
    if (page.querySelector(MARKS)) warn(page);
  });
});
