"""What the demonstration's paper got wrong, and who answered it: one correction, one right of reply."""

from articles import corrections
from articles.models import Article, Correction

# The story published the first amount; the second is right.
_STORY = "phien-toa-gia-dinh-giua-san-truong-vu-chiec-xe-dap-muon-roi-mat"
_FALSE, _RIGHT = "đền 2,8 triệu đồng", "đền 1,8 triệu đồng"


def issue_correction(*, by):
    """Mend one public story and say so."""
    story = Article.objects.published().get(slug=_STORY)
    story.body = story.body.replace(_FALSE, _RIGHT)
    correction = Correction(
        false_statement="Sau nửa giờ nghị án, hội đồng gợi ý hai bên thỏa thuận: đền 2,8 triệu đồng, trả làm ba lần.",
        corrected_statement=(
            "Hội đồng gợi ý hai bên thỏa thuận: đền 1,8 triệu đồng, trả làm ba lần, mỗi lần 600.000 đồng."
        ),
        apology="Tòa soạn thành thật xin lỗi nhà trường, các em học sinh và bạn đọc vì sai sót này.",
    )
    corrections.issue(correction, story, by=by)
