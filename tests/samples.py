"""Real inputs that nobody on the project wrote, read in place; absent on most machines."""

import os
from pathlib import Path

import pytest

SAMPLES_DIR = Path(os.environ.get("SAMPLES_DIR", Path(__file__).resolve().parent.parent.parent / "shared" / "samples"))

STORY = SAMPLES_DIR / "article" / "bao-ninh-binh.txt"
OWN_STORY = """Chi bộ thôn Bến: Họp ít mà chắc việc

Nhờ đổi cách họp, mỗi kỳ sinh hoạt của chi bộ đều chốt được một việc cụ thể cho thôn.

Tối mùng ba hằng tháng, 32 đảng viên của chi bộ thôn Bến ngồi quanh chiếc bàn dài ở nhà văn hóa.

Việc đem ra bàn chỉ một, nhưng ai cũng phải nói. Tháng này là con mương đầu làng.

Đào Duy
"""


def sample(relative: str) -> Path:
    """Path of a sample file or folder below SAMPLES_DIR; skips the test, with its reason, where it is absent."""
    path = SAMPLES_DIR / relative
    if not path.exists():
        pytest.skip(f"no sample {relative} below SAMPLES_DIR={SAMPLES_DIR}")
    return path


def owners_story():
    """Title, standfirst, paragraphs and byline of the paper's own article; of one like it where samples are absent."""
    text = STORY.read_text(encoding="utf-8") if STORY.exists() else OWN_STORY
    title, standfirst, *body, byline = text.split("\n\nGiá cả thị trường")[0].strip().split("\n\n")
    return title, standfirst, body, byline
