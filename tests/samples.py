"""Real inputs that nobody on the project wrote, read in place; absent on most machines."""

import os
from pathlib import Path

import pytest

SAMPLES_DIR = Path(os.environ.get("SAMPLES_DIR", Path(__file__).resolve().parent.parent.parent / "shared" / "samples"))


def sample(relative: str) -> Path:
    """Path of a sample file or folder below SAMPLES_DIR; skips the test, with its reason, where it is absent."""
    path = SAMPLES_DIR / relative
    if not path.exists():
        pytest.skip(f"no sample {relative} below SAMPLES_DIR={SAMPLES_DIR}")
    return path
