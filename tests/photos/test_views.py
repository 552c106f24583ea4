import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from photos.models import Photo
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory, picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return reverse("admin:photos_photo_upload")


def test_upload_address_is_kept(address):
    assert address == "/admin/photos/photo/upload/"


def test_upload_answers_with_the_picture_for_a_column(client, photographer, address):
    client.force_login(photographer)

    response = client.post(address, {"upload": upload(picture(2000, 1500), name="Ảnh của tôi.jpg")})

    photo = Photo.objects.get()
    assert response.json() == {
        "uploaded": 1,
        "fileName": "w960.jpg",
        "url": f"/media/{photo.folder}/w960.jpg",
        "width": 960,
        "height": 720,
    }
    assert photo.created_by == photographer


def test_upload_of_a_small_picture_answers_with_its_own_size(client, photographer, address):
    client.force_login(photographer)

    response = client.post(address, {"upload": upload(picture(300, 200))})

    assert response.json()["width"] == 300


def test_upload_of_no_picture_answers_with_our_words(client, photographer, address):
    client.force_login(photographer)

    response = client.post(address, {"upload": SimpleUploadedFile("a.jpg", b"<script>", content_type="image/jpeg")})

    # 200, or CKEditor would show its own words.
    assert response.status_code == 200
    assert response.json() == {
        "uploaded": 0,
        "error": {"message": "Tệp này không phải là ảnh JPEG, PNG hoặc WebP đọc được."},
    }
    assert Photo.objects.count() == 0


def test_upload_of_nothing_says_so(client, photographer, address):
    client.force_login(photographer)

    response = client.post(address, {"upload": "chữ"})

    assert response.json() == {"uploaded": 0, "error": {"message": "Chưa có tệp nào được gửi."}}


def test_upload_sends_strangers_to_sign_in(client, address):
    response = client.post(address, {"upload": upload()})

    assert (response.status_code, response["Location"]) == (302, f"/admin/login/?next={address}")
    assert Photo.objects.count() == 0


def test_upload_refuses_staff_without_the_right(client, onlooker, address):
    client.force_login(onlooker)

    response = client.post(address, {"upload": upload()})

    assert response.status_code == 403
    assert response.json() == {"uploaded": 0, "error": {"message": "Bạn không có quyền thêm ảnh."}}
    assert Photo.objects.count() == 0


def test_upload_refuses_accounts_that_are_not_staff(client, photographer, address):
    photographer.is_staff = False
    photographer.save()
    client.force_login(photographer)

    assert client.post(address, {"upload": upload()}).status_code == 302
    assert Photo.objects.count() == 0


def test_upload_asks_for_the_csrf_token(photographer, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(photographer)

    assert client.post(address, {"upload": upload()}).status_code == 403
    assert Photo.objects.count() == 0


def test_upload_is_posted(client, photographer, address):
    client.force_login(photographer)

    assert client.get(address).status_code == 405


def summary_of(photo):
    return reverse("admin:photos_photo_summary", args=[photo.pk])


def test_summary_tells_what_a_story_would_show(client, onlooker):
    photo = PhotoFactory(caption="Hội Gióng", credit="Đào Duy", alt="Người đi trẩy hội")
    client.force_login(onlooker)

    assert client.get(summary_of(photo)).json() == {
        "url": f"/media/{photo.folder}/w960.webp",
        "width": 960,
        "height": 640,
        "alt": "Người đi trẩy hội",
        "caption": "Hội Gióng",
        "credit": "Đào Duy",
    }


def test_summary_is_for_those_who_may_see_photos(client):
    photo = PhotoFactory(caption="Hội Gióng")
    client.force_login(UserFactory())

    response = client.get(summary_of(photo))

    assert response.status_code == 403
    assert "Hội Gióng" not in response.content.decode()


def test_summary_of_no_photo_is_not_found(client, onlooker):
    client.force_login(onlooker)

    assert client.get("/admin/photos/photo/404/summary/").status_code == 404
