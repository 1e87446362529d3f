"""What somebody tells in confidence is not left in the browser: no draft of a confidential form, nowhere in the house."""

from django.urls import get_resolver

from tests.kit.world import Persona, build
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.pages.declare import Pages, declared


def left_in_the_browser(pages: Pages) -> list[str]:
    """The encrypted fields of its record that its forms ask for and a draft would keep."""
    if pages.confidential:
        return []
    secret = {field.name for field in pages.model._meta.fields if isinstance(field, EncryptedTextField)}
    forms = [verb.form for verb in pages.verbs.values() if verb.form]
    return [
        f"{pages.name}: {name}"
        for form in forms
        for name, field in form.base_fields.items()
        if name in secret and "data-private" not in field.widget.attrs
    ]


def test_no_form_leaves_what_is_encrypted_at_rest_in_the_browser():
    get_resolver().url_patterns  # noqa: B018  declares every page
    pages = [one for one in declared() if isinstance(one, Pages)]
    assert [found for one in pages for found in left_in_the_browser(one)] == []
    confidential = {one.name for one in pages if one.confidential}
    assert {"care.hardship", "my.care.hardship", "care.visits", "my.care.events", "my.care.aid"} <= confidential
    assert "activities" not in confidential


def test_a_confidential_form_asks_for_no_draft_and_another_does(union, other_union):
    client = build(union, other_union).client(Persona.CLERK)
    assert "data-draft" in client.get("/office/activities/draft/").content.decode()
    told = client.get("/office/care/hardship/apply/").content.decode()
    assert "<form" in told and "data-draft" not in told
