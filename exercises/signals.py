"""What others are told of submissions, in the transaction that writes the verdict down.

first_accepted: with user, exercise, framework and submission, when a person's first submission to an exercise in a
    framework is accepted.
judged: with user and submission, when one that counts (submitted, not only tried) has got its verdict; again when it
    was graded again.
"""

from django.dispatch import Signal

first_accepted = Signal()
judged = Signal()
