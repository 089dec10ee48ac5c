"""The grader: one job in, one report out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import compress
from typing import Any

from grader import claims as claiming
from grader import diagnose, examine, parts, reporting, smallest, source, trial, verdict, wording
from grader import folder as folders
from grader import plan as plans
from grader.claims import Claim, Loading
from grader.examine import Examined
from grader.finding import Finding
from grader.folder import Folder, FolderError
from grader.job import CaseReport, Job, Report
from grader.paper import Desk, Paper
from grader.plan import Plan
from grader.rules import Rules
from grader.sandbox import Limits, Outcome, Sandbox, SandboxFailure, SandboxUnavailable, wire

Search = Callable[[], dict[str, Any] | None]
log = logging.getLogger(__name__)


class Grader:
    """Grades jobs with one sandbox; any number of threads may use it."""

    def __init__(self, sandbox: Sandbox, *, papers_ahead: int = 0) -> None:
        self.sandbox = sandbox
        self.desk = Desk(sandbox, ahead=papers_ahead, prepare=plan_ahead)

    def grade(self, job: Job) -> Report:
        """Return the whole report on a job. Nothing that a learner sends raises; our failure is an internal_error."""
        report, search = self.judge(job)
        return report if search is None else replace(report, smallest=search())

    def judge(self, job: Job) -> tuple[Report, Search | None]:
        """Return the report on a job without the smallest input that fails, and what looks for that if any does."""
        search = None
        try:
            report, search = self.attempt(job)
        except (FolderError, SandboxFailure, SandboxUnavailable) as error:
            log.warning("job %s (%s) could not be graded: %s", job.id, job.exercise, error)
            retry = isinstance(error, SandboxFailure)
            report = Report("internal_error", f"This is our fault, not yours: {error}", retry=retry)
        except Exception as error:
            log.exception("job %s (%s) hit a mistake of the grader's", job.id, job.exercise)
            report = Report("internal_error", f"This is our fault, not yours: {type(error).__name__} in the grader.")
        report = replace(
            report,
            job=job.id,
            attempt=job.attempt,
            framework=job.framework,
            device=job.device,
            exercise=job.exercise,
            version=job.version,
            purpose=job.purpose,
        )
        return report, search

    def attempt(self, job: Job) -> tuple[Report, Search | None]:
        """Return the report on a job, and what looks for the smallest input that fails, if any does.

        Raises:
            FolderError: when the exercise itself is at fault.
            SandboxFailure: when the sandbox is.
        """
        folder = folders.read(job.files)
        if job.framework not in folder.frameworks:
            raise FolderError(f"exercise.yaml: {job.framework} is not among the frameworks")
        if job.device not in folder.devices or (job.device != "cpu" and job.framework != "torch"):
            raise FolderError(f"exercise.yaml: {job.framework} on {job.device} is not offered")
        rules = folder.rules(job.framework)
        refused = refusal(job.source, folder, rules)
        if refused is not None:
            return Report(*refused), None
        paper = self.desk.paper(folder, job.framework, job.seed, job.handed_in)
        if job.purpose == "try":
            try:
                paper = trial.paper_of(self.desk, folder, job.framework, paper, job.inputs)
            except trial.InvalidInput as error:
                return Report("invalid", str(error)), None
        grading = Grading(self, job, folder, rules, paper)
        report = grading.report()
        fails = job.purpose != "try" and report.verdict in ("wrong_answer", "runtime_error")
        return report, grading.smallest if fails else None

    def close(self) -> None:
        self.desk.close()


def refusal(text: str, folder: Folder, rules: Rules) -> tuple[str, str] | None:
    """Return verdict and message for a source that is not run at all, or None."""
    try:
        tree = source.parse(text)
    except source.InvalidSource as error:
        return "invalid", wording.clean(str(error))
    violation = rules.check(tree)
    if violation is not None:
        return "forbidden", violation.sentence
    bound = source.bound_names(tree)
    missing = [name for name in folder.entry if bound is not None and name not in bound]
    return ("invalid", verdict.missing_sentence(missing, source.defined_names(tree))) if missing else None


def asked_of(paper: Paper, text: str) -> Paper:
    """Return the paper as far as it concerns a source.

    Optional cases whose arguments its functions do not take are left out; and the graph is checked where the source has
    a hand in it, for otherwise it belongs to the values by construction.
    """
    meddles = source.meddles_with_the_graph(text)
    takes = _arities(text, {case.call for case in paper.cases if case.optional})
    cases = [not case.optional or _takes(takes[case.call], len(case.inputs)) for case in paper.cases]
    key = (meddles, *cases)
    if key not in paper.asked:
        without = paper.without if meddles else paper.without | {"gradcheck": "PyTorch made the whole graph"}
        paper.asked[key] = replace(paper, cases=list(compress(paper.cases, cases)), without=without)
    return paper.asked[key]


def plan_ahead(paper: Paper, folder: Folder, framework: str) -> None:
    """Plan a paper for a source that takes the arguments of the starter, as most do."""
    rules = folder.rules(framework)
    plans.make(folder, framework, asked_of(paper, folder.starter(framework)), rules).encoded([])


def _arities(text: str, calls: set[str]) -> dict[str, int | None]:
    """Return how many arguments each of these functions takes; the source is read only where there is one."""
    if not calls:
        return {}
    tree = source.parse(text)
    return {call: source.arity(tree, call) for call in calls}


def _takes(arity: int | None, given: int) -> bool:
    return arity is None or arity >= given


def profile_of(framework: str, device: str) -> str:
    """Return the kind of jail that a source runs in."""
    return framework if device == "cpu" else f"{framework}-{device}"


CUDA_START_SECONDS, CUDA_START_MIB = 20.0, 4096  # what the driver uses before the first call


def limits_of(folder: Folder, sources: int = 1, *, device: str = "cpu") -> Limits:
    seconds, memory_mib = folder.cpu_seconds * sources, folder.memory_mib
    if device != "cpu":
        seconds, memory_mib = seconds + CUDA_START_SECONDS, memory_mib + CUDA_START_MIB
    return Limits(cpu_seconds=seconds, wall_seconds=max(10.0, 4 * seconds), memory_mib=memory_mib)


class Grading:
    """One source, judged by one paper; `examined` says all that was found, once the report is made."""

    def __init__(self, grader: Grader, job: Job, folder: Folder, rules: Rules, paper: Paper) -> None:
        self.grader, self.job, self.folder, self.rules, self.drawn = grader, job, folder, rules, paper
        self.paper = asked_of(paper, job.source)
        self.plan: Plan = plans.make(folder, job.framework, self.paper, rules, job.purpose)
        self.limits = limits_of(folder, device=job.device)
        self.examined: list[Examined] = []

    def report(self) -> Report:
        payload = self.plan.encoded([self.job.source], self.job.device)
        outcome = self.grader.sandbox.run(profile_of(self.job.framework, self.job.device), payload, self.limits)
        frames, complete = wire.frames(outcome.results)
        loading, claims = claiming.sort(frames)
        self.examined = examined = examine.examine(self.paper, self.plan, self.job.framework, claims)
        waiting = self.waiting(claims) if claiming.has_loaded(frames) else None
        word, message = self.verdict(outcome, complete, waiting, loading, claims, examined)
        failed = word in ("wrong_answer", "runtime_error") and loading is None
        cases = [self.case(found) for found in examined] if loading is None else []
        return Report(
            verdict=word,
            message=message,
            diagnosis=self.diagnosis() if failed and self.job.purpose != "try" else None,
            cases=cases,
            remarks=[*self.left_out(), *reporting.remarks(examined, claims, self.job.framework)],
            stdout=reporting.shown_output(outcome),
            cpu_seconds=outcome.cpu_seconds,
            wall_seconds=outcome.wall_seconds,
            memory_mib=outcome.memory_mib,
            seed=self.paper.seed,
            isolation=list(outcome.layers),
            first_wrong=parts.first_wrong(self.folder.entry, examined, cases) if failed else None,
            traceback=source.traceback(self.job.source, loading.frames) if loading is not None else [],
        )

    def case(self, found: Examined) -> CaseReport:
        return reporting.case_report(self.paper, found, self.job.framework, self.job.source)

    def diagnosis(self) -> dict[str, str] | None:
        return diagnose.diagnose(
            self.grader.sandbox, self.folder, self.job.framework, self.paper, self.plan, self.examined
        )

    def smallest(self) -> dict[str, Any] | None:
        """Return the smallest input that fails as a case of this grading did, or None. Never raises."""
        try:
            return smallest.Search(
                self.grader.sandbox,
                self.grader.desk,
                self.folder,
                self.job.framework,
                self.rules,
                self.paper,
                self.job.source,
            ).smallest(self.examined)
        except Exception:  # the verdict stands without it
            log.exception("job %s (%s): no smallest failing input", self.job.id, self.job.exercise)
            return None

    def verdict(
        self,
        outcome: Outcome,
        complete: bool,
        waiting: str | None,
        loading: Loading | None,
        claims: dict[int, Claim],
        examined: list[Examined],
    ) -> tuple[str, str]:
        early = verdict.of_outcome(outcome, self.limits, waiting)
        if early is not None:
            return early
        if loading is not None:
            return verdict.of_loading(loading)
        if not complete:
            return "runtime_error", "What your code sent back cannot be read; it must only return values."
        violation = self.rules.recorded(item for claim in claims.values() for item in claim.operations)
        if violation is not None:
            return "forbidden", violation.sentence
        self.verify(examined)
        return verdict.of_cases(examined)

    def waiting(self, claims: dict[int, Claim]) -> str | None:
        """Return the name of the first case that did not come back."""
        return next((self.paper.cases[run.case].name for i, run in enumerate(self.plan.runs) if i not in claims), None)

    def left_out(self) -> list[str]:
        """Return a remark on the cases that this source was not asked, if there are any."""
        names = [case.name for case in self.drawn.cases if not any(case is asked for asked in self.paper.cases)]
        sentence = f"Not asked, since your function takes fewer arguments: {', '.join(names)}."
        return [sentence] if names and self.job.purpose == "submit" else []

    def verify(self, examined: list[Examined]) -> None:
        """Have the folder's own `verify` judge the outputs that ask for it."""
        asked = {
            str(self.drawn.cases.index(found.case)): found
            for found in examined
            if found.output is not ... and any(judge["kind"] == "ByFunction" for judge in found.case.judge.values())
        }
        if not asked:
            return
        outputs = {key: found.output for key, found in asked.items()}
        sentences = self.grader.desk.verify(self.folder, self.job.framework, self.paper.seed, outputs)
        for key, found in asked.items():
            sentence = sentences.get(key, "it was not judged")
            if sentence is not None:
                found.findings.append(Finding("values", wording.clean(sentence), claim="verify"))
