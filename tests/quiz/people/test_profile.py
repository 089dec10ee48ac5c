import pytest

from quiz.board.points import record
from quiz.people.models import User


def hide(person):
    User.objects.filter(pk=person.pk).update(listed=False)


def test_anybody_sees_the_page_of_somebody_who_is_shown(client, learner):
    record(learner, "item", "a", 1234)
    assert "1,234" in client.get("/people/lea/").content.decode()


def test_the_name_may_be_written_in_any_case(client, learner):
    assert client.get("/people/LEA/").status_code == 200


def test_somebody_who_hides_is_not_found(client, learner):
    hide(learner)
    assert client.get("/people/lea/").status_code == 404


def test_somebody_who_hides_sees_their_own_page(learner, learner_client):
    hide(learner)
    assert "Only you can see this page" in learner_client.get("/people/lea/").content.decode()


def test_a_nickname_takes_the_place_of_the_user_name(client, learner):
    User.objects.filter(pk=learner.pk).update(nickname="Queen")
    assert client.get("/people/queen/").status_code == 200
    assert client.get("/people/lea/").status_code == 404


def test_a_guest_has_no_page(client, guest):
    assert client.get(f"/people/{guest.username}/").status_code == 404


def test_the_page_of_others_has_no_way_to_their_settings(stranger_client, learner):
    assert "/settings/" not in stranger_client.get("/people/lea/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["nobody", "a b", "%00", "x" * 300])
def test_an_unknown_name_is_not_found(client, name):
    assert client.get(f"/people/{name}/").status_code == 404
