"""A story with a false statement, and its correction."""

from articles import corrections
from articles.models import Article, Correction
from tests.factories.articles import ArticleFactory, PenNameFactory

FALSE = "Cầu dài 120 mét"


def bridge(section):
    """A public story that says what is FALSE."""
    return ArticleFactory(
        live=True, section=section, title="Cầu mới qua sông", body=f"<p>{FALSE}, rộng 7 mét.</p>",
        signed=[PenNameFactory()],
    )  # fmt: skip


def said(**changed):
    words = {"false_statement": FALSE, "corrected_statement": "Cầu dài 210 mét.", "apology": "Xin lỗi bạn đọc."}
    return Correction(**words | changed)


def issue(story, by, *, mended="<p>Cầu dài 210 mét, rộng 7 mét.</p>", **changed):
    article = Article.objects.get(pk=story.pk)
    article.body = mended
    return corrections.issue(said(**changed), article, by=by)
