"""What authors do in the admin beyond a question's own form: items, previews, publishing, copies."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from quiz.bank.editing import ItemEditor
from quiz.bank.forms import QuestionForm
from quiz.bank.item_forms import FORMS
from quiz.bank.items import KINDS, UNKNOWN
from quiz.bank.models import Item, Question, State
from quiz.bank.presenting import Presented, new_seed

View = Callable[..., HttpResponse]


def urls(site: AdminSite) -> list[URLPattern]:
    def page(route: str, view: View, name: str) -> URLPattern:
        return path(route, site.admin_view(view), name=f"bank_{name}")

    return [
        page("preview/", preview_question, "question_preview"),
        page("preview/<str:kind>/", preview_item, "item_preview"),
        page("<int:pk>/state/", change_state, "question_state"),
        page("<int:pk>/copy/", copy, "question_copy"),
        page("<int:pk>/items/add/<str:kind>/", add_item, "item_add"),
        page("items/<int:pk>/", edit_item, "item_edit"),
        page("items/<int:pk>/move/", move_item, "item_move"),
        page("items/<int:pk>/remove/", remove_item, "item_remove"),
        page("items/<int:pk>/bring-back/", bring_back, "item_bring_back"),
    ]


def change_page(question: Question) -> HttpResponse:
    return redirect("admin:bank_question_change", question.pk)


def may_write(request: HttpRequest) -> None:
    if not request.user.has_perm("bank.change_question"):
        raise PermissionDenied("You may not change questions.")


def find_editable(request: HttpRequest, pk: int) -> Question:
    """The question, if this author may change it; the shipped ones are copied instead."""
    may_write(request)
    question = get_object_or_404(Question, pk=pk)
    if question.shipped:
        raise PermissionDenied("Shipped questions are read only: copy this one to edit it.")
    return question


def find_editable_item(request: HttpRequest, pk: int) -> Item:
    item = get_object_or_404(Item.objects.select_related("question"), pk=pk, live=True)
    find_editable(request, item.question_id)
    return item


@transaction.atomic
def noted(question: Question, reason: str) -> None:
    """Saves the question with an entry in its history, and the words by which it is found."""
    question._change_reason = reason  # type: ignore[attr-defined]
    question.save()
    question.index()


def add_item(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    question = find_editable(request, pk)
    if kind not in FORMS:
        raise Http404(f"There is no kind of item called {kind}.")
    editor = ItemEditor(kind, data=request.POST or None)
    if request.method == "POST" and editor.is_valid():
        item = question.add_item(editor.content)
        noted(question, f"{item.name} added")
        return change_page(question)
    return item_page(request, question, editor)


def edit_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = find_editable_item(request, pk)
    editor = ItemEditor(item.kind, item.body, request.POST or None)
    if request.method == "POST" and editor.is_valid():
        item.change(editor.content)
        noted(item.question, f"{item.name} changed")
        return change_page(item.question)
    return item_page(request, item.question, editor, item)


def item_page(request: HttpRequest, question: Question, editor: ItemEditor, item: Item | None = None) -> HttpResponse:
    earlier = Item.objects.filter(key=item.key, live=False).order_by("-pk") if item else ()
    context: dict[str, Any] = {"question": question, "editor": editor, "item": item, "earlier": earlier}
    context |= previews(Item(question=question, kind=item.kind, body=item.body)) if item else {}
    context |= admin.site.each_context(request) | {"title": editor.label}
    return render(request, "admin/bank/question/item.html", context, status=422 if editor.sentences else 200)


def previews(item: Item) -> dict[str, Presented]:
    """The item as it is asked, and as it is explained."""
    seed = new_seed()
    judgement = item.judge(UNKNOWN, seed)
    return {
        "asked": Presented(item, seed, ""),
        "explained": Presented(item, seed, "", UNKNOWN, judgement),
    }


@require_POST
def preview_item(request: HttpRequest, kind: str) -> HttpResponse:
    may_write(request)
    if kind not in KINDS:
        raise Http404(f"There is no kind of item called {kind}.")
    editor = ItemEditor(kind, data=request.POST)
    if not editor.is_valid():
        return render(request, "admin/bank/question/_item_preview.html", {"editor": editor})
    item = Item(question=Question(slug="preview", title="The question's title"), kind=kind, body=editor.content)
    return render(request, "admin/bank/question/_item_preview.html", {"editor": editor, **previews(item)})


@require_POST
def preview_question(request: HttpRequest) -> HttpResponse:
    may_write(request)
    form = QuestionForm(request.POST)
    form.is_valid()  # what is not valid yet is left out of the preview
    question = Question(**{name: value for name, value in form.cleaned_data.items() if name != "slug"})
    return render(request, "admin/bank/question/_question_preview.html", {"question": question})


@require_POST
def change_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Publishes or retires a question; this much is allowed for shipped ones too."""
    may_write(request)
    question = get_object_or_404(Question, pk=pk)
    set_state(request, question, State.PUBLISHED if "publish" in request.POST else State.RETIRED)
    return change_page(question)


def set_state(request: HttpRequest, question: Question, state: State) -> None:
    """The question in its new state, or messages that say what is missing."""
    missing = question.unpublishable() if state == State.PUBLISHED else []
    for sentence in missing:
        messages.error(request, f"“{question}” cannot be published: {sentence}")
    if not missing and question.state != state:
        question.state = state
        noted(question, str(state.label))
        what = "is published: it is part of quiz sessions from now on" if question.is_published else "is retired"
        messages.success(request, f"“{question}” {what}.")


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    may_write(request)
    duplicate = get_object_or_404(Question, pk=pk).copy()
    messages.success(request, "This is your copy, a draft. Retire the original when yours is published.")
    return change_page(duplicate)


@require_POST
def move_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = find_editable_item(request, pk)
    items = list(item.question.live_items())
    place = items.index(item)
    items.insert(max(0, place + (-1 if "up" in request.POST else 1)), items.pop(place))
    for position, moved in enumerate(items):
        moved.move_to(position)
    return change_page(item.question)


@require_POST
def remove_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes an item out of new sessions; answers given to it stay."""
    item = find_editable_item(request, pk)
    item.retire()
    noted(item.question, f"{item.name} removed")
    messages.success(request, "The item is out of the question. Answers already given to it stay.")
    return change_page(item.question)


@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives an item the content that an earlier version of it had."""
    earlier = get_object_or_404(Item, pk=pk, live=False)
    item = find_editable_item(request, get_object_or_404(Item, key=earlier.key, live=True).pk)
    changed = item.change(earlier.body)
    noted(item.question, f"{item.name} as it was on {earlier.created:%Y-%m-%d}")
    messages.success(request, "The earlier version is back, as a new one: answers given in between stay as they are.")
    return redirect("admin:bank_item_edit", changed.pk)
