"""Sent with user, exercise, framework and submission when a person's first submission to an exercise is accepted."""

from django.dispatch import Signal

first_accepted = Signal()
