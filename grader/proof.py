"""Proving an exercise: every known submission gets its verdict, by a wide margin, and the references agree."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from grader import folder as folders
from grader import oracle, properties
from grader.compare import Comparison
from grader.folder import Attempt, Folder, FolderError
from grader.job import Job, Report
from grader.judge import Grader, Grading, refusal
from grader.mutation import Tally, farthest, mutate
from grader.oracle import Oracle
from grader.paper import Paper

MIN_KILL_RATIO = 100.0
MIN_ACCEPTED = 2
MAX_CPU_SECONDS = 0.05
MOST_TIMED = 8


@dataclass(frozen=True)
class AttemptProof:
    """How one known submission fared, in its worst draw of the cases.

    kill_ratio  how far a wrong one is from the right result, in tolerances, on the case that shows it best
                (infinite where shape, kind or an exception gives it away)
    apart       how far an accepted one is from the reference at most, in tolerances
    cpu_seconds of its quickest grading
    """

    path: str
    framework: str
    wanted: str
    verdict: str
    message: str
    diagnosis: str
    kill_ratio: float
    killed_by: str
    apart: float
    cpu_seconds: float
    problem: str = ""


@dataclass
class Proof:
    """All that was found about an exercise; it is proven when there are no problems."""

    attempts: list[AttemptProof] = field(default_factory=list)
    oracle: Oracle | None = None
    mutants: Tally = field(default_factory=Tally)
    problems: list[str] = field(default_factory=list)

    @property
    def proven(self) -> bool:
        return not self.problems

    @property
    def smallest_kill_ratio(self) -> float:
        return min(
            (attempt.kill_ratio for attempt in self.attempts if attempt.wanted == "wrong_answer"), default=math.inf
        )

    @property
    def largest_cpu_seconds(self) -> float:
        """The CPU time of the slowest right solution."""
        return max((attempt.cpu_seconds for attempt in self.attempts if attempt.wanted == "accepted"), default=0.0)

    @property
    def alternates_apart(self) -> float:
        """How far right solutions of another kind are from the reference at most, in tolerances."""
        return max((attempt.apart for attempt in self.attempts if attempt.wanted == "accepted"), default=0.0)


def prove(
    grader: Grader,
    files: dict[str, str],
    *,
    draws: int = 2,
    frameworks: tuple[str, ...] | None = None,
    elsewhere: frozenset[str] = frozenset(),
    cpu_seconds: float = MAX_CPU_SECONDS,
) -> Proof:
    """Return the proof of an exercise, each submission judged on several draws of its cases.

    The draws are the same each time, so that a proof stays a proof; `grader.truth` looks at fresh ones.

    `elsewhere` are functions of nnref that other exercises ask for: their mutants are made there. `cpu_seconds` is what
    grading a right solution may cost.
    """
    proof = Proof()
    try:
        folder = folders.read(files)
    except FolderError as error:
        proof.problems.append(str(error))
        return proof
    sound = set()
    for framework in frameworks or folder.frameworks:
        try:
            papers = grader.desk.make(folder, framework, list(range(1, draws + 1)), twin=framework == "torch")
        except FolderError as error:
            proof.problems.append(f"{framework}: {error}")
            continue
        sound.add(framework)
        _prove_framework(grader, folder, framework, papers, proof, cpu_seconds)
    if oracle.FILE in files:
        proof.oracle = oracle.ask(grader.sandbox, grader.desk, folder)
        proof.problems += [f"{oracle.FILE}: {proof.oracle.problem}"] if proof.oracle.problem else []
    if "numpy" in sound:
        proof.mutants = mutate(grader, folder, elsewhere=elsewhere)
        proof.problems += proof.mutants.problems
    return proof


def _prove_framework(
    grader: Grader, folder: Folder, framework: str, papers: list[Paper], proof: Proof, cpu_seconds: float
) -> None:
    attempts = folder.attempts(framework)
    starter = f"starter_{framework}.py"
    if starter in folder.files:
        attempts.append(Attempt(starter, "runtime_error", framework, "starter", folder.files[starter]))
    else:
        proof.problems.append(f"{starter} is missing")
    accepted = sum(attempt.verdict == "accepted" for attempt in attempts)
    if accepted < MIN_ACCEPTED:
        proof.problems.append(f"attempts: {accepted} accepted for {framework}, at least {MIN_ACCEPTED} are needed")
    for attempt in attempts:
        found = [_judge(grader, folder, attempt, paper) for paper in papers]
        while found[0].wanted == "accepted" and len(found) < MOST_TIMED and _quickest(found) > cpu_seconds:
            found.append(_judge(grader, folder, attempt, papers[len(found) % len(papers)]))  # a busy machine is slower
        worst = _worst(found)
        if worst.wanted == "accepted" and worst.cpu_seconds > cpu_seconds and not worst.problem:
            took = f"{1000 * worst.cpu_seconds:.0f} ms of CPU time, more than {1000 * cpu_seconds:.0f}"
            worst = replace(worst, problem=f"grading it takes {took}")
        proof.attempts.append(worst)
        if worst.problem:
            proof.problems.append(f"{worst.path}: {worst.problem}")
    if framework == "torch":
        proof.problems += _disagreements(papers)
    proof.problems += _lacking(papers)


def _quickest(found: list[AttemptProof]) -> float:
    return min(one.cpu_seconds for one in found)


def _worst(found: list[AttemptProof]) -> AttemptProof:
    """Return how a submission fared in its worst draw, with the CPU time of its quickest."""
    worst = min(found, key=lambda one: (not one.problem, one.kill_ratio))
    return replace(worst, cpu_seconds=_quickest(found), apart=max(one.apart for one in found))


def _judge(grader: Grader, folder: Folder, attempt: Attempt, paper: Paper) -> AttemptProof:
    rules = folder.rules(attempt.framework)
    refused = refusal(attempt.source, folder, rules)
    ratio, killer, apart = math.inf, "", 0.0
    if refused is not None:
        report = Report(*refused)
    else:
        job = Job("", "", "", "", folder.files, attempt.framework, attempt.source)
        grading = Grading(grader, job, folder, rules, paper)
        report = grading.report()
        ratio, killer = farthest(grading.examined)
        apart = max((oracle.apart(found) for found in grading.examined), default=0.0)
    return AttemptProof(
        path=attempt.path,
        framework=attempt.framework,
        wanted=attempt.verdict,
        verdict=report.verdict,
        message=report.message,
        diagnosis=(report.diagnosis or {}).get("slug", ""),
        kill_ratio=ratio,
        killed_by=killer,
        apart=apart if report.verdict == "accepted" else 0.0,
        cpu_seconds=report.cpu_seconds,
        problem=_problem(attempt, report, ratio),
    )


def _problem(attempt: Attempt, report: Report, ratio: float) -> str:
    if report.verdict != attempt.verdict:
        remarks = f" ({'; '.join(report.remarks)})" if report.remarks else ""
        return f"expected {attempt.verdict}, got {report.verdict}: {report.message}{remarks}"
    if attempt.reason == "starter":
        return (
            ""
            if report.message.startswith("Not attempted yet")
            else f"the starter must be unfinished: {report.message}"
        )
    if attempt.verdict != "wrong_answer":
        return ""
    if ratio < MIN_KILL_RATIO:
        return f"it is only {ratio:.3g} tolerances off; add a case that tells it apart ({MIN_KILL_RATIO:g} or more)"
    slug = (report.diagnosis or {}).get("slug", "")
    return "" if slug == attempt.reason else f"diagnosed as {slug or 'nothing'}, not as itself"


def _disagreements(papers: list[Paper]) -> list[str]:
    """Return the cases in which the PyTorch twin differs from the NumPy reference."""
    problems = []
    for paper in papers:
        for case in paper.cases:
            if case.twin is None or case.judge:
                continue
            comparison = Comparison("numpy", "plain", case.response, case.terms, None, lenient=False)
            comparison.result(case.expected, case.twin, paper.names(case.call))
            problems += [
                f'the twins disagree in case "{case.name}": {finding.message}' for finding in comparison.findings
            ]
    return list(dict.fromkeys(problems))


def _lacking(papers: list[Paper]) -> list[str]:
    """Return the properties that the reference itself has in no case; in some, such as evaluation, it may lack them."""
    problems = []
    for paper in papers:
        for item in paper.properties:
            only = replace(paper, properties=[item])
            cases = [case for case in paper.cases if not case.judge and case.expected is not None]
            found = [properties.failed(only, case, case.expected) for case in cases]
            if found and all(found):
                problems.append(f"the reference never has the property {item['kind']}: {found[0]}")
    return list(dict.fromkeys(problems))
