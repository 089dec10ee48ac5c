"""`manage.py check_content [SLUG...]`: proves exercises, with mutants of their references, and the question bank."""

import json
import math
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.proving import prove_all
from exercises.shipped import known_slugs
from grader import AttemptProof, Grader, Proof, Sandbox, SandboxUnavailable
from quiz.bank.proof import prove_bank

HEAD = (
    f"{'exercise':<24} {'':<10} {'tried':>5}  {'mutants':>7} {'killed':>7} {'marked':>6} {'alive':>5}  "
    f"{'wrong by':>8} {'mutants by':>10}  {'apart':>7}  {'ms':>4}"
)
LEGEND = """\
tried: known submissions, each of which must get its verdict. mutants: changed references; those marked are equivalent.
wrong by, mutants by: the smallest distance of a wrong solution and of a killed mutant from the right result, in
tolerances. apart: how far PyTorch's own function (or, marked with ~, the right solution that is farthest) is from the
reference, in tolerances. ms: CPU time of the slowest right solution, graded as a whole."""


class Command(BaseCommand):
    help = "Prove exercises and the question bank: what is right passes, what is wrong is found and named."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="which exercises (default: all, and the bank)")
        parser.add_argument("--draws", type=int, default=2, help="draws of the inputs for each submission")
        parser.add_argument("--any-speed", action="store_true", help="do not mind what grading costs: others work here")
        parser.add_argument("--json", action="store_true", help="one line for each exercise and each check")

    def handle(self, *args: Any, **options: Any) -> None:
        slugs = options["slugs"] or known_slugs()
        unknown = sorted(set(slugs) - set(known_slugs()))
        if unknown:
            raise CommandError(f"No such exercise: {', '.join(unknown)}. There are: {', '.join(known_slugs())}")
        try:
            with Sandbox() as sandbox:
                grader = Grader(sandbox)
                proven = self.exercises(grader, slugs, options)
                proven &= bool(options["slugs"]) or self.bank(grader, options["json"])
        except SandboxUnavailable as error:
            raise CommandError(f"The sandbox cannot be started: {error}") from error
        if not proven:
            raise SystemExit(1)

    def exercises(self, grader: Grader, slugs: list[str], options: dict[str, Any]) -> bool:
        limit = {"cpu_seconds": math.inf} if options["any_speed"] else {}
        proofs = prove_all(grader, slugs, draws=options["draws"], **limit)
        if options["json"]:
            return self.exercises_as_json(proofs)
        self.stdout.write(HEAD)
        found = []
        for slug, proof in proofs:
            found.append(proof)
            self.stdout.write(row(slug, proof))
            for one in proof.attempts if options["verbosity"] > 1 else ():
                self.stdout.write(f"    {line_of(one)}")
            for problem in proof.problems:
                self.stdout.write(f"    {problem}")
        self.stdout.write(f"\n{LEGEND}\n\n{summary(found)}")
        return all(proof.proven for proof in found)

    def exercises_as_json(self, proofs: Iterator[tuple[str, Proof]]) -> bool:
        proven = True
        for slug, proof in proofs:
            proven &= proof.proven
            self.stdout.write(json.dumps({"exercise": slug, "proven": proof.proven, **plain(asdict(proof))}))
        return proven

    def bank(self, grader: Grader, as_json: bool) -> bool:
        proven = True
        for finding in prove_bank(grader):
            proven &= finding.proven
            if as_json:
                self.stdout.write(json.dumps({"bank": finding.check, "proven": finding.proven, **asdict(finding)}))
                continue
            word = "proven" if finding.proven else "NOT PROVEN"
            self.stdout.write(f"{word:<10} {finding.looked_at:>6} {finding.check}")
            for problem in finding.problems:
                self.stdout.write(f"    {problem}")
        return proven


def row(slug: str, proof: Proof) -> str:
    mutants, oracle = proof.mutants, proof.oracle
    apart = proof.alternates_apart if oracle is None else oracle.apart
    return (
        f"{slug:<24} {'proven' if proof.proven else 'NOT PROVEN':<10} {len(proof.attempts):>5}  "
        f"{mutants.made:>7} {mutants.kill_rate:>7.1%} {mutants.marked:>6} {len(mutants.survivors):>5}  "
        f"{figure(proof.smallest_kill_ratio):>8} {figure(mutants.smallest_ratio):>10}  "
        f"{'~' if oracle is None else ''}{figure(apart):>7}  {1000 * proof.largest_cpu_seconds:>4.0f}"
    )


def summary(proofs: list[Proof]) -> str:
    """What all exercises come to, in figures."""
    attempts = [attempt for proof in proofs for attempt in proof.attempts]
    accepted = [attempt for attempt in attempts if attempt.wanted == "accepted"]
    wrong = [attempt for attempt in attempts if attempt.wanted == "wrong_answer"]
    rejected = sum(attempt.verdict != "accepted" for attempt in accepted)
    let_through = sum(attempt.verdict == "accepted" for attempt in wrong)
    tallies = [proof.mutants for proof in proofs]
    made, killed = sum(tally.made for tally in tallies), sum(tally.killed for tally in tallies)
    marked, alive = sum(tally.marked for tally in tallies), sum(len(tally.survivors) for tally in tallies)
    oracles = [proof.oracle.apart for proof in proofs if proof.oracle is not None]
    return "\n".join(
        [
            f"{sum(proof.proven for proof in proofs)} of {len(proofs)} exercises proven.",
            f"{len(accepted)} right solutions, {rejected} rejected; {len(wrong)} wrong ones, {let_through} accepted.",
            f"{made} mutants: {killed} killed, {marked} equivalent with a reason, {alive} survive.",
            f"{len(oracles)} agree with PyTorch's own functions to {figure(max(oracles, default=0))} tolerances.",
        ]
    )


def figure(value: float) -> str:
    return "-" if math.isinf(value) else f"{value:.1e}"


def line_of(one: AttemptProof) -> str:
    margin = "" if math.isinf(one.kill_ratio) or one.kill_ratio == 0 else f" {one.kill_ratio:.1e} in {one.killed_by}"
    return f"{'FAIL' if one.problem else 'ok':<4} {one.path}: {one.verdict}{margin}, {1000 * one.cpu_seconds:.0f} ms"


def plain(value: Any) -> Any:
    """The value as JSON can hold it: infinities become null."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
