import pytest

from quiz.board.points import record
from quiz.people.models import User


@pytest.mark.django_db
def test_an_empty_board_says_what_to_do(client):
    assert "The first right answer leads the board" in client.get("/leaderboard/").content.decode()


@pytest.mark.parametrize("address", ["/leaderboard/", "/leaderboard/?period=all", "/leaderboard/?period=%00"])
def test_both_boards_show_the_points(client, learner, address):
    record(learner, "item", "a", 1234)
    assert "1,234" in client.get(address).content.decode()


def test_a_guest_sees_their_points_and_how_to_be_shown(guest, guest_client, learner):
    record(guest, "item", "a", 2)
    page = guest_client.get("/leaderboard/").content.decode()
    assert "Guests collect points but are not shown" in page
    assert guest.username not in page


def test_who_hides_is_told_so(learner, learner_client, client):
    User.objects.filter(pk=learner.pk).update(listed=False)
    record(learner, "item", "a", 2)
    assert "You chose not to be shown" in learner_client.get("/leaderboard/").content.decode()
    assert ">lea<" not in client.get("/leaderboard/").content.decode()


@pytest.mark.django_db
def test_the_page_says_how_points_work(client):
    assert "How points work" in client.get("/leaderboard/").content.decode()


def test_the_board_of_a_hundred_people_takes_few_queries(client, django_assert_max_num_queries, db):
    people = User.objects.bulk_create(User(username=f"p{number}") for number in range(100))
    for person in people:
        record(person, "item", "a", 2)
    with django_assert_max_num_queries(3):
        client.get("/leaderboard/")
