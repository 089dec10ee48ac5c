"""The figures of items in the admin: a list with the suspicious ones first, and a page for each."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from exercises.admin import ReadOnly
from exercises.numbers import whole
from quiz.bank.items import KINDS
from quiz.bank.topics import TOPICS
from quiz.statistics.models import ItemStatistics
from quiz.statistics.picks import picks_of
from quiz.statistics.templatetags.statistics import percent, two_places


class KindFilter(admin.SimpleListFilter):
    title, parameter_name = "kind", "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, kind.label) for name, kind in KINDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ItemStatistics]) -> QuerySet[ItemStatistics]:
        return queryset.filter(item__kind=self.value()) if self.value() else queryset


class TopicFilter(admin.SimpleListFilter):
    title, parameter_name = "topic", "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(TOPICS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[ItemStatistics]) -> QuerySet[ItemStatistics]:
        return queryset.filter(item__question__topic=self.value()) if self.value() else queryset


@admin.register(ItemStatistics)
class ItemStatisticsAdmin(ReadOnly):
    list_display = ("item", "kind", "attempts", "people", "right", "telling", "time", "found")
    list_filter = ("suspicious", "item__live", KindFilter, TopicFilter)
    list_select_related = ("item__question",)
    search_fields = ("item__question__slug", "item__question__title")
    change_form_template = "admin/statistics/itemstatistics/item.html"
    change_list_template = "admin/statistics/itemstatistics/list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ItemStatistics]:
        return super().get_queryset(request).defer("sums")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        known = ItemStatistics.objects.select_related("item__question")
        statistics = known.filter(item_id=whole(object_id) or 0).first()
        figures = {"statistics": statistics, "picks": picks_of(statistics)} if statistics else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | figures)

    @admin.display(ordering="item__kind")
    def kind(self, statistics: ItemStatistics) -> str:
        return statistics.item.label

    @admin.display(description="right", ordering="success")
    def right(self, statistics: ItemStatistics) -> str:
        return percent(statistics.success)

    @admin.display(description="discrimination", ordering="discrimination")
    def telling(self, statistics: ItemStatistics) -> str:
        return two_places(statistics.discrimination)

    @admin.display(description="median time", ordering="median_seconds")
    def time(self, statistics: ItemStatistics) -> str:
        seconds = statistics.median_seconds
        return "–" if seconds is None else f"{seconds:.0f} s"

    @admin.display(description="suspicious", ordering="suspicious")
    def found(self, statistics: ItemStatistics) -> str:
        return " ".join(statistics.findings) or "–"
