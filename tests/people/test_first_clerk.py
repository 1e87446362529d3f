"""A new union has an administrator and nobody else: the first clerk comes into being on a page."""

import pytest
from django.test import Client

from unionhall.access.services.founding import found
from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import in_union
from unionhall.people.models import Person, Post

PAGE = "/office/first-clerk/"
CLERK = {"staff_no": "00057", "name": "方娥娴", "employment": "contract"}


@pytest.fixture
def new_union(db):
    union, slip = found(code="fresh", name="新建医院工会")
    with in_union(union):
        client = Client()
        client.force_login(slip.user)
        yield client


def test_the_administrator_of_a_new_union_finds_the_door_and_names_a_clerk_who_is_in_the_office(new_union):
    assert PAGE in new_union.get("/office/users/").content.decode()
    answer = new_union.post(PAGE, CLERK)
    assert answer.url == "/office/users/slips/?staff_no=00057"
    assert in_office(Person.objects.get(staff_no="00057").user)


def test_once_the_office_is_staffed_the_door_is_gone(new_union):
    new_union.post(PAGE, CLERK)
    assert new_union.get(PAGE).status_code == 404
    assert new_union.post(PAGE, CLERK | {"staff_no": "00058"}).status_code == 404
    assert PAGE not in new_union.get("/office/users/").content.decode()
    assert Post.objects.count() == 1


def test_a_staff_number_of_somebody_else_is_refused_and_nothing_is_kept(new_union):
    Person.objects.create(staff_no="00057", name="韩雅芬", employment="contract")
    answer = new_union.post(PAGE, CLERK)
    assert answer.status_code == 409
    assert "不是在册的“方娥娴”" in answer.content.decode()
    assert not Post.objects.exists()


def test_an_empty_form_is_told_what_is_missing(new_union):
    assert new_union.post(PAGE, {"staff_no": ""}).status_code == 422


def test_the_clerk_records_somebody_from_outside_who_has_no_department(new_union):
    new_union.post(PAGE, CLERK)
    office = Client()
    office.force_login(Person.objects.get(staff_no="00057").user)
    facts = {"staff_no": "W001", "name": "池上达", "sex": "male", "once": "a"}
    assert office.post("/office/people/take_on/", facts | {"employment": "contract"}).status_code == 422
    assert office.post("/office/people/take_on/", facts | {"employment": "external", "once": "b"}).status_code == 302
    assert Person.objects.get(staff_no="W001").department is None
