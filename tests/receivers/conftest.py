"""Pages are stored in a scratch folder, as the store's own tests have it."""

from tests.pages.store.conftest import place  # noqa: F401  (a fixture)
