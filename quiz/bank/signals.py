"""Sent with answer, user and seconds (how long it took, None if unknown) when an answer is stored: once for each, in
the transaction that stores it."""

from django.dispatch import Signal

answered = Signal()
