/* What was typed and has not reached the server yet, in the browser's own storage: it outlives the page, the browser and the
   sign-in. One entry per form, {key, article, serial, typed}; entries of other accounts on the same machine stay theirs. */
"use strict";

window.Outbox = class {
  constructor(account) {
    this.prefix = `newsroom-unsaved-${account}-`;
  }

  /* Storage may be full or forbidden; then only the server keeps. */
  put(entry) {
    try {
      localStorage.setItem(this.prefix + entry.key, JSON.stringify(entry));
    } catch (error) {
      console.warn(error);
    }
  }

  /* What came after `serial` stays. */
  sent(key, serial) {
    const entry = this.get(this.prefix + key);
    if (entry && entry.serial <= serial) localStorage.removeItem(this.prefix + key);
  }

  waiting() {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => this.get(name))
      .filter(Boolean);
  }

  get(name) {
    return JSON.parse(localStorage.getItem(name));
  }
};
