/* Polls and prices in a story: a button of the toolbar, a dialog to look for one, and a block that stands for it in the text. What
   is stored is a link to the thing (newsroom.text.richtext); readers get the thing itself. config.embedKinds are the ways to
   show something, config.embedsUrl answers the search, config.embedWords are the dialog's words. */
"use strict";

(() => {
  const PAUSE = 250; // milliseconds without a key before anybody is asked

  const linkOf = (figure) => figure.findOne("a");
  const pathOf = (link) => link.data("cke-saved-href") || link.getAttribute("href");

  function widget({ config }) {
    return {
      dialog: "embed",
      template: '<figure data-embed=""><a href="#">…</a></figure>',
      allowedContent: "figure[!data-embed]; a[!href]",
      requiredContent: "figure[data-embed]",
      upcast: (element) => element.name === "figure" && Boolean(element.attributes["data-embed"]),

      init() {
        const link = linkOf(this.element);
        const kind = this.element.data("embed");
        if (kind) this.setData({ kind, path: pathOf(link), title: link.getText() });
      },

      data() {
        const { kind, path, title } = this.data;
        if (!kind) return;
        this.element.setAttributes({ "data-embed": kind, "data-label": config.embedKinds[kind] ?? kind });
        linkOf(this.element).setAttributes({ href: path, "data-cke-saved-href": path }).setText(title);
      },

      downcast() {
        const { kind, path, title } = this.data;
        const figure = new CKEDITOR.htmlParser.element("figure", { "data-embed": kind });
        const link = new CKEDITOR.htmlParser.element("a", { href: path });
        link.add(new CKEDITOR.htmlParser.text(CKEDITOR.tools.htmlEncode(title)));
        figure.add(link);
        return figure;
      },
    };
  }

  function dialog({ config, lang }) {
    const words = config.embedWords;
    let found = [];
    let asked = 0;
    let waiting;

    const field = (dialog, name) => dialog.getContentElement("main", name);
    const say = (dialog, text) => field(dialog, "status").getElement().setText(text);

    /* The newest question counts, whichever answer comes last. */
    async function search(dialog) {
      const number = ++asked;
      const query = { kind: field(dialog, "kind").getValue(), q: field(dialog, "query").getValue() };
      const answer = await ask(query).catch(() => null);
      if (number === asked) show(dialog, answer ?? [], answer ? words.nothing : words.failed);
    }

    async function ask(query) {
      const response = await fetch(`${config.embedsUrl}?${new URLSearchParams(query)}`);
      if (!response.ok) throw new Error(response.statusText);
      return (await response.json()).found;
    }

    function show(dialog, things, otherwise) {
      const list = field(dialog, "found");
      found = things;
      list.clear();
      things.forEach(({ title, note, path }) => list.add(note ? `${title} (${note})` : title, path));
      if (things.length) list.setValue(things[0].path);
      say(dialog, things.length ? "" : otherwise);
    }

    function searchSoon(dialog) {
      clearTimeout(waiting);
      waiting = setTimeout(search, PAUSE, dialog);
    }

    return {
      title: words.button,
      minWidth: 420,
      minHeight: 260,
      onFocus() {
        return field(this, "query");
      },
      onHide() {
        clearTimeout(waiting);
        asked += 1;
      },
      contents: [
        {
          id: "main",
          label: lang.common.generalTab,
          elements: [
            {
              id: "kind",
              type: "select",
              label: words.kind,
              items: Object.entries(config.embedKinds).map(([kind, label]) => [label, kind]),
              setup(embed) {
                this.setValue(embed.data.kind ?? this.items[0][1], true);
              },
              onChange() {
                field(this.getDialog(), "query").setValue("", true); // what was meant by it is of another kind
                search(this.getDialog());
              },
            },
            {
              id: "query",
              type: "text",
              label: words.search,
              setup(embed) {
                this.setValue(embed.data.title ?? "", true);
              },
              onKeyup() {
                searchSoon(this.getDialog());
              },
            },
            {
              id: "found",
              type: "select",
              label: words.found,
              size: 7,
              items: [],
              setup() {
                show(this.getDialog(), [], "");
                search(this.getDialog());
              },
              validate: CKEDITOR.dialog.validate.notEmpty(words.choose),
              commit(embed) {
                const { title, path } = found.find((thing) => thing.path === this.getValue());
                embed.setData({ kind: field(this.getDialog(), "kind").getValue(), title, path });
              },
            },
            { id: "status", type: "html", html: '<p role="status"></p>' },
          ],
        },
      ],
    };
  }

  CKEDITOR.plugins.add("embeds", {
    requires: "widget,dialog",
    init(editor) {
      CKEDITOR.dialog.add("embed", dialog);
      editor.widgets.add("embed", widget(editor));
      editor.ui.addButton("Embed", { label: editor.config.embedWords.button, command: "embed", toolbar: "insert" });
    },
  });

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("configLoaded", () => {
      editor.config.extraPlugins += ",embeds";
    });
  });
})();
