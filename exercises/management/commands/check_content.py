"""`manage.py check_content [SLUG...]`: proves exercises: starters fail, attempts get their verdict, wrong ones die."""

import json
import math
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.folder import FolderError, read_folder
from exercises.rendering import broken_formulas
from exercises.shipped import CONTENT, known_slugs
from exercises.skeleton import unwritten
from grader import AttemptProof, Grader, Proof, Sandbox, SandboxUnavailable, prove


class Command(BaseCommand):
    help = "Prove exercises: every known submission gets the verdict and the diagnosis of its file name."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="which exercises (default: all)")
        parser.add_argument("--draws", type=int, default=2, help="draws of the inputs for each submission")
        parser.add_argument("--json", action="store_true", help="one line for each exercise")

    def handle(self, *args: Any, **options: Any) -> None:
        slugs = options["slugs"] or known_slugs()
        unknown = sorted(set(slugs) - set(known_slugs()))
        if unknown:
            raise CommandError(f"No such exercise: {', '.join(unknown)}. There are: {', '.join(known_slugs())}")
        failed = []
        try:
            with Sandbox() as sandbox:
                grader = Grader(sandbox)
                for slug in slugs:
                    proof = prove_shipped(grader, slug, options["draws"])
                    self.show(slug, proof, options["json"], options["verbosity"] > 1)
                    failed += [] if proof.proven else [slug]
        except SandboxUnavailable as error:
            raise CommandError(f"The sandbox cannot be started: {error}") from error
        if not options["json"]:
            self.stdout.write(f"{len(slugs) - len(failed)} of {len(slugs)} exercises proven.")
        if failed:
            raise SystemExit(1)

    def show(self, slug: str, proof: Proof, as_json: bool, every_attempt: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"exercise": slug, "proven": proof.proven, **plain(asdict(proof))}))
            return
        ratio = proof.smallest_kill_ratio
        margin = "-" if math.isinf(ratio) else f"{ratio:.1e}"
        word = "proven" if proof.proven else "NOT PROVEN"
        self.stdout.write(f"{slug:<28} {word:<11} {len(proof.attempts):>3} submissions, smallest kill ratio {margin}")
        for one in proof.attempts if every_attempt else ():
            self.stdout.write(f"    {line_of(one)}")
        for problem in proof.problems:
            self.stdout.write(f"    {problem}")


def prove_shipped(grader: Grader, slug: str, draws: int) -> Proof:
    """The proof of one shipped exercise, with what is wrong in its folder and its formulas."""
    try:
        folder = read_folder(CONTENT / slug)
    except FolderError as error:
        return Proof(problems=str(error).splitlines())
    proof = prove(grader, folder.files, draws=draws)
    proof.problems += unwritten(folder)
    for name in ("statement.md", "hints.md"):
        proof.problems += [f"{name}: {problem}" for problem in broken_formulas(folder.files[name])]
    return proof


def line_of(one: AttemptProof) -> str:
    margin = "" if math.isinf(one.kill_ratio) or one.kill_ratio == 0 else f" {one.kill_ratio:.1e} in {one.killed_by}"
    return f"{'FAIL' if one.problem else 'ok':<4} {one.path}: {one.verdict}{margin}"


def plain(value: Any) -> Any:
    """The value as JSON can hold it: infinities become null."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
