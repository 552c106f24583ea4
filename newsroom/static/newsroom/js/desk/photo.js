/* The photo chosen in a field, before anything is saved: every [data-photo-of="id of the field"] shows it, and every field
   [data-photo-says="caption | credit | alt"] offers the photo's own words in grey. [data-photo-at] is the address of a
   photo's summary, with 0 for its number. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const frames = document.querySelectorAll("[data-photo-of]");
  const field = document.getElementById(frames[0]?.dataset.photoOf);
  const address = document.querySelector("[data-photo-at]")?.dataset.photoAt;
  if (!field || !address) return;

  const picture = ({ url: src, width, height, alt }) => Object.assign(new Image(), { src, width, height, alt });

  const show = (photo) => {
    frames.forEach((frame) => frame.replaceChildren(...(photo ? [picture(photo)] : [])));
    document.querySelectorAll("[data-photo-says]").forEach((words) => {
      words.placeholder = photo?.[words.dataset.photoSays] ?? "";
      words.dispatchEvent(new Event("input")); // for js/desk/line.js: longer words need more lines
    });
  };

  const ask = async (number) => {
    const answer = await fetch(address.replace("/0/", `/${number}/`));
    return answer.ok ? answer.json() : null;
  };

  const follow = async () => {
    const number = field.value;
    const photo = number ? await ask(number) : null;
    if (number === field.value) show(photo); // else another one was chosen meanwhile
  };

  window.django?.jQuery(field).on("change", follow); // autocomplete tells jQuery only
  follow();
});
