/* In a <textarea data-mentions> an @ offers the people whom the address in it names, by user name or name; arrows choose, Enter or
   Tab takes, Escape closes. They are asked for once, at the first @. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const SHOWN = 6;
  const people = {};
  let list = null;

  const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();

  const known = (address) => {
    people[address] ??= fetch(address).then((answer) => (answer.ok ? answer.json() : { people: [] }));
    return people[address];
  };

  /* The name that is being typed at the cursor, without its @, or null. */
  const typed = (field) => /(?:^|[^\w.@+-])@([\p{L}\p{N}_.+-]*)$/u.exec(field.value.slice(0, field.selectionStart))?.[1] ?? null;

  const close = () => {
    list?.field.removeAttribute("aria-activedescendant");
    list?.element.remove();
    list = null;
  };

  const mark = (place) => {
    const options = [...list.element.children];
    list.place = (place + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === list.place));
    list.field.setAttribute("aria-activedescendant", options[list.place].id);
  };

  const take = (person) => {
    const { field } = list;
    const start = field.selectionStart - typed(field).length;
    field.setRangeText(`${person.username} `, start, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  };

  const offer = (field, found) => {
    const element = document.createElement("ul");
    element.className = "mentions";
    element.role = "listbox";
    element.ariaLabel = "@";
    found.forEach((person, index) => {
      const option = Object.assign(document.createElement("li"), { id: `mention-${index}`, role: "option" });
      option.append(person.name, Object.assign(document.createElement("span"), { textContent: `@${person.username}` }));
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(person);
      });
      element.append(option);
    });
    field.after(element);
    list = { field, element, found, place: 0 };
    mark(0);
  };

  const look = async (field) => {
    if (typed(field) === null) return close();
    const { people: every } = await known(field.dataset.mentions);
    const asked = typed(field);
    close();
    if (asked === null || document.activeElement !== field) return undefined;
    const fits = (person) => person.username.startsWith(asked) || fold(person.name).split(" ").some((word) => word.startsWith(fold(asked)));
    const found = every.filter(fits).slice(0, SHOWN);
    return found.length ? offer(field, found) : undefined;
  };

  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("textarea[data-mentions]")) look(target);
  });
  document.addEventListener("focusout", close);
  document.addEventListener("keydown", (event) => {
    if (list?.field !== event.target || event.isComposing) return;
    const act = {
      ArrowDown: () => mark(list.place + 1),
      ArrowUp: () => mark(list.place - 1),
      Enter: () => take(list.found[list.place]),
      Tab: () => take(list.found[list.place]),
      Escape: close,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
});
