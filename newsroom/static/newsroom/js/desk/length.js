/* How long a story is: [data-length-of] names the editor; data-words and data-minutes hold {count} for the figures. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const PACE = 220; // words, that is syllables, of Vietnamese a reader takes in a minute
  const output = document.querySelector("[data-length-of]");
  if (!output || !window.CKEDITOR) return;

  /* As newsroom.text.richtext.word_count counts: runs of non-space with a letter or digit in them. */
  const count = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const say = (pattern, figure) => pattern.replace("{count}", figure.toLocaleString("vi"));

  CKEDITOR.on("instanceReady", ({ editor }) => {
    if (editor.name !== output.dataset.lengthOf) return;
    const update = () => {
      const words = count(editor.editable().$.innerText);
      const minutes = Math.max(1, Math.round(words / PACE));
      output.value = words
        ? `${say(output.dataset.words, words)} · ${say(output.dataset.minutes, minutes)}`
        : say(output.dataset.words, 0);
    };
    editor.on("change", update);
    update();
  });
});
