"""The review page: one card after another, and what the coming days bring."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from exercises.numbers import whole
from quiz.bank.answers import record_answer
from quiz.bank.items import NotAnswered
from quiz.bank.models import Answer, Item
from quiz.bank.presenting import read_response, seconds_since_shown, seed_on
from quiz.bank.requests import PageRequest
from quiz.people.models import User
from quiz.review.anki import package_of
from quiz.review.forecast import forecast, retention
from quiz.review.forms import PlanForm
from quiz.review.memory import Rating
from quiz.review.models import Card, Plan, Review, start_of_tomorrow
from quiz.review.queue import next_card, queue_of
from quiz.review.screen import Draft, Screen
from quiz.review.showing import times_when_shown

UNDO_WITHIN = timedelta(hours=12)
WITH = ("card__question", "card__exercise", "card__user", "answer__item__question")
View = Callable[..., HttpResponse]


def own(view: View) -> View:
    """For those who have cards; whoever was logged out meanwhile comes back to the page."""

    @wraps(view)
    def guarded(request: PageRequest, *args: int, **kwargs: int) -> HttpResponse:
        if isinstance(request.user, User):
            return view(request, request.user, *args, **kwargs)
        messages.info(request, "Log in to go on with your review.")
        return go(request, f"{reverse('account_login')}?next={reverse('review:today')}")

    return guarded


def go(request: PageRequest, address: str) -> HttpResponse:
    """Leads the browser there, also from a request by htmx."""
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def address_of(request: PageRequest, done: Review | None = None) -> str:
    """The page with the next card, or with this review; who goes beyond the limit of the day goes on to do so."""
    parts = ([f"done={done.pk}"] if done else []) + (["more=1"] if "more" in request.GET else [])
    return reverse("review:today") + ("?" + "&".join(parts) if parts else "")


@require_safe
def today(request: PageRequest) -> HttpResponse:
    """The next card, or the verdict on the one just answered; below it the forecast and the plan."""
    if not isinstance(request.user, User):
        return render(request, "review/today.html", {"screen": None})
    return page(request, request.user, PlanForm(instance=Plan.of(request.user)))


def page(
    request: PageRequest, user: User, form: PlanForm, screen: Screen | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "screen": screen or screen_of(request, user),
        "queue": queue_of(user),
        "forecast": forecast(user),
        "retention": retention(user, Plan.of(user).retention),
        "form": form,
        "cards": Card.objects.filter(user=user).count(),
    }
    return render(request, "review/today.html", context, status=status)


def screen_of(request: PageRequest, user: User) -> Screen | None:
    """What the address asks for: a review that was made, or the next card, within the limit or beyond it."""
    more = "more" in request.GET
    if made := reviews_of(user, number_in(request.GET.get("done"))).first():
        return Screen(made.card, more=more, review=made)
    card = next_card(user, timezone.now()) if more or queue_of(user).left else None
    return Screen(card, more=more) if card else None


def number_in(text: str | None) -> int:
    """The key that an address or a form names; 0, which nothing has, if it is none."""
    return whole(text) or 0


def reviews_of(user: User, pk: int) -> QuerySet[Review]:
    return Review.objects.filter(user=user, pk=pk).select_related(*WITH)


def show(request: PageRequest, user: User, screen: Screen) -> HttpResponse:
    """The card alone for htmx, the whole page for others."""
    if request.htmx:
        return render(request, "review/_screen.html", {"screen": screen, "queue": queue_of(user)})
    if screen.review:
        return redirect(address_of(request, screen.review))
    return page(request, user, PlanForm(instance=Plan.of(user)), screen)


def find_card(user: User, pk: int) -> Card:
    """The person's own card, locked until what happens to it is stored."""
    cards = Card.objects.select_for_update(of=("self",)).select_related("question", "exercise", "user")
    return get_object_or_404(cards, pk=pk, user=user)


def out_of_date(request: PageRequest, card: Card) -> HttpResponse:
    """For a form whose card was reviewed since: what was counted is shown, and nothing is counted twice."""
    messages.info(request, "That card had been answered already. This is what counts.")
    return go(request, address_of(request, card.reviews.first()))


