/* The story editor wears the paper's type and colours: on its page the sheets named by [data-editor-sheets] around the field,
   in its lists and menus those of [data-panel-sheets], everywhere the theme chosen at the desk. Loaded before the editors of
   the page start. */
"use strict";

if (window.CKEDITOR) {
  const root = document.documentElement;

  const sheets = (editor, name) =>
    document.getElementById(editor.name)?.closest("[data-editor-sheets]")?.dataset[name]?.split(" ");

  /* All are frames, with documents of their own. */
  const follow = () => {
    document.querySelectorAll("iframe:is(.cke_wysiwyg_frame, .cke_panel_frame)").forEach((frame) => {
      frame.contentDocument.documentElement.dataset.theme = root.dataset.theme;
    });
  };

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("configLoaded", () => {
      editor.config.contentsCss = sheets(editor, "editorSheets") ?? editor.config.contentsCss;
      editor.config.autoGrow_bottomSpace = 48;
    });
    ["contentDom", "panelShow", "menuShow"].forEach((moment) => editor.on(moment, follow));
  });

  const { render } = CKEDITOR.ui.panel.prototype;
  CKEDITOR.ui.panel.prototype.render = function (editor, output) {
    this.css = this.css.concat(sheets(editor, "panelSheets") ?? []);
    return render.call(this, editor, output);
  };

  new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme"] });
}
