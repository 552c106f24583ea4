"""Many small sheets and scripts for those who write them, one file of each for those who read the paper.

Development links the parts; `collectstatic` joins them in order without comments and white space, and then the bundle
alone is linked. Nothing else is transformed, so there is nothing to build.
"""

import rcssmin
import rjsmin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_SHEETS = (
    "fonts", "tokens", "base", "layout", "components/masthead", "components/search", "components/card",
    "components/prices", "components/price-chart", "components/price-tools", "components/poll",
    "components/poll-method", "components/embed", "components/correction", "components/subscribe",
    "pages/front", "pages/blocks", "pages/article", "pages/api", "print",
)  # fmt: skip

_SCRIPTS = ("side", "today", "poll", "ballot", "share", "price-chart", "converter")

# A bundle lies beside its parts, so that relative addresses in them (fonts) stay right.
BUNDLES = {
    "newsroom/css/paper.css": [f"newsroom/css/{sheet}.css" for sheet in _SHEETS],
    "newsroom/js/paper.js": [f"newsroom/js/{script}.js" for script in _SCRIPTS],
}


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Static files of production: joined, named by their content, compressed."""

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for name, parts in BUNDLES.items():
                self._join(name, parts, paths)
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, name, parts, paths):
        joined = shrunk(name, b"\n".join(self._content(*paths[part]) for part in parts))
        if self.exists(name):
            self.delete(name)
        self._save(name, ContentFile(joined))

    @staticmethod
    def _content(storage, path):
        with storage.open(path) as file:
            return file.read()


def shrunk(name: str, text: bytes) -> bytes:
    """A sheet or script without what no browser reads."""
    return rcssmin.cssmin(text) if name.endswith(".css") else rjsmin.jsmin(text)
