import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import vietnamese
from newsroom.text.vietnamese import fold, name_key, normalize, one_line, same_tone, slugify, sort_key, spellings

MORNING = datetime(2026, 11, 22, 2, 5, tzinfo=UTC)  # 09:05 in Hà Nội, a Sunday


def in_order(texts, key):
    return sorted(texts, key=key)


class TestNormalize:
    def test_composes_what_macs_and_old_keyboards_decompose(self):
        assert normalize(unicodedata.normalize("NFD", "Đảng bộ Ninh Bình")) == "Đảng bộ Ninh Bình"

    @pytest.mark.parametrize(
        "code", [0x200B, 0x200D, 0x200E, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xAD, 0x0, 0x7, 0x7F, 0xD800]
    )
    def test_removes_the_invisible(self, code):
        assert normalize(f"Ninh{chr(code)} Bình") == "Ninh Bình"

    def test_removes_the_invisible_between_a_letter_and_its_mark(self):
        assert normalize("a\u200b\u0301") == "á"

    @pytest.mark.parametrize("code", [0xA0, 0x2003, 0x2009, 0x202F, 0x3000])
    def test_makes_odd_spaces_plain(self, code):
        assert normalize(f"Ninh{chr(code)}Bình") == "Ninh Bình"

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\x85"])
    def test_keeps_lines(self, line_end):
        assert normalize(f"một{line_end}hai\tba") == "một\nhai\tba"

    @given(st.text())
    def test_twice_changes_nothing(self, text):
        assert normalize(normalize(text)) == normalize(text)

    def test_one_line_joins_and_trims(self):
        assert one_line("  Đất\u00a0 và\n\tNgười\u200b ") == "Đất và Người"


class TestFold:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Đảng bộ", "dang bo"),
            ("ÐẢNG", "dang"),
            ("ð", "d"),
            ("ƯỠN ẸO", "uon eo"),
            ("Tam Điệp – 100%", "tam diep – 100%"),
        ],
    )
    def test_takes_accents_off(self, text, folded):
        assert fold(text) == folded

    def test_does_not_care_how_accents_are_written(self):
        assert fold(unicodedata.normalize("NFD", "Nguyễn Ưởng")) == "nguyen uong"


class TestSameTone:
    @pytest.mark.parametrize(
        ("new", "old"),
        [
            ("hoà", "hòa"),
            ("thuỷ", "thủy"),
            ("khoẻ", "khỏe"),
            ("loè", "lòe"),
            ("UỶ BAN", "ỦY BAN"),
            ("Hoà", "Hòa"),
            ("xoã", "xõa"),
        ],
    )
    def test_two_schools_of_spelling_are_one_word(self, new, old):
        assert same_tone(new) == same_tone(old) == old

    @pytest.mark.parametrize(
        "word", ["hoàn", "toán", "huỳnh", "hoài", "khuỷu", "ngoéo", "Quý", "quà", "quỹ", "hóa", "họ à"]
    )
    def test_words_with_one_spelling_stay(self, word):
        assert same_tone(word) == word

    def test_a_slip_before_a_consonant_is_the_same_word(self):
        assert same_tone("hòan thành") == "hoàn thành"

    def test_accents_still_tell_words_apart(self):
        assert len({same_tone(word) for word in ("hoa", "hoà", "hoá", "hoả", "hoã", "hoạ")}) == 6

    def test_decomposed_text_is_the_same_word(self):
        assert same_tone(unicodedata.normalize("NFD", "hoà")) == "hòa"

    def test_spellings_gives_both_schools(self):
        assert spellings("Uỷ ban hoàn thành") == ("Ủy ban hoàn thành", "Uỷ ban hoàn thành")
        assert spellings("toán") == ("toán",)

    @given(st.text("hoaàáòóeẻuýỷyqn OÀ\u0301", max_size=12))
    def test_twice_changes_nothing(self, text):
        assert same_tone(same_tone(text)) == same_tone(text)


