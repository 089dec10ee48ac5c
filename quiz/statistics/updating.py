"""Reads the answers that came since the last time and adds them to the figures of their items."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from quiz.bank.models import Answer, Item
from quiz.statistics.findings import findings_of
from quiz.statistics.models import ItemStatistics, ReadUpTo
from quiz.statistics.tally import EARLIER_NEEDED, Tally

SETTLED = timedelta(minutes=1)  # after which no answer with a smaller number appears any more
AT_ONCE = 20_000  # answers
PEOPLE_AT_ONCE = 500
FIELDS = ("pk", "user", "item", "item__kind", "again", "outcome", "score", "seconds", "response")


class People:
    """What each person had scored before the answer that is being read."""

    def __init__(self) -> None:
        self.totals: dict[int, tuple[int, float]] = {}

    def load(self, people: Iterable[int], mark: int) -> None:
        """Look up those who are not known yet, in the answers up to the mark."""
        unknown = sorted(set(people) - self.totals.keys())
        self.totals |= dict.fromkeys(unknown, (0, 0.0))
        if not mark:
            return
        for start in range(0, len(unknown), PEOPLE_AT_ONCE):
            some = unknown[start : start + PEOPLE_AT_ONCE]
            earlier = Answer.objects.filter(user__in=some, pk__lte=mark, again=False, score__isnull=False)
            rows = earlier.order_by().values_list("user").annotate(count=Count("pk"), total=Sum("score"))
            self.totals |= {person: (count, total) for person, count, total in rows}

    def mean(self, person: int) -> float | None:
        count, total = self.totals[person]
        return total / count if count >= EARLIER_NEEDED else None

    def add(self, person: int, score: float) -> None:
        count, total = self.totals[person]
        self.totals[person] = (count + 1, total + score)


def update_statistics(until: datetime | None = None, most: int | None = None) -> int:
    """Bring the figures up to date with the answers given until then (a minute ago); how many were read.

    With `most`, stop after about so many: the rest is for the next time.
    """
    until = until or timezone.now() - SETTLED
    people, read = People(), 0
    while most is None or read < most:
        count = read_some(until, people)
        read += count
        if count < AT_ONCE:
            break
    return read


def read_some(until: datetime, people: People) -> int:
    """Read the next answers; the figures and the mark move together, or not at all if somebody else was faster."""
    mark, _ = ReadUpTo.objects.get_or_create(pk=1)
    new = Answer.objects.filter(pk__gt=mark.answer, created__lte=until).order_by("pk").values_list(*FIELDS)[:AT_ONCE]
    rows = list(new)
    if not rows:
        return 0
    people.load((row[1] for row in rows), mark.answer)
    tallies: dict[int, Tally] = defaultdict(Tally)
    for _, person, item, kind, again, outcome, score, seconds, response in rows:
        tally = tallies[item]
        tally.attempts += 1
        if again:
            continue
        tally.add(kind, outcome, score, seconds, response)
        if score is not None:
            mean = people.mean(person)
            if mean is not None:
                tally.compare(score, mean)
            people.add(person, score)
    with transaction.atomic():
        if ReadUpTo.objects.filter(pk=1, answer=mark.answer).update(answer=rows[-1][0]):
            store(tallies)
            return len(rows)
    return 0


def store(tallies: dict[int, Tally]) -> None:
    """Add the tallies to what is stored."""
    known = ItemStatistics.objects.in_bulk(tallies)
    items = Item.objects.in_bulk(tallies)
    rows = []
    for key, new in tallies.items():
        row = known.get(key) or ItemStatistics(item_id=key)
        tally = Tally.of(row.sums).plus(new)
        row.attempts, row.people = tally.attempts, tally.people
        row.success, row.discrimination = tally.success, tally.discrimination
        row.median_seconds, row.sums = tally.median_seconds, tally.sums()
        row.findings = findings_of(items[key], tally)
        row.suspicious, row.updated = bool(row.findings), timezone.now()
        rows.append(row)
    fields = [field.name for field in ItemStatistics._meta.concrete_fields if not field.primary_key]
    ItemStatistics.objects.bulk_create(rows, update_conflicts=True, update_fields=fields, unique_fields=["item"])
