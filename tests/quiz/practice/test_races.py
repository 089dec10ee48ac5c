"""Several tabs, devices and impatient fingers at the same moment, each with its own connection to the database."""

import multiprocessing
import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client

from quiz.bank.models import Answer
from quiz.bank.presenting import ticket
from quiz.board.models import Award
from quiz.people.models import User
from quiz.practice.answering import take
from quiz.practice.models import Entry, Session

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 8


def at_once(act, count=AT_ONCE):
    """What `act(number)` returns in each of so many threads, which begin together."""
    barrier = Barrier(count)

    def run(number):
        barrier.wait(20)
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def numeric(session):
    return session.entries.select_related("item__question", "session__user").get(item__kind="numeric")


@pytest.mark.parametrize("htmx", [True, False])
def test_tabs_that_answer_at_once_store_one_answer(learner, session_of, htmx):
    entry = numeric(session_of(learner))
    clients = [browser_of(learner) for _ in range(AT_ONCE)]
    headers = {"HX-Request": "true"} if htmx else {}

    def answer(number):
        data = {"number": "0.25" if number % 2 else str(number), "ticket": ticket(entry.item, entry.seed)}
        return clients[number].post(entry.get_absolute_url(), data, headers=headers).status_code

    assert set(at_once(answer)) <= {200, 302}
    given = Answer.objects.get()
    assert Entry.objects.get(pk=entry.pk).answer == given
    assert Award.objects.count() == given.is_right


def _take(name, number, results):
    connections.close_all()
    entry = Entry.objects.select_related("item__question", "session__user").get(pk=number)
    value = random.SystemRandom().random()
    take(entry, {"text": str(value), "value": value})
    results.put((name, entry.answer_id))
    connections.close_all()


def test_processes_that_answer_at_once_agree_on_one_answer(learner, session_of):
    entry = numeric(session_of(learner))
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    results = fork.Queue()
    workers = [fork.Process(target=_take, args=(number, entry.pk, results)) for number in range(AT_ONCE)]
    for worker in workers:
        worker.start()
    told = {results.get(timeout=60)[1] for _ in workers}
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * AT_ONCE
    assert told == {Answer.objects.get().pk}


def test_impatient_clicks_start_one_session(learner, make_question):
    make_question()
    clients = [browser_of(learner) for _ in range(AT_ONCE)]
    addresses = set(at_once(lambda number: clients[number].post("/practice/", {"length": "10"}).url))
    assert addresses == {f"/practice/{Session.objects.get().pk}/"}


def test_tabs_that_go_on_at_once_draw_one_step(learner, make_question):
    for number in range(4):
        make_question(f"question-{number}")
    client = browser_of(learner)
    session = Session.objects.get(pk=client.post("/practice/", {"length": "10"}).url.split("/")[2])
    first = session.entries.get()
    client.post(first.get_absolute_url(), {"unknown": "1", "ticket": ticket(first.item, first.seed)})
    clients = [browser_of(learner) for _ in range(AT_ONCE)]
    addresses = set(at_once(lambda number: clients[number].get(f"/practice/{session.pk}/").url))
    assert addresses == {f"/practice/{session.pk}/2/"}
    assert session.entries.count() == 2


def test_handing_in_while_answers_arrive_counts_each_once(learner, session_of, make_question):
    questions = [make_question(f"question-{number}") for number in range(2)]
    session = session_of(learner, *questions, mode="exam")
    entries = list(session.entries.filter(item__kind="numeric").select_related("item__question", "session"))
    clients = [browser_of(learner) for _ in range(AT_ONCE)]

    def act(number):
        if number >= AT_ONCE - 2:
            return clients[number].post(f"/practice/{session.pk}/finish/").status_code
        entry = entries[number % 2]
        data = {"number": "0.25", "ticket": ticket(entry.item, entry.seed)}
        return clients[number].post(entry.get_absolute_url(), data).status_code

    assert set(at_once(act)) == {302}
    taken = Entry.objects.filter(pk__in=[entry.pk for entry in entries], answer__isnull=False).count()
    assert Answer.objects.count() == Award.objects.count() == taken
    assert not Entry.objects.filter(answer=None, ready=True).exists()


def test_drafts_that_race_with_the_answer_do_not_undo_it(learner, session_of):
    entry = numeric(session_of(learner, mode="mock", minutes=45))
    clients = [browser_of(learner) for _ in range(AT_ONCE)]
    signed = ticket(entry.item, entry.seed)

    def act(number):
        if number == 0:
            return clients[0].post(entry.get_absolute_url(), {"number": "0.25", "ticket": signed}).status_code
        address = f"{entry.get_absolute_url()}draft/"
        return clients[number].post(address, {"number": "7", "ticket": signed}).status_code

    at_once(act)
    stored = Entry.objects.get(pk=entry.pk)
    assert stored.settled
    assert stored.draft["text"] == "0.25"


def test_clicks_on_a_shared_link_make_one_copy(learner, stranger, session_of):
    session = session_of(learner)
    clients = [browser_of(stranger) for _ in range(AT_ONCE)]
    addresses = set(at_once(lambda number: clients[number].post(f"/practice/shared/{session.seed}/").url))
    assert addresses == {Session.objects.get(user=stranger).get_absolute_url()}
    assert User.objects.count() == 2
