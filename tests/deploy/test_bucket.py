"""Photographs in a bucket: written to a server that speaks S3, read by readers through deploy/nginx-bucket.conf."""

import io
import json
import os
import re
import shutil
import subprocess
import sys

import boto3
import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.urls import reverse
from PIL import Image

from newsroom import backup
from newsroom.backup import dump
from newsroom.desk import roles
from photos.models import Photo
from tests.deploy.house import ROOT, House, free_port
from tests.factories.desk import UserFactory
from tests.factories.photos import picture, upload

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        shutil.which("nginx") is None and not os.environ.get("CI"),
        reason="nginx is not installed (apt-get install nginx-light)",
    ),
]
ADD = reverse("admin:photos_photo_add")
NAME = "bao-example"
READABLE = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{NAME}/photos/*"}

SAVES_A_FILE = """
from io import BytesIO
import django
from django.core.files.storage import default_storage
django.setup()
print(default_storage.url(default_storage.save("photos/one.txt", BytesIO(b"one"))))
"""


class BucketHouse(House):
    """A server that speaks S3, and nginx which has photographs from there."""

    def __init__(self, folder):
        super().__init__(folder, folder / "pages", "none")
        self.service_port = free_port()
        self.service = f"http://127.0.0.1:{self.service_port}"

    def _bucket(self):
        return [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", self.service_port]

    def _nginx(self):
        text = (ROOT / "deploy" / "nginx-bucket.conf").read_text()
        assert text.count("https://s3.example/") == 1
        (self.folder / "nginx-bucket.conf").write_text(text.replace("https://s3.example/", f"{self.service}/"))
        return super()._nginx()

    def _as_here(self, text):
        folder = re.compile(r"location /media/ \{.*?\n {8}\}", re.DOTALL)
        text, found = folder.subn("include nginx-bucket.conf;", super()._as_here(text))
        assert found == 1
        return text


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bucket")
    folder.chmod(0o755)
    house = BucketHouse(folder)
    house.start("bucket")
    house.start("nginx")
    try:
        house.wait_until(lambda: house.ask("/", port=house.service_port)[0] == 200)
        yield house
    finally:
        house.close()


@pytest.fixture
def bucket(house, settings, monkeypatch):
    """An empty bucket that readers may read from, and settings as MEDIA_BUCKET makes them."""
    for name, value in _environment(house).items():
        monkeypatch.setenv(name, value)
    settings.MEDIA_BUCKET = NAME
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "photos.bucket.Bucket", "OPTIONS": {"bucket_name": NAME}}
    }
    bucket = boto3.resource("s3", region_name="us-east-1").create_bucket(Bucket=NAME)
    bucket.Policy().put(Policy=json.dumps({"Version": "2012-10-17", "Statement": [READABLE]}))
    yield bucket
    bucket.objects.delete()
    bucket.delete()
    storages["default"].connection.meta.client.close()


def _environment(house):
    return {
        "MEDIA_BUCKET": NAME,
        "AWS_ENDPOINT_URL_S3": house.service,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "secret",
    }


@pytest.fixture
def photo(bucket, client):
    """Added at the desk."""
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))
    texts = {"caption": "Hội Gióng", "credit": "Đào Duy", "alt": "Người đi trẩy hội"}
    client.post(ADD, {"upload": upload(picture(1000, 500)), **texts})
    return Photo.objects.get()


def names(bucket):
    return {thing.key for thing in bucket.objects.all()}


def test_added_photo_lies_in_the_bucket_with_its_renditions(bucket, photo, settings):
    sizes = ["original.jpg", *(f"w{width}.{kind}" for width in (480, 960, 1000) for kind in ("jpg", "webp"))]

    assert names(bucket) == {f"{photo.folder}/{name}" for name in sizes}
    assert not settings.MEDIA_ROOT.exists()


def test_reader_gets_it_at_the_address_it_would_have_on_disk(house, photo):
    address = photo.renditions[0].webp
    assert address == f"/media/{photo.folder}/w480.webp"

    status, headers, body = house.ask(address)

    with Image.open(io.BytesIO(body)) as image:
        assert (status, image.format, image.size) == (200, "WEBP", (480, 240))
    assert headers["Content-Type"] == "image/webp"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (headers["X-Content-Type-Options"], headers["Content-Security-Policy"]) == ("nosniff", "default-src 'none'")
    assert house.ask(address, If_None_Match=headers["ETag"])[0] == 304


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "{folder}/w9.webp", 404),
        ("GET", "{folder}/w480.webp?acl", 200),  # the picture: the bucket never hears of the question
        ("DELETE", "{folder}/w480.webp", 404),
        ("GET", "elsewhere/w480.webp", 503),  # asked of the application, which is not there
    ],
)
def test_reader_gets_nothing_else_of_the_bucket(house, bucket, photo, method, address, status):
    before = names(bucket)

    found, _headers, body = house.ask("/media/" + address.format(folder=photo.folder), method)

    assert (found, b"<?xml" in body, names(bucket)) == (status, False, before)


def test_deleted_photo_is_gone_from_the_bucket(house, bucket, photo):
    photo.delete()

    assert names(bucket) == set()
    assert house.ask(photo.renditions[0].webp)[0] == 404


def test_photo_that_the_bucket_refuses_leaves_no_row(client, photo, monkeypatch):
    monkeypatch.setattr(storages["default"], "bucket_name", "another")
    monkeypatch.setattr(storages["default"], "_bucket", None)
    client.raise_request_exception = False

    answer = client.post(ADD, {"upload": upload(), "caption": "", "credit": "", "alt": ""})

    assert (answer.status_code, Photo.objects.count()) == (500, 1)


def test_environment_alone_names_the_bucket(house, bucket):
    environment = {**os.environ, **_environment(house), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    options = {"cwd": ROOT, "env": environment, "capture_output": True, "text": True}

    said = subprocess.run([sys.executable, "-c", SAVES_A_FILE], check=True, timeout=60, **options).stdout

    assert (said, names(bucket)) == ("/media/photos/one.txt\n", {"photos/one.txt"})


def test_backup_says_that_photographs_stay_in_the_bucket(bucket, photo, tmp_path, monkeypatch):
    monkeypatch.setattr(dump, "write", lambda target: target.write_text("database"))
    out = io.StringIO()

    call_command("backup", tmp_path / "backups", stdout=out)

    [made] = backup.complete(tmp_path / "backups")
    assert {path.name for path in made.iterdir()} == {"database.dump", "manifest.json"}
    assert out.getvalue().endswith("\nPhotographs are not in it: they stay in the bucket bao-example.\n")


@pytest.mark.parametrize(("at_backup", "at_restore"), [("", NAME), (NAME, "")])
def test_database_is_not_restored_without_its_photographs(settings, tmp_path, monkeypatch, at_backup, at_restore):
    monkeypatch.setattr(dump, "write", lambda target: target.write_text("database"))
    monkeypatch.setattr(dump, "is_empty", lambda: True)
    settings.MEDIA_ROOT.mkdir()
    settings.MEDIA_BUCKET = at_backup
    call_command("backup", tmp_path / "backups", stdout=io.StringIO())
    settings.MEDIA_BUCKET = at_restore

    with pytest.raises(CommandError, match="MEDIA_BUCKET"):
        call_command("restore", *backup.complete(tmp_path / "backups"))
