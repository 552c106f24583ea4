/* Passages of the story's text, found by their own words as articles.passage finds them: in the editor, or in the text set for
   reading. A test holds the two together. */
"use strict";

window.passages = (() => {
  const NEAR = 16;
  const LONG = 40;
  const LONGEST = 1000;
  const BLOCKS =
    "p,h2,h3,h4,ul,ol,blockquote,figure,figcaption,table,hr,li,tr,caption,td,th,br,div".split(",");
  /* What the editor adds for itself. */
  const NOT_TEXT = ".cke_reset, .cke_widget_drag_handler_container, [data-cke-temp], [data-cke-hidden-sel]";

  const editor = () => window.CKEDITOR?.instances.id_body;
  const root = () => editor()?.editable()?.$ ?? document.querySelector(".reading__body");

  /* The words in one line, and for each character where it stands: {text, nodes: [[node, offset], …]}. */
  function read(element = root()) {
    let text = "";
    const nodes = [];
    const add = (character, node, offset) => {
      const isSpace = /\s/.test(character);
      if (/[\u200b\u00ad\ufeff]/.test(character) || (isSpace && (!text || text.endsWith(" ")))) return;
      text += isSpace ? " " : character;
      nodes.push([node, offset]);
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        for (let offset = 0; offset < node.length; offset += 1) add(node.data[offset], node, offset);
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(NOT_TEXT)) {
        const isBlock = BLOCKS.includes(node.localName);
        if (isBlock) add(" ", node, 0);
        node.childNodes.forEach(walk);
        if (isBlock) add(" ", node, node.childNodes.length);
      }
    };
    if (element) element.childNodes.forEach(walk);
    return text.endsWith(" ") ? { text: text.slice(0, -1), nodes: nodes.slice(0, -1) } : { text, nodes };
  }

  /* Where the passage begins in the text, or -1 where it was changed. */
  function find(text, quote, before, after) {
    let best = -1;
    let most = quote.length >= LONG ? -1 : 0;
    for (let at = text.indexOf(quote); quote && at >= 0; at = text.indexOf(quote, at + quote.length)) {
      const ahead = text.slice(0, at).trimEnd();
      const behind = text.slice(at + quote.length).trimStart();
      const kept = (before ? ahead.endsWith(before) : !ahead) + (after ? behind.startsWith(after) : !behind);
      if (kept > most) [best, most] = [at, kept];
    }
    return best;
  }

  function selection() {
    const selected = root()?.ownerDocument.defaultView.getSelection();
    const range = selected?.rangeCount ? selected.getRangeAt(0) : null;
    return range && !range.collapsed && root().contains(range.commonAncestorContainer) ? range : null;
  }

  /* The selected passage as {quote, before, after}, or null. */
  function chosen() {
    const range = selection();
    if (!range) return null;
    const { text, nodes } = read();
    const inside = nodes.map(([node, offset]) => range.isPointInRange(node, offset) && !isEnd(range, node, offset));
    const from = inside.indexOf(true);
    const quote = from < 0 ? "" : text.slice(from, Math.min(inside.lastIndexOf(true) + 1, from + LONGEST));
    if (!quote.trim()) return null;
    const start = from + quote.length - quote.trimStart().length;
    const end = start + quote.trim().length;
    return {
      quote: quote.trim(),
      before: text.slice(0, start).trimEnd().slice(-NEAR).trim(),
      after: text.slice(end).trimStart().slice(0, NEAR).trim(),
    };
  }

  const isEnd = (range, node, offset) => node === range.endContainer && offset === range.endOffset;

  /* Select the passage and bring it into sight. */
  function show({ quote, before, after }) {
    const { text, nodes } = read();
    const at = find(text, quote, before, after);
    if (at < 0) return false;
    const [[first, from], [last, to]] = [nodes[at], nodes[at + quote.length - 1]];
    const range = first.ownerDocument.createRange();
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    editor()?.focus();
    const selected = first.ownerDocument.defaultView.getSelection();
    selected.removeAllRanges();
    selected.addRange(range);
    first.parentElement.scrollIntoView({ block: "center" });
    return true;
  }

  return { read, find, chosen, show };
})();
