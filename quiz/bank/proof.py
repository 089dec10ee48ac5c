"""Proves the question bank: what it says is run, graded, drawn and looked up. `manage.py check_content` prints it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import Resolver404, resolve

from exercises.reference.functions import public_names
from exercises.rendering import broken_formulas
from exercises.shipped import known_slugs
from grader import CodeFailed, Grader, Sandbox, printed
from quiz.bank.entries import ContentError
from quiz.bank.figures import DRAWN
from quiz.bank.items import Kind
from quiz.bank.items.bug import Bug
from quiz.bank.items.choice import Choice, Single
from quiz.bank.items.free import Free
from quiz.bank.items.matching import Matching
from quiz.bank.items.number import Number
from quiz.bank.items.predict import Predict
from quiz.bank.known_answers import right_answer, wrong_answer
from quiz.bank.numeric import Numeric, draw, generators
from quiz.bank.outputs import LOCK, framework_of, name_of
from quiz.bank.pictures import PICTURES
from quiz.bank.pictures.files import picture_files
from quiz.bank.repairs import RepairError, grade_repair
from quiz.bank.shipped import CONTENT, Bank, read_bank

DRAWS = 1000
MOST_LONGEST = 0.35  # share of the single choices whose right option is the longest
INTERNAL_LINK = re.compile(r"\]\((/[^)\s]*)\)")
REFERENCE = re.compile(r"\bnnref(?:\.(?:numpy|torch))?\.([a-z_0-9]+)")
PLACED = re.compile(r"section|chapter|algorithm|pages|documentation", re.IGNORECASE)
DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|documentation|manual|standard", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """What one check came to: how many things it looked at, and what is wrong with them, a sentence each."""

    check: str
    looked_at: int
    problems: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        return not self.problems


def prove_bank(grader: Grader, *, draws: int = DRAWS, directory: Path = CONTENT) -> Iterator[Finding]:
    """What each check of the shipped questions comes to. If they cannot be read, that is the only one."""
    try:
        bank = read_bank(directory)
    except ContentError as error:
        yield Finding("files read", len(list(directory.glob("*.yaml"))), tuple(str(error).splitlines()))
        return
    yield Finding("questions read", len(bank.entries))
    yield answers_judged(bank)
    yield numbers_drawn(bank, draws)
    yield outputs_run(bank, grader.sandbox)
    yield repairs_graded(bank, grader)
    yield links_followed(bank)
    yield sources_named(bank)
    yield answers_explained(bank)
    yield formulas_shown(bank)
    yield lengths_compared(bank)
    yield pictures_drawn(bank)


def answers_judged(bank: Bank) -> Finding:
    """The right answer of each item is judged right, and a wrong one wrong."""
    problems = []
    for item in bank.items:
        right, wrong = right_answer(item.content), wrong_answer(item.content)
        if right and item.content.judge(right, 0).outcome != "right":
            problems.append(f"{item.place}: its right answer is not judged right")
        if wrong and item.content.judge(wrong, 0).outcome == "right":
            problems.append(f"{item.place}: a wrong answer is judged right")
    return Finding("answers judged", len(bank.items), tuple(problems))


def numbers_drawn(bank: Bank, draws: int) -> Finding:
    """Each generator's variants have a finite answer, wrong values that differ from it, and a prompt that renders."""
    problems = []
    names = sorted({item.generator for _, item in bank.of_kind(Number) if item.generator})
    for name in names:
        problems += [f"generator {name}, seed {seed}: {what}" for seed, what in _wrong_variants(name, draws)]
    problems += [f"generator {name}: no item draws from it" for name in sorted(set(generators) - set(names))]
    return Finding(f"numbers drawn from {len(names)} generators", draws * len(names), tuple(problems))


def _wrong_variants(name: str, draws: int) -> Iterator[tuple[int, str]]:
    """The first seed of each kind of fault, with the fault."""
    seen: set[str] = set()
    for seed in range(draws):
        numbers = draw(name, seed)
        faults = _faults(numbers)
        if seed % 20 == 0:
            again = draw(name, seed)
            faults += [] if again == numbers else ["the same seed gives other numbers"]
            texts = (numbers.prompt, numbers.explanation, *(why for _, why in numbers.wrong))
            faults += [problem for text in texts for problem in broken_formulas(text)]
        yield from ((seed, fault) for fault in faults if fault not in seen)
        seen.update(faults)


def _faults(numbers: Numeric) -> list[str]:
    checks: list[tuple[bool, str]] = [
        (abs(numbers.answer) < 1e100, "the answer is not finite"),  # false for nan too
        (numbers.is_right(numbers.answer), "the answer is not judged right"),
        (bool(numbers.prompt.strip()), "the prompt is empty"),
        (bool(numbers.wrong), "no wrong value names a misconception"),
        (not any(numbers.is_right(value) for value, _ in numbers.wrong), "a wrong value counts as the answer"),
        (all(numbers.misconception(value) == why for value, why in numbers.wrong), "two wrong values are the same"),
    ]
    return [sentence for holds, sentence in checks if not holds]


