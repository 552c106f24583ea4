/* [data-share]: the device's own share sheet where there is one; [data-copy-link]: the address to the clipboard, or what
   stands in the field named by data-copies. */
"use strict";

document.querySelectorAll("[data-share]").forEach((button) => {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {}); // the reader changed their mind
  });
});

document.querySelectorAll("[data-copy-link]").forEach((button) => {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies)?.value ?? location.href);
    button.textContent = button.dataset.copyLink;
  });
});
