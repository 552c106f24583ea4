/* An element [data-echoes="id_standfirst id_body"] shows what stands in the first of these fields that holds words. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const LENGTH = 300; // characters; more than the lines that are shown can hold

  /* Of a field with an editor the words in it, once it is there. */
  const words = (id) => {
    const editor = window.CKEDITOR?.instances[id];
    const text = editor ? editor.editable()?.$.innerText : document.getElementById(id)?.value;
    return (text ?? "").replace(/\s+/g, " ").trim();
  };

  const echo = () => {
    document.querySelectorAll("[data-echoes]").forEach((element) => {
      const said = element.dataset.echoes.split(" ").map(words).find(Boolean) ?? "";
      element.textContent = said.slice(0, LENGTH);
    });
  };

  document.addEventListener("input", echo);
  window.CKEDITOR?.on("instanceReady", ({ editor }) => {
    editor.on("change", echo);
    echo();
  });
  echo();
});
