"""English at the desk changes the words, not the paper's dates and figures."""

from newsroom.formats.vi.formats import *  # noqa: F403
