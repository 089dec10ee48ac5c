"""Sent with answer and user when an answer is stored: once for each, in the transaction that stores it."""

from django.dispatch import Signal

answered = Signal()
