/* The story editor's manners: it obeys the desk's Content-Security-Policy, signs its uploads, speaks good Vietnamese, counts words.
   Loaded after ckeditor.js, before the editors of the page start. */
(function () {
  "use strict";

  /* CKEditor fills its frames by writing inline scripts, which run only with the nonce of the page around them. */
  function stamp(html) {
    var carrier = document.querySelector("script[nonce]");
    return html.replace(/<script(?=[\s>])/gi, '<script nonce="' + (carrier ? carrier.nonce : "") + '"');
  }

  var write = CKEDITOR.dom.document.prototype.write;
  CKEDITOR.dom.document.prototype.write = function (html) {
    write.call(this, stamp(html));
  };

  /* The file field of a dialog is a frame too. It writes past CKEDITOR.dom, and starts from a javascript: address
     that does nothing and is refused. */
  var getFrameDocument = CKEDITOR.dom.element.prototype.getFrameDocument;
  CKEDITOR.dom.element.prototype.getFrameDocument = function () {
    var frame = getFrameDocument.call(this);
    if (this.hasClass("cke_dialog_ui_input_file")) {
      frame.$.write = function (html) {
        Document.prototype.write.call(this, stamp(html));
      };
    }
    return frame;
  };

  var createFromHtml = CKEDITOR.dom.element.createFromHtml;
  CKEDITOR.dom.element.createFromHtml = function (html, ownerDocument) {
    return createFromHtml.call(this, html.replace(/(<iframe[^>]*) src="javascript:void\(0\)"/g, "$1"), ownerDocument);
  };

  /* Django takes an upload only with the token of the form that the editor stands in. */
  function signUploads(editor) {
    editor.on("fileUploadRequest", function (event) {
      var token = document.querySelector("input[name=csrfmiddlewaretoken]");
      if (token) {
        event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token.value);
      }
    });
  }

  /* As newsroom.text.richtext.word_count counts: runs of non-space with a letter or digit in them. */
  function countWords(text) {
    return text.split(/\s+/).filter(function (word) {
      return /[\p{L}\p{N}]/u.test(word);
    }).length;
  }

  function showWordCount(editor) {
    var label = editor.element.data("words");
    if (!label) {
      return;
    }
    var counter = document.createElement("p");
    counter.className = "help editor-words";
    editor.container.$.insertAdjacentElement("afterend", counter);
    function update() {
      counter.textContent = countWords(editor.editable().$.innerText).toLocaleString("vi") + " " + label;
    }
    editor.on("change", update);
    update();
  }

  /* config.labels: {section of the language file: {key: text}}. Some sections come with the plugins. */
  function relabel(editor) {
    Object.entries(editor.config.labels || {}).forEach(function (entry) {
      Object.assign(editor.lang[entry[0]] || {}, entry[1]);
    });
  }

  CKEDITOR.on("instanceCreated", function (event) {
    var editor = event.editor;
    signUploads(editor);
    editor.on("langLoaded", relabel.bind(null, editor));
    editor.on("pluginsLoaded", relabel.bind(null, editor));
  });
  /* The sheets of the writing arrive after the frame: it is shown when they are there, or could not come. */
  function showDressed(editor) {
    function show() {
      editor.window.$.frameElement.dataset.dressed = "";
    }
    if (editor.document.$.readyState === "complete") {
      show();
    } else {
      editor.window.$.addEventListener("load", show);
    }
  }

  CKEDITOR.on("instanceReady", function (event) {
    showWordCount(event.editor);
    showDressed(event.editor);
    event.editor.on("contentDom", showDressed.bind(null, event.editor));
  });
})();
