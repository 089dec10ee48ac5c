from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from quiz.people.models import User

LONG_AGO = timezone.now() - timedelta(days=400)


def test_only_guests_who_cannot_come_back_are_forgotten(guest, guest_client, learner):
    lost = User.objects.create_guest()
    User.objects.filter(pk__in=[lost.pk, learner.pk]).update(last_login=LONG_AGO)
    call_command("forget_guests")
    assert set(User.objects.values_list("pk", flat=True)) == {guest.pk, learner.pk}
