"""Photographs in a bucket of an S3-compatible service, in place of a folder (the setting MEDIA_BUCKET)."""

from urllib.parse import urljoin

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class Bucket(S3Storage):
    """Addresses stay below MEDIA_URL, as they stand in the texts of stories: the proxy fetches from the bucket."""

    def get_default_settings(self):
        client = Config(
            s3={"addressing_style": "path"},  # every service knows it, host names for buckets only some
            request_checksum_calculation="when_required",  # likewise
            connect_timeout=5,
            read_timeout=20,
            retries={"total_max_attempts": 2},
        )
        return {**super().get_default_settings(), "client_config": client}

    def url(self, name, parameters=None, expire=None, http_method=None):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
