"""A shelf in a scratch folder."""

import pytest

from newsroom.pages.store import shelf


@pytest.fixture
def place(settings, tmp_path):
    """This machine's shelf, with its lease: nobody helps out unasked."""
    settings.PAGE_STORE = str(tmp_path / "pages")
    place = shelf.here()
    place.extend_lease()
    return place
