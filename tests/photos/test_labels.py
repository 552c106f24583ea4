"""The AI label of photos: beside each picture in a text, and in the log whenever it changes."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst

from newsroom.desk import roles
from photos.labels import label_pictures
from photos.templatetags.photos import with_labels
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory, upload

pytestmark = pytest.mark.django_db

MARK = '<span class="ai-label">Picture made with AI</span>'


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def image(photo):
    return f'<img src="/media/{photo.folder}/w960.jpg" alt="Lúa">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<figure class="image">{}<figcaption>Lúa</figcaption></figure>',
         '<figure class="image">{}<figcaption>Lúa {mark}</figcaption></figure>'),
        ('<figure class="image">{}</figure>', '<figure class="image">{}<figcaption> {mark}</figcaption></figure>'),
        ("<p>Trước {} sau</p>", "<p>Trước {}{mark} sau</p>"),
        ("<ul><li>{}</li></ul>", "<ul><li>{}{mark}</li></ul>"),
    ],
)  # fmt: skip
def test_label_stands_beside_a_picture_in_the_text(before, after):
    picture = image(PhotoFactory(ai_label="made"))

    assert with_labels(before.format(picture)) == after.format(picture, mark=MARK)


def test_text_without_labelled_picture_stays_byte_for_byte(django_assert_num_queries):
    html = f'<p>a &lt; b</p>\n<figure class="image">{image(PhotoFactory())}</figure>'

    with django_assert_num_queries(1):
        assert label_pictures(html) == html
    with django_assert_num_queries(0):
        assert label_pictures("<p>Không ảnh.</p>") == "<p>Không ảnh.</p>"


def test_labels_of_many_pictures_are_asked_for_at_once(django_assert_num_queries):
    html = "".join(f"<p>{image(PhotoFactory(ai_label='made'))}</p>" for _n in range(3))

    with django_assert_num_queries(1):
        assert label_pictures(html).count(MARK) == 3


@pytest.fixture
def editor(client):
    user = UserFactory(roles=[roles.EDITOR])
    client.force_login(user)
    return user


def test_change_of_the_label_is_in_the_log_with_before_and_after(client, editor):
    photo = PhotoFactory(ai_label="made")
    typed = {"caption": photo.caption, "credit": photo.credit, "alt": photo.alt, "ai_label": "altered"}

    client.post(reverse("admin:photos_photo_change", args=[photo.pk]), typed)

    entry = LogEntry.objects.get()
    with translation.override("vi"):  # the paper's language, whatever the account's
        label, made, altered = (
            capfirst(translation.gettext(text)) for text in ("AI label", "Made with AI", "Altered with AI")
        )
    assert json.loads(entry.change_message)[-1] == {"values": [[label, made, altered]]}
    assert (entry.user, entry.object_id) == (editor, str(photo.pk))


def test_label_of_a_new_photo_is_in_the_log(client, editor):
    client.post(reverse("admin:photos_photo_add"), {"upload": upload(), "ai_label": "made"})

    assert "Tạo bằng AI" in json.dumps(json.loads(LogEntry.objects.get().change_message), ensure_ascii=False)


def test_log_of_labels_cannot_be_rewritten(client, editor):
    client.post(reverse("admin:photos_photo_add"), {"upload": upload(), "ai_label": "made"})

    with pytest.raises(IntegrityError), transaction.atomic():
        LogEntry.objects.update(change_message="")
    with pytest.raises(IntegrityError), transaction.atomic():
        LogEntry.objects.all().delete()
