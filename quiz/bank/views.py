"""The pages of the bank: the list, one question, and answers given there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from exercises.models import Exercise
from exercises.numbers import whole
from quiz.bank.answers import record_answer
from quiz.bank.filters import Filters
from quiz.bank.items import NotAnswered
from quiz.bank.models import Answer, Item, Question
from quiz.bank.presenting import Presented, new_seed, read_response, seconds_since_shown, seed_on
from quiz.bank.progress import progress_of
from quiz.bank.requests import PageRequest

PER_PAGE = 30


@require_safe
def question_list(request: PageRequest) -> HttpResponse:
    filters = Filters.read(request.GET)
    page = Paginator(filters.questions(), PER_PAGE).get_page(request.GET.get("page"))
    progress = progress_of(request.user, [question.pk for question in page.object_list])
    rows = [(question, progress.get(question.pk, "new")) for question in page.object_list]
    context = {"filters": filters, "page": page, "rows": rows, "found": page.paginator.count}
    partial = request.htmx and not request.htmx.history_restore_request
    template = "bank/_question_rows.html" if partial else "bank/question_list.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def find_question(request: PageRequest, slug: str) -> Question:
    """The question, if this person may see it: drafts and retired ones are for the staff."""
    question = get_object_or_404(Question, slug=slug)
    if not question.is_published and not request.user.is_staff:
        raise Http404(f"There is no question {slug}, or it is no longer asked.")
    return question


@require_safe
def question(request: PageRequest, slug: str) -> HttpResponse:
    found = find_question(request, slug)
    given = _answer_in_address(request, found)
    return _question_page(request, found, Presented.answered(given) if given else None)


def _answer_in_address(request: PageRequest, question: Question) -> Answer | None:
    """The person's own answer that the address asks to see."""
    number = whole(request.GET.get("answer"))
    if not request.user.is_authenticated or number is None:
        return None
    own = Answer.objects.filter(user=request.user, item__question=question).select_related("item__question")
    return own.filter(pk=number).first()


def _question_page(
    request: PageRequest, question: Question, special: Presented | None, status: int = 200
) -> HttpResponse:
    """The page of a question, with one of its items in a special state: answered, refused, half answered."""
    items = []
    for item in question.live_items().select_related("question"):
        if special is not None and special.item.key == item.key:
            items.append(special)
        else:
            items.append(Presented(item, new_seed(), answer_address(item)))
    exercises = Exercise.objects.published().filter(slug__in=question.exercises)
    explained = "explanation" in request.GET or (special is not None and special.judgement is not None)
    context = {"question": question, "items": items, "exercises": exercises, "explained": explained}
    return render(request, "bank/question.html", context)


def answer_address(item: Item) -> str:
    return reverse("bank:answer", args=[item.question.slug, item.pk])


@require_GET
def explanation(request: PageRequest, slug: str) -> HttpResponse:
    """The explanation alone; a link that needs no script leads to the question's page with it."""
    found = find_question(request, slug)
    if not request.htmx:
        return redirect(f"{found.get_absolute_url()}?explanation#explanation")
    return render(request, "bank/_explanation.html", {"question": found})


@require_POST
def answer(request: PageRequest, slug: str, pk: int) -> HttpResponse:
    """The verdict on one answer, given on the question's page or on the home page."""
    item = get_object_or_404(Item.objects.select_related("question"), pk=pk, question__slug=slug)
    found = item.question
    seed = seed_on(request.POST.get("ticket", ""), item)  # proves that it was shown, whether or not it still is
    if seed is None:
        messages.info(request, "That form was out of date. Here is the question again.")
        address = found.get_absolute_url()
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    try:
        response = read_response(item, request.POST, seed)
    except NotAnswered as pause:
        shown = Presented(item, seed, answer_address(item), pause.draft, refusal=pause.sentence)
        return _item(request, shown) if request.htmx else _question_page(request, found, shown)
    user = request.ensure_user()
    seconds = seconds_since_shown(request.POST["ticket"], user)
    given = record_answer(user, item, seed, response, seconds)
    if request.htmx:
        return _item(request, Presented.answered(given))
    return redirect(f"{found.get_absolute_url()}?answer={given.pk}#item-{item.key.hex}")


def _item(request: PageRequest, shown: Presented) -> HttpResponse:
    return render(request, "bank/_item.html", {"shown": shown})
