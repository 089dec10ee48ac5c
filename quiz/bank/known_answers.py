"""For each item an answer that must be judged right, and one that must not."""

from quiz.bank.items import Kind, Response
from quiz.bank.items.bug import Bug
from quiz.bank.items.choice import Choice
from quiz.bank.items.fill import Fill
from quiz.bank.items.matching import Matching
from quiz.bank.items.number import Number
from quiz.bank.items.ordering import Ordering
from quiz.bank.items.predict import Predict


def right_answer(item: Kind) -> Response | None:
    """The answer that must be judged right; none for what people rate themselves."""
    match item:
        case Choice():
            return {"chosen": sorted(item.correct)}
        case Number():
            return {"value": item.variant(0).answer}
        case Ordering():
            return {"places": {str(step): step + 1 for step in range(len(item.steps))}}
        case Matching():
            return {"matches": {str(n): item.partners.index(pair.right) for n, pair in enumerate(item.pairs)}}
        case Fill():
            return {"text": item.formula or item.accepted[0]}
        case Predict():
            return {"text": item.made}
        case Bug() if item.made:
            return {"line": item.made.places[0]}
    return None


def wrong_answer(item: Kind) -> Response | None:
    """An answer that must not be judged right."""
    match item:
        case Choice():
            return {"chosen": sorted(set(range(len(item.options))) - item.correct)[:1]}
        case Number():
            return {"value": -7.5 - 3 * abs(item.variant(0).answer)}
        case Ordering():
            return {"places": {str(step): len(item.steps) - step for step in range(len(item.steps))}}
        case Matching():
            return {"matches": {str(n): (item.partners.index(p.right) + 1) % len(item.partners)
                                for n, p in enumerate(item.pairs)}}  # fmt: skip
        case Fill() | Predict():
            return {"text": "1234.5678"}
        case Bug() if item.made:
            return {"line": len(item.made.code.split("\n")) + 1}
    return None
