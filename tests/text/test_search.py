import importlib
import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import search

migration = importlib.import_module("newsroom.text.migrations.0001_search_configuration")


def one(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()[0]


class TestParse:
    def test_makes_one_clean_line(self):
        assert search.parse(" Đảng\u00a0bộ\n ").text == "Đảng bộ"

    def test_cuts_what_is_too_long(self):
        assert search.parse("a " * 300).text == ("a " * 100).strip()

    def test_knows_the_query_without_accents(self):
        assert search.parse("Đảng bộ").folded == "dang bo"

    def test_knows_both_spellings_of_text_kept_as_typed(self):
        assert search.parse("Hoà bình").spellings == search.parse("hòa Bình").spellings == ("hòa bình", "hoà bình")

    @pytest.mark.parametrize(
        ("q", "is_empty"), [("", True), ("  ", True), ("-?!", True), ("\u200b", True), ("a", False), ("5", False)]
    )
    def test_is_empty_without_letter_or_digit(self, q, is_empty):
        assert search.parse(q).is_empty is is_empty

    def test_reads_as_its_text(self):
        assert str(search.parse("giá vàng ")) == "giá vàng"

    @given(st.text())
    def test_never_fails(self, q):
        assert len(search.parse(q).text) <= search.MAX_QUERY_LENGTH


@pytest.mark.django_db
class TestConfiguration:
    @pytest.mark.parametrize("query", ["Đảng bộ", "dang bo", "ĐẢNG BỘ", "đảng bo"])
    def test_accents_and_case_do_not_matter(self, query):
        assert one("SELECT websearch_to_tsquery('vi', %s)::text", query) == "'dang' & 'bo'"

    def test_text_becomes_the_same_lexemes(self):
        assert one("SELECT to_tsvector('vi', %s)::text", "Đảng bộ Tam Điệp") == "'bo':2 'dang':1 'diep':4 'tam':3"

    def test_both_spellings_find_each_other(self):
        assert one("SELECT to_tsvector('vi', 'hoà bình') @@ websearch_to_tsquery('vi', 'hòa')") is True

    def test_words_with_digits_and_hyphens_lose_accents_too(self):
        assert one("SELECT to_tsvector('vi', 'độ2 Vũng-Tàu')::text") == "'do2':1 'tau':4 'vung':3 'vung-tau':2"

    @pytest.mark.parametrize("q", ['"', "a & | ! (", "or or -", "'; --", "<->", "\\"])
    def test_whatever_readers_type_is_a_query(self, q):
        assert isinstance(one("SELECT websearch_to_tsquery('vi', %s)::text", search.parse(q).text), str)

    def test_can_be_made_twice_and_undone(self):
        made, undone = self.run_under_another_name("forwards"), self.run_under_another_name("backwards")

        assert (made, undone) == (1, 0)

    def run_under_another_name(self, direction):
        """How many configurations are there after running the migration twice? (Columns depend on the real one.)"""
        operations = migration.Migration.operations
        statements = [operation.sql if direction == "forwards" else operation.reverse_sql for operation in operations]
        with connection.cursor() as cursor:
            for sql in [statement for statement in statements if statement] * 2:
                cursor.execute(re.sub(r"\bvi\b", "vi_trial", sql))
        return one("SELECT count(*) FROM pg_ts_config WHERE cfgname = 'vi_trial'")
