"""Between a form that arrives and a row that waits: rules for the source, and for how much one person may send."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from exercises.devices import why_not
from exercises.literals import BadInput
from exercises.models import AnyUser, Device, Draft, Exercise, Purpose, Submission
from exercises.numbers import whole
from exercises.own_input import read_inputs
from exercises.tasks import enqueue
from grader import InvalidSource, read_source

MAX_BODY_BYTES = 1024 * 1024
SAME_WITHIN = timedelta(seconds=5)
MAX_WAITING = 3
MAX_PER_MINUTE = 20
TOO_MANY_WAITING = "{count} of your submissions are still being graded. Wait for one of them, then send this again."
UNKNOWN_DEVICE = "There is no device “{found}”: expected {wanted}."
TOO_MANY = "More than {limit} submissions within a minute. Take a breath, then send this again."


class NotTaken(Exception):
    """The submission is not taken; the text says why and what to do."""


@dataclass(frozen=True)
class Sent:
    """What the form of the workbench says. `source` is the text as far as it can be shown again."""

    framework: str
    purpose: str
    source: str
    problem: str = ""
    device: str = Device.CPU
    inputs: dict[str, Any] | None = None
    owner: str = ""
    base: int = 0

    def is_by(self, user: AnyUser) -> bool:
        """Whether the page that sent this was opened by the same person; a visitor's may become anybody's."""
        return self.owner in ("", str(user.pk))


def read_form(request: HttpRequest, exercise: Exercise) -> Sent:
    """The form's fields; `problem` says what is wrong with the source, if anything is."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > MAX_BODY_BYTES:
        size = f"{length / 1024 / 1024:.1f} MiB"
        return Sent(
            known_framework(request.GET.get("framework"), exercise),
            Purpose.RUN,
            "",
            f"This is {size} of source. At most 64 KiB are read: send only the code of the solution.",
        )
    fields = QueryDict(request.body, encoding="latin-1") if is_plain_form(request) else request.POST
    sent = Sent(
        framework=known_framework(fields.get("framework"), exercise),
        purpose=purpose if (purpose := fields.get("purpose")) in (Purpose.RUN, Purpose.TRY) else Purpose.SUBMIT,
        source="",
        owner=str(fields.get("owner", "")),
        base=whole(fields.get("base")) or 0,
    )
    device = fields.get("device", Device.CPU)
    if device in Device.values:
        sent = replace(sent, device=device)
    else:
        sent = replace(sent, problem=UNKNOWN_DEVICE.format(found=device[:20], wanted=" or ".join(Device.values)))
    text = fields.get("source", "").replace("\r\n", "\n")
    data = text.encode("latin-1") if is_plain_form(request) else text.encode("utf-8", "surrogatepass")
    try:
        sent = replace(sent, source=read_source(data))
        return replace(sent, inputs=read_inputs(request.POST)) if sent.purpose == Purpose.TRY else sent
    except InvalidSource as error:
        return replace(sent, source=data.decode("utf-8", "replace").replace("\0", "\ufffd"), problem=str(error))
    except BadInput as error:
        return replace(sent, problem=str(error))


def is_plain_form(request: HttpRequest) -> bool:
    """Whether the fields came in a form whose bytes can be had: then a source that is not UTF-8 is told apart."""
    return request.content_type == "application/x-www-form-urlencoded"


def known_framework(name: str | None, exercise: Exercise) -> str:
    return str(name if name in exercise.frameworks else exercise.frameworks[0])


def submit(user: AbstractBaseUser, exercise: Exercise, sent: Sent) -> Submission:
    """The submission that now waits; the one of a moment ago when the same was sent twice. Raises NotTaken."""
    with transaction.atomic():
        get_user_model()._base_manager.select_for_update().get(pk=user.pk)  # one at a time for each person
        mine = Submission.objects.of(user)
        inputs = {"inputs__isnull": True} if sent.inputs is None else {"inputs": sent.inputs}
        same = mine.filter(
            exercise=exercise,
            framework=sent.framework,
            device=sent.device,
            purpose=sent.purpose,
            source=sent.source,
            created__gt=timezone.now() - SAME_WITHIN,
            **inputs,
        ).first()
        if same is not None:
            return same
        if problem := why_not(exercise, sent.framework, sent.device):
            raise NotTaken(problem)
        check_pace(user, sent.device)
        assert exercise.version_id is not None, "only exercises with a version are shown"
        submission = Submission.objects.create(
            user_id=user.pk,
            exercise=exercise,
            version_id=exercise.version_id,
            framework=sent.framework,
            device=sent.device,
            purpose=sent.purpose,
            source=sent.source,
            inputs=sent.inputs,
        )
        enqueue(submission)
    return submission


def check_pace(user: AbstractBaseUser, device: str) -> None:
    """Raises NotTaken. What waits for one device holds up nothing on the other."""
    mine = Submission.objects.of(user)
    waiting = mine.waiting().filter(device=device).count()
    if waiting >= MAX_WAITING:
        raise NotTaken(TOO_MANY_WAITING.format(count=waiting))
    if mine.filter(created__gt=timezone.now() - timedelta(minutes=1)).count() >= MAX_PER_MINUTE:
        raise NotTaken(TOO_MANY.format(limit=MAX_PER_MINUTE))


def save_draft(user: AbstractBaseUser, exercise: Exercise, sent: Sent) -> tuple[Draft, bool]:
    """The draft as it is kept now, and whether it is what was sent.

    It is not where another page, tab or device has saved something else since this page saw the draft (`sent.base`).
    """
    with transaction.atomic():
        mine = Draft.objects.select_for_update().filter(user_id=user.pk, exercise=exercise, framework=sent.framework)
        draft = mine.first() or Draft(user_id=user.pk, exercise=exercise, framework=sent.framework)
        if draft.pk is not None and draft.source != sent.source and draft.moment > sent.base:
            return draft, False
        draft.source, draft.device = sent.source, sent.device
        draft.save()
    return draft, True