class TestSlugify:
    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Đất và Người Ninh Bình", "dat-va-nguoi-ninh-binh"),
            ("“Giá vàng” tăng 1,2%: vì sao?", "gia-vang-tang-1-2-vi-sao"),
            ("ÐÊM  HOA-LƯ", "dem-hoa-lu"),
            ("Ninh\u200bBình", "ninhbinh"),
            ("???", ""),
            ("", ""),
        ],
    )
    def test_reads_like_the_title(self, title, slug):
        assert slugify(title) == slug

    def test_cuts_between_words(self):
        assert slugify("Đất và Người", max_length=8) == "dat-va"
        assert slugify("Đất và Người", max_length=6) == "dat-va"

    def test_cuts_a_word_that_is_too_long_by_itself(self):
        assert slugify("a" * 200) == "a" * 120

    def test_falls_back_to_code_points_for_other_scripts(self):
        assert slugify("Вода") == "432-43e-434-430"

    @given(st.text())
    def test_is_ascii_short_and_stable(self, text):
        slug = slugify(text, max_length=20)

        assert slug.isascii()
        assert len(slug) <= 20
        assert slugify(slug, max_length=20) == slug

    @given(st.text(min_size=1).filter(lambda text: any(character.isalnum() for character in fold(normalize(text)))))
    def test_is_never_empty_where_there_is_a_letter_or_digit(self, text):
        assert slugify(text)


class TestOrder:
    def test_letters_follow_the_dictionary(self):
        words = ["an", "ăn", "ân", "dân", "đân", "em", "êm", "on", "ôn", "ơn", "un", "ưn"]

        assert in_order(words[::-1], sort_key) == words

    def test_tones_follow_the_dictionary(self):
        words = ["ma", "mà", "mả", "mã", "má", "mạ"]

        assert in_order(words[::-1], sort_key) == words

    def test_a_later_letter_outranks_an_earlier_tone(self):
        assert sorted(["hạnb", "hanc", "hạna"], key=sort_key) == ["hạna", "hạnb", "hanc"]

    def test_a_shorter_word_comes_first(self):
        assert sorted(["anh", "ạn", "an"], key=sort_key) == ["an", "ạn", "anh"]

    def test_staff_lists_go_by_given_name_then_surname_then_middle_names(self):
        names = ["Trần An", "Lê Thị Ánh", "Nguyễn Ánh", "Đào Duy", "Trần Đức", "Vũ Thị Hà", "Vũ Văn Hà", "Bùi Hạ"]

        assert in_order(names[::-1], name_key) == names

    def test_name_key_ignores_case_and_spaces(self):
        assert name_key(" đào  DUY ") == name_key("Đào Duy")

    def test_an_empty_name_has_a_key(self):
        assert name_key("") == ()


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (7_250_000, "7.250.000"),
            (0, "0"),
            (999, "999"),
            (-1500, "-1.500"),
            (Decimal("1.25"), "1,25"),
            (Decimal("7250000.00"), "7.250.000"),
            (Decimal("0.050"), "0,05"),
            (Decimal("1E+3"), "1.000"),
            (1.5, "1,5"),
        ],
    )
    def test_format_number(self, value, text):
        assert vietnamese.format_number(value) == text

    @pytest.mark.parametrize(
        ("value", "decimals", "text"),
        [(Decimal("1.255"), 2, "1,26"), (2, 1, "2,0"), (Decimal("1234.5"), 0, "1.235"), (Decimal("-0.001"), 2, "0,00")],
    )
    def test_format_number_with_decimals(self, value, decimals, text):
        assert vietnamese.format_number(value, decimals) == text

    @pytest.mark.parametrize(("value", "text"), [(50_000, "+50.000"), (Decimal("-1.5"), "−1,5"), (0, "0")])
    def test_format_change_says_its_sign(self, value, text):
        assert vietnamese.format_change(value) == text


class TestDates:
    def test_are_local(self):
        late = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)  # already Monday in Hà Nội

        assert vietnamese.format_datetime(MORNING) == "22/11/2026 - 09:05"
        assert vietnamese.format_date(late) == "23/11/2026"
        assert vietnamese.format_long_date(late) == "Thứ hai, 23/11/2026"

    def test_do_not_follow_the_active_time_zone(self):
        with timezone.override("America/New_York"):
            assert vietnamese.format_datetime(MORNING) == "22/11/2026 - 09:05"

    def test_a_plain_date_is_a_local_day(self):
        assert vietnamese.format_long_date(date(2026, 11, 22)) == "Chủ nhật, 22/11/2026"
        assert vietnamese.format_date(date(2026, 1, 2)) == "02/01/2026"
