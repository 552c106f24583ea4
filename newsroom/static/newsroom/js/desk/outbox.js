/* What was typed and has not reached the server yet, in the browser's own storage: it outlives the page, the browser and the
   sign-in. One entry per form, {key, article, serial, typed}; entries of other accounts on the same machine stay theirs. */
"use strict";

window.Outbox = class {
  constructor(account) {
    this.prefix = `newsroom-unsaved-${account}-`;
    try {
      this.store = window.localStorage;
    } catch (error) {
      console.warn(error);
    }
  }

  /* Whether it is kept here: storage may be full or forbidden. Then only the server keeps. */
  put(entry) {
    try {
      this.store.setItem(this.prefix + entry.key, JSON.stringify(entry));
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  }

  /* What came after `serial` stays. */
  sent(key, serial) {
    const entry = this.get(this.prefix + key);
    if (entry && entry.serial <= serial) this.store.removeItem(this.prefix + key);
  }

  waiting() {
    return Object.keys(this.store ?? {})
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => this.get(name))
      .filter(Boolean);
  }

  /* Hands what is waiting, but for the form `own`, to `post`. Answers the entries that hold something unsaved still; what
     cannot be sent stays for the next page. */
  async deliver(post, own) {
    const kept = [];
    for (const entry of this.waiting().filter(({ key }) => key !== own)) {
      try {
        const answer = await post({ ...entry, typed: JSON.stringify(entry.typed) });
        this.sent(entry.key, entry.serial);
        if (answer.kept) kept.push(entry);
      } catch (error) {
        console.warn(error);
      }
    }
    return kept;
  }

  get(name) {
    return JSON.parse(this.store?.getItem(name) ?? null);
  }
};
