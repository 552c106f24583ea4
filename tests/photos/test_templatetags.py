from django.template import Context, Template

from tests.factories.photos import PhotoFactory


def render(markup, **context):
    html = Template("{% load photos %}" + markup).render(Context(context))
    return " ".join(html.split())


def test_picture_offers_every_rendition_in_both_formats():
    photo = PhotoFactory.build(image="photos/2026/11/a/original.jpg", width=2400, height=1600, alt="Cánh đồng")

    html = render('{% picture photo sizes="(min-width: 60em) 40em, 100vw" %}', photo=photo)

    assert html == (
        '<picture> <source type="image/webp" srcset="/media/photos/2026/11/a/w480.webp 480w,'
        ' /media/photos/2026/11/a/w960.webp 960w, /media/photos/2026/11/a/w1600.webp 1600w"'
        ' sizes="(min-width: 60em) 40em, 100vw">'
        ' <img src="/media/photos/2026/11/a/w960.jpg" srcset="/media/photos/2026/11/a/w480.jpg 480w,'
        ' /media/photos/2026/11/a/w960.jpg 960w, /media/photos/2026/11/a/w1600.jpg 1600w"'
        ' sizes="(min-width: 60em) 40em, 100vw" width="960" height="640" alt="Cánh đồng"'
        ' loading="lazy" decoding="async"> </picture>'
    )


def test_picture_in_view_at_once_is_not_lazy():
    html = render("{% picture photo eager=True %}", photo=PhotoFactory.build())

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_picture_numbers_are_for_browsers_and_not_for_readers(settings):
    """1.440 would be the Vietnamese way to write it."""
    settings.USE_THOUSAND_SEPARATOR, settings.NUMBER_GROUPING = True, 3

    html = render("{% picture photo %}", photo=PhotoFactory.build(width=2000, height=3000))

    assert 'width="960" height="1440"' in html


def test_picture_takes_the_alternative_text_of_its_use():
    html = render("{% picture photo alt=words %}", photo=PhotoFactory.build(alt="khác"), words='Chợ "Rồng" <b>')

    assert 'alt="Chợ &quot;Rồng&quot; &lt;b&gt;"' in html


def test_picture_as_ornament_has_an_empty_alternative_text():
    html = render('{% picture photo alt="" %}', photo=PhotoFactory.build(alt="khác"))

    assert 'alt=""' in html