def outputs_run(bank: Bank, sandbox: Sandbox) -> Finding:
    """Each piece of code whose output is asked for prints what the lock file says."""
    locked = json.loads(LOCK.read_text(encoding="utf-8"))
    predictions = bank.of_kind(Predict)
    problems = []
    for place, item in predictions:
        try:
            output = printed(sandbox, item.code, framework=framework_of(item.code))
        except CodeFailed as error:
            problems.append(f"{place}: {error}")
            continue
        if locked.get(name_of(item.code)) != output:
            problems.append(f"{place}: prints {output!r}, {LOCK.name} says {locked.get(name_of(item.code))!r}")
    stale = set(locked) - {name_of(item.code) for _, item in predictions}
    problems += [f"{LOCK.name}: {name} belongs to no item" for name in sorted(stale)]
    return Finding("outputs run", len(predictions), tuple(problems))


def repairs_graded(bank: Bank, grader: Grader) -> Finding:
    """What a bug's item shows fails in the sandbox, and its repair passes."""
    problems = []
    for place, item in bank.of_kind(Bug):
        try:
            grade_repair(grader, item)
        except RepairError as error:
            problems.append(f"{place}: {error}")
    return Finding("repairs graded", len(bank.of_kind(Bug)), tuple(problems))


def links_followed(bank: Bank) -> Finding:
    """Exercises, pages and functions of the reference that the questions name are there."""
    exercises, functions = set(known_slugs()), {*public_names("numpy"), *public_names("torch")}
    links: list[tuple[str, str, bool]] = []
    for entry in bank.entries:
        links += [(entry.slug, f"exercise {slug}", slug in exercises) for slug in entry.exercises]
    for place, text in bank.texts():
        links += [(place, path, _leads_somewhere(path)) for path in INTERNAL_LINK.findall(text)]
        links += [(place, f"nnref.{name}", name in functions) for name in REFERENCE.findall(text)]
    return Finding(
        "links followed", len(links), tuple(f"{at}: {what} is not there" for at, what, ok in links if not ok)
    )


def _leads_somewhere(path: str) -> bool:
    try:
        resolve(path.partition("#")[0].partition("?")[0])
    except Resolver404:
        return False
    return True


def sources_named(bank: Bank) -> Finding:
    """Each source can be found: it has a year, or is documentation. One of each question says where in it to look."""
    sources = [(entry.slug, source) for entry in bank.entries for source in entry.sources]
    problems = [f"{slug}: no year in the source “{source}”" for slug, source in sources if not DATED.search(source)]
    problems += [
        f"{entry.slug}: no source names a section, or documentation"
        for entry in bank.entries
        if not any(PLACED.search(source) for source in entry.sources)
    ]
    return Finding("sources named", len(sources), tuple(problems))


def answers_explained(bank: Bank) -> Finding:
    """Every wrong option says why, in words of its own, and no item leaves its answer without a reason."""
    problems = []
    for item in bank.items:
        if isinstance(item.content, Choice):
            reasons = [option.why for option in item.content.options if not option.correct]
            if min(map(len, reasons), default=99) < 15 or len(set(reasons)) < len(reasons):
                problems.append(f"{item.place}: a reason is short, or the same as another's")
        elif not _says_why(item.content):
            problems.append(f"{item.place}: nothing says why the answer is right")
    return Finding("answers explained", len(bank.items), tuple(problems))


def _says_why(item: Kind) -> bool:
    if isinstance(item, Matching):
        return bool(item.explanation) or all(pair.why for pair in item.pairs)
    return bool(item.explained(0)) or isinstance(item, Free | Number)


def formulas_shown(bank: Bank) -> Finding:
    """Every formula in every text can be shown."""
    texts = list(bank.texts())
    problems = [f"{place}: {problem}" for place, text in texts for problem in broken_formulas(text)]
    return Finding("texts rendered", len(texts), tuple(problems))


def lengths_compared(bank: Bank) -> Finding:
    """The right option is not so often the longest, alone or with another, that its length gives it away."""
    singles = bank.of_kind(Single)
    share = sum(right_is_longest(item) for _, item in singles) / max(len(singles), 1)
    problem = f"the right option is the longest in {share:.0%} of the single choices: at most {MOST_LONGEST:.0%}"
    return Finding("lengths compared", len(singles), (problem,) if share > MOST_LONGEST else ())


def right_is_longest(item: Single) -> bool:
    [right] = [len(option.text) for option in item.options if option.correct]
    return right >= max(len(option.text) for option in item.options if not option.correct)


def pictures_drawn(bank: Bank) -> Finding:
    """The pictures in the files are what is drawn now, and belong to questions that there are."""
    wanted, slugs = picture_files(), {entry.slug for entry in bank.entries}
    found = {path.name: path.read_text(encoding="utf-8") for path in DRAWN.iterdir()}
    problems = [f"{name} is not what is drawn now" for name in sorted(wanted) if wanted[name] != found.get(name)]
    problems += [f"{name} belongs to no picture" for name in sorted(set(found) - set(wanted))]
    shown = {slug for picture in PICTURES.values() for slug in picture.questions}
    problems += [f"{slug} has a picture and is no question" for slug in sorted(shown - slugs)]
    return Finding("pictures drawn", len(PICTURES), tuple(problems))
