"""The sums of one item's answers, from which its figures follow. Two tallies of different answers add up."""

from bisect import bisect
from collections import Counter
from dataclasses import asdict, dataclass, field
from math import sqrt
from typing import Any, Self

from quiz.bank.items import Response

EARLIER_NEEDED = 5  # scored answers of a person before their mean says something about them
PEOPLE_NEEDED = 30  # for a discrimination worth a look
MOST_PICKS = 60
EDGES = [1.25**power for power in range(1, 38)]  # seconds; the last one is about an hour


@dataclass
class Tally:
    attempts: int = 0
    people: int = 0  # first answers that have a score
    score: float = 0.0
    unknown: int = 0
    times: list[int] = field(default_factory=lambda: [0] * (len(EDGES) + 1))
    picks: Counter[str] = field(default_factory=Counter)
    pairs: int = 0  # of a score here and a mean elsewhere
    here: float = 0.0
    elsewhere: float = 0.0
    here_squared: float = 0.0
    elsewhere_squared: float = 0.0
    product: float = 0.0

    @classmethod
    def of(cls, sums: dict[str, Any]) -> Self:
        return cls(**(sums | {"picks": Counter(sums["picks"])})) if sums else cls()

    def sums(self) -> dict[str, Any]:
        self.picks = Counter(dict(self.picks.most_common(MOST_PICKS)))
        return asdict(self) | {"picks": dict(self.picks)}

    def add(self, kind: str, outcome: str, score: float | None, seconds: float | None, response: Response) -> None:
        """One first answer."""
        self.picks.update(picks_in(kind, response))
        if seconds is not None:
            self.times[bisect(EDGES, seconds)] += 1
        if score is not None:
            self.people += 1
            self.score += score
            self.unknown += outcome == "unknown"

    def compare(self, score: float, mean: float) -> None:
        """One person's score here beside their mean score on what they answered before."""
        self.pairs += 1
        self.here += score
        self.elsewhere += mean
        self.here_squared += score * score
        self.elsewhere_squared += mean * mean
        self.product += score * mean

    def plus(self, other: "Tally") -> "Tally":
        sums = {name: value + getattr(other, name) for name, value in vars(self).items() if name != "times"}
        return Tally(**sums, times=[one + more for one, more in zip(self.times, other.times, strict=True)])

    @property
    def success(self) -> float | None:
        return self.score / self.people if self.people else None

    @property
    def discrimination(self) -> float | None:
        """The correlation of the score here with the mean elsewhere (point-biserial where the score is 0 or 1)."""
        if self.pairs < PEOPLE_NEEDED:
            return None
        here = self.here_squared - self.here**2 / self.pairs
        elsewhere = self.elsewhere_squared - self.elsewhere**2 / self.pairs
        if min(here, elsewhere) < 1e-9:
            return None
        return (self.product - self.here * self.elsewhere / self.pairs) / sqrt(here * elsewhere)

    @property
    def median_seconds(self) -> float | None:
        """The time that half of the people needed at most, to about an eighth."""
        if not (count := sum(self.times)):
            return None
        before = 0
        for number, here in enumerate(self.times):
            if (before + here) * 2 >= count:
                low = EDGES[number - 1] if number else 1.0
                high = EDGES[min(number, len(EDGES) - 1)]
                return float(low * (high / low) ** ((count / 2 - before) / here))
            before += here
        return None


def picks_in(kind: str, response: Response) -> list[str]:
    """What was chosen, as it is counted: options, lines, pairs and ratings by their numbers, texts as they are."""
    if response.get("unknown"):
        return ["unknown"]
    if kind in ("single", "multiple"):
        return [str(number) for number in response.get("chosen", ())]
    if kind == "matching":
        return [f"{left}-{right}" for left, right in response.get("matches", {}).items()]
    name = {"bug": "line", "fill": "text", "predict": "text", "numeric": "text", "free": "rating"}.get(kind, "")
    return [str(response[name])[:80]] if name in response else []
