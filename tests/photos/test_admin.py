import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from photos.admin import PhotoAdmin
from photos.models import Photo
from tests.factories.articles import ArticleFactory
from tests.factories.photos import PhotoFactory, picture, upload

pytestmark = pytest.mark.django_db

LIST = reverse("admin:photos_photo_changelist")
ADD = reverse("admin:photos_photo_add")
TEXTS = {"caption": "Hội Gióng", "credit": "Đào Duy", "alt": "Người đi trẩy hội"}


def change(photo):
    return reverse("admin:photos_photo_change", args=[photo.pk])


def delete(photo):
    return reverse("admin:photos_photo_delete", args=[photo.pk])


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_as_many_queries_for_many_photos(client, photographer, rows, django_assert_num_queries):
    PhotoFactory.create_batch(rows, created_by=photographer)
    client.force_login(photographer)

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert response.content.decode().count('loading="lazy"') == rows


def test_list_shows_small_pictures(client, photographer):
    photo = PhotoFactory(width=2400, height=1600, alt="Cánh đồng")
    client.force_login(photographer)

    assert (
        f'<img src="/media/{photo.folder}/w480.webp" width="120" height="80" alt="Cánh đồng" loading="lazy">'
        in client.get(LIST).content.decode()
    )


@pytest.mark.parametrize("query", ["gióng", "Thạo Hoàng"])
def test_list_finds_by_caption_and_credit(client, photographer, query):
    PhotoFactory()
    wanted = PhotoFactory(caption="Hội Gióng", credit="Thạo Hoàng")
    client.force_login(photographer)

    response = client.get(LIST, {"q": query})

    assert list(response.context["cl"].queryset) == [wanted]


def test_photo_is_found_by_stories_that_want_one(photographer, rf):
    request = rf.get("/")
    request.user = photographer
    wanted = PhotoFactory(caption="Hội Gióng")
    PhotoFactory()

    found, _duplicates = PhotoAdmin(Photo, None).get_search_results(request, Photo.objects.all(), "gióng")

    assert list(found) == [wanted]


def test_added_photo_goes_through_ingest(client, photographer):
    client.force_login(photographer)

    response = client.post(ADD, {"upload": upload(picture(60, 40)), **TEXTS})

    photo = Photo.objects.get()
    assert response["Location"] == LIST
    assert (photo.width, photo.height, photo.caption, photo.created_by) == (60, 40, "Hội Gióng", photographer)
    assert photo.image.storage.exists(f"{photo.folder}/w60.webp")


def test_refused_file_keeps_what_was_typed(client, photographer):
    client.force_login(photographer)

    response = client.post(ADD, {"upload": SimpleUploadedFile("a.jpg", b"<html>"), **TEXTS})

    form = response.context["adminform"].form
    assert form.errors == {"upload": ["Tệp này không phải là ảnh JPEG, PNG hoặc WebP đọc được."]}
    assert {name: form[name].value() for name in TEXTS} == TEXTS
    assert Photo.objects.count() == 0


def test_file_must_be_given(client, photographer):
    client.force_login(photographer)

    response = client.post(ADD, TEXTS)

    assert list(response.context["adminform"].form.errors) == ["upload"]


def test_changed_photo_keeps_its_picture(client, photographer):
    photo = PhotoFactory()
    client.force_login(photographer)

    client.post(
        change(photo),
        {**TEXTS, "image": upload(), "width": 1, "height": 1, "created_by": photographer.pk},
    )

    changed = Photo.objects.get()
    assert (changed.caption, changed.credit, changed.alt) == tuple(TEXTS.values())
    assert (changed.image, changed.width, changed.height, changed.created_by) == (photo.image, 2400, 1600, None)


def test_change_form_shows_the_picture(client, photographer):
    photo = PhotoFactory(width=2400, height=1600)
    client.force_login(photographer)

    html = client.get(change(photo)).content.decode()

    assert f'<img src="/media/{photo.folder}/w960.webp" width="480" height="320"' in html
    assert 'type="file"' not in html


@pytest.mark.parametrize("method", ["get", "post"])
def test_photo_is_not_added_or_changed_without_the_right(client, onlooker, method):
    photo = PhotoFactory()
    client.force_login(onlooker)

    assert getattr(client, method)(ADD, {**TEXTS}).status_code == 403
    assert client.post(change(photo), TEXTS).status_code == 403
    assert Photo.objects.get().caption == photo.caption


def test_unused_photo_can_be_deleted(client, chief):
    photo = PhotoFactory()
    client.force_login(chief)

    client.post(delete(photo), {"post": "yes"})

    assert Photo.objects.count() == 0


def test_photo_is_not_deleted_without_the_right(client, photographer):
    photo = PhotoFactory()
    client.force_login(photographer)

    assert client.post(delete(photo), {"post": "yes"}).status_code == 403
    assert Photo.objects.count() == 1


def test_photo_in_use_is_not_deleted_and_says_by_what(client, chief):
    photo = PhotoFactory(caption="Hội Gióng")
    ArticleFactory(lead_photo=photo, title="Lễ hội mùa xuân")
    client.force_login(chief)

    html = client.post(delete(photo), {"post": "yes"}).content.decode()

    assert "Ảnh “Hội Gióng” đang được dùng nên không thể xóa." in html
    assert "Lễ hội mùa xuân" in html
    assert Photo.objects.count() == 1


def test_photos_in_use_are_not_deleted_together_and_say_by_what(client, chief):
    unused, used = PhotoFactory.create_batch(2)
    ArticleFactory(lead_photo=used, title="Lễ hội mùa xuân")
    client.force_login(chief)

    data = {"action": "delete_selected", "_selected_action": [unused.pk, used.pk], "post": "yes"}
    html = client.post(LIST, data).content.decode()

    assert "đang được dùng nên chưa xóa ảnh nào" in html
    assert "Lễ hội mùa xuân" in html
    assert Photo.objects.count() == 2
