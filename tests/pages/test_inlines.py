import json

import pytest
from django.contrib import admin
from django.utils import translation

from tests.factories.desk import UserFactory

WITH_INLINES = [model for model, model_admin in admin.site._registry.items() if model_admin.inlines]


@pytest.mark.django_db
@pytest.mark.parametrize("model", WITH_INLINES, ids=lambda model: model._meta.model_name)
def test_button_under_an_inline_names_the_thing_within_the_sentence(client, model):
    client.force_login(UserFactory(is_superuser=True, language="en"))
    url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/add/"

    inlines = client.get(url).context["inline_admin_formsets"]

    with translation.override("en"):
        words = [f"Add another {inline.opts.verbose_name}" for inline in inlines]
    assert [json.loads(inline.inline_formset_data)["options"]["addText"] for inline in inlines] == words


def test_desk_has_inlines():
    assert WITH_INLINES
