import pytest

from tests.markets.api.contract import Api


@pytest.fixture
def api(client, db):
    return Api(client)
