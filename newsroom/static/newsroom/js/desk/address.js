/* The address a story will get, as it is typed: [data-address] holds the pattern, with SECTION, SLUG and, while the story
   has no number, 0. */
"use strict";

/* As newsroom.text.vietnamese.slugify, which has the last word on saving. A test holds the two together, letter by letter. */
function slugify(text, length = 120) {
  const INVISIBLE =
    /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]/gu;
  const PLAIN = { đ: "d", ð: "d", ł: "l", ø: "o", æ: "ae", œ: "oe", ß: "ss", þ: "th" };

  const bare = text.replace(INVISIBLE, "").normalize("NFC").toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");
  const folded = bare.replace(/[đðłøæœßþ]/g, (letter) => PLAIN[letter]).normalize("NFC");
  const codes = () => folded.match(/[\p{L}\p{N}]/gu)?.map((letter) => letter.codePointAt(0).toString(16));
  const slug = (folded.match(/[a-z0-9]+/g) ?? codes() ?? []).join("-");

  if (slug.length <= length) return slug;
  const cut = slug.lastIndexOf("-", length);
  return slug.slice(0, cut > 0 ? cut : length);
}

document.addEventListener("DOMContentLoaded", () => {
  const output = document.querySelector("[data-address]");
  const { title, slug, section } = output?.closest("form")?.elements ?? {};
  if (!title || !slug || !section) return;

  const show = () => {
    const parts = {
      SECTION: section.selectedOptions[0]?.dataset.slug ?? "…",
      SLUG: slug.value.trim() || slugify(title.value),
      "-0/": "-…/",
    };
    output.value = parts.SLUG && output.dataset.address.replace(/SECTION|SLUG|-0\/$/g, (part) => parts[part]);
  };

  output.closest("form").addEventListener("input", show);
  show();
});
