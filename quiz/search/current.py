"""The index of this process, made anew when what is published has changed, in whichever process."""

import logging
from threading import Lock

from django.db import DatabaseError, connection
from django.db.models import Count, Max, Sum

from exercises.models import Exercise
from quiz.bank.models import Question
from quiz.search.documents import all_documents
from quiz.search.index import Index

logger = logging.getLogger("backpass.search")

Stamp = tuple[object, ...]


def read_stamp() -> Stamp:
    """What is another whenever something published appears, disappears or is changed."""
    questions = Question.objects.published().order_by().aggregate(count=Count("pk"), last=Max("updated"))
    versions = Exercise.objects.published().order_by()
    exercises = versions.aggregate(count=Count("pk"), last=Max("version"), sum=Sum("version"))
    return (*questions.values(), *exercises.values())


class Current:
    """The index and the stamp that it was made from."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.stamp: Stamp = ()
        self.index = Index([])

    def __call__(self) -> Index:
        """The index of what is published now; while another thread makes it, the one before."""
        stamp = read_stamp()
        if stamp != self.stamp and self.lock.acquire(blocking=not self.stamp):
            try:
                if stamp != self.stamp:
                    self.index, self.stamp = Index(all_documents()), stamp
            finally:
                self.lock.release()
        return self.index


current_index = Current()


def warm() -> None:
    """Make the index before the first person searches: for a thread of its own when the server starts."""
    try:
        current_index()
    except DatabaseError as error:
        logger.warning("the search index is made when somebody searches: %s", error)
    finally:
        connection.close()
