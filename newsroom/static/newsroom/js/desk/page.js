/* The story editor's page wears the paper's type and colours: the sheets named by [data-editor-sheets] around the field,
   and the theme chosen at the desk. Loaded before the editors of the page start. */
"use strict";

if (window.CKEDITOR) {
  const root = document.documentElement;

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("configLoaded", () => {
      const holder = document.getElementById(editor.name)?.closest("[data-editor-sheets]");
      if (!holder) return;
      editor.config.contentsCss = holder.dataset.editorSheets.split(" ");
      editor.config.autoGrow_bottomSpace = 48;
    });
    editor.on("contentDom", () => {
      editor.document.$.documentElement.dataset.theme = root.dataset.theme;
    });
  });

  new MutationObserver(() => {
    Object.values(CKEDITOR.instances).forEach((editor) => {
      if (editor.document) editor.document.$.documentElement.dataset.theme = root.dataset.theme;
    });
  }).observe(root, { attributeFilter: ["data-theme"] });
}