@require_POST
@own
@transaction.atomic
def answer(request: PageRequest, user: User, pk: int, item: int) -> HttpResponse:
    """The verdict on an answer to the card's item, and the rating that follows from it."""
    card = find_card(user, pk)
    found = get_object_or_404(Item.objects.select_related("question"), pk=item)
    seed = seed_on(request.POST.get("ticket", ""), found)
    shown = times_when_shown(request.GET.get("shown", ""), card)
    if seed is None or shown is None:
        messages.info(request, "That form was out of date. Here is what is due.")
        return go(request, address_of(request))
    given = Answer.objects.filter(user=user, item=found, seed=seed).first()
    if given is None and shown != card.times:
        return out_of_date(request, card)
    more = "more" in request.GET
    if given is None:
        try:
            response = read_response(found, request.POST, seed)
        except NotAnswered as pause:
            draft = Draft(found, seed, request.GET["shown"], pause.draft, pause.sentence)
            return show(request, user, Screen(card, more=more, draft=draft))
        given = record_answer(user, found, seed, response, seconds_since_shown(request.POST["ticket"], user))
    made = Review.objects.filter(card=card, answer=given).select_related(*WITH).first()
    return show(request, user, Screen(made.card, more=more, review=made)) if made else go(request, address_of(request))


@require_POST
@own
@transaction.atomic
def rate(request: PageRequest, user: User, pk: int) -> HttpResponse:
    """A card that the person rates themselves: code that they wrote or recalled."""
    card = find_card(user, pk)
    shown = times_when_shown(request.GET.get("shown", ""), card)
    rating = rating_in(request)
    if shown is None or rating is None:
        messages.info(request, "That form was out of date. Here is what is due.")
        return go(request, address_of(request))
    if shown != card.times:
        return out_of_date(request, card)
    plan = Plan.of(user)
    card.review(rating, reason="your own rating", retention=plan.retention)
    return go(request, address_of(request, card.reviews.first()))


def rating_in(request: PageRequest) -> Rating | None:
    text = request.POST.get("rating", "")
    return Rating(int(text)) if text in {str(rating.value) for rating in Rating} else None


@require_POST
@own
@transaction.atomic
def adjust(request: PageRequest, user: User, pk: int) -> HttpResponse:
    """Another rating for a review, as long as it is the card's last one."""
    made = get_object_or_404(reviews_of(user, pk))
    find_card(user, made.card_id)
    rating = rating_in(request)
    if rating is None or not made.is_last:
        messages.info(request, "That rating stands: the card has been reviewed again since.")
        return go(request, address_of(request))
    made.rate(rating)
    return show(request, user, Screen(made.card, more="more" in request.GET, review=made))


@require_POST
@own
@transaction.atomic
def undo(request: PageRequest, user: User) -> HttpResponse:
    """Take the last review of a card back: it is asked again, as if it had not been."""
    made = reviews_of(user, number_in(request.POST.get("review"))).filter(at__gte=timezone.now() - UNDO_WITHIN).first()
    if made is None or not made.is_last:
        messages.info(request, "There is nothing to take back.")
        return go(request, address_of(request))
    made.take_back()
    messages.success(request, "Taken back. Here is the card again.")
    return go(request, address_of(request))


@require_POST
@own
def later(request: PageRequest, user: User, pk: int) -> HttpResponse:
    """Not today: the card comes back tomorrow, and its memory stays as it is."""
    card = get_object_or_404(Card, pk=pk, user=user)
    card.put_off(start_of_tomorrow(user, timezone.now()))
    return go(request, address_of(request))


@require_POST
@own
def plan(request: PageRequest, user: User) -> HttpResponse:
    """How many cards a day, and how well to remember. Intervals follow it from the next review of each card on."""
    form = PlanForm(request.POST, instance=Plan.of(user))
    if not form.is_valid():
        return page(request, user, form, status=422)
    form.save()
    messages.success(request, "Your plan is saved.")
    return redirect("review:today")


@require_safe
@own
def anki(request: PageRequest, user: User) -> HttpResponse:
    """What the person has seen, or with ?only=missed what they have missed, as a package for Anki."""
    package = package_of(user, missed="missed" in request.GET.get("only", ""))
    if package is None:
        messages.info(request, "There is nothing to take along yet: answer a question first.")
        return redirect("review:today")
    response = HttpResponse(package, content_type="application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="backpass.apkg"'
    return response
