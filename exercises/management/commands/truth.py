"""`manage.py truth [SLUG...]`: grades every known submission again and again on fresh inputs; no verdict may change."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.shipped import CONTENT, known_slugs
from grader import Grader, Regraded, Sandbox, regrade

HEAD = (
    f"{'exercise':<26} {'submissions':>11} {'gradings':>8}  {'right rejected':>14} {'wrong accepted':>14} {'flips':>6}"
)


class Command(BaseCommand):
    help = "Grade every known submission on many fresh draws: nothing right is rejected, nothing wrong accepted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="which exercises (default: all)")
        parser.add_argument("--draws", type=int, default=3, help="draws of the inputs")
        parser.add_argument("--random", type=int, default=20, help="draws where numbers are drawn in the call")
        parser.add_argument("--only-random", action="store_true", help="leave out the other exercises")

    def handle(self, *args: Any, **options: Any) -> None:
        draws = 0 if options["only_random"] else options["draws"]
        found: list[Regraded] = []
        self.stdout.write(HEAD)
        with Sandbox() as sandbox:
            grader = Grader(sandbox)
            for slug in options["slugs"] or known_slugs():
                regraded = self.regrade(grader, slug, draws, options["random"])
                found += regraded
                if regraded:
                    self.stdout.write(line(slug, regraded))
                self.tell_flips(slug, regraded)
        self.stdout.write(line("all", found))
        if any(one.flips for one in found):
            raise CommandError("verdicts changed with the draw")

    def regrade(self, grader: Grader, slug: str, draws: int, random: int) -> list[Regraded]:
        folder = CONTENT / slug
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc"]
        files = {str(path.relative_to(folder)): path.read_text() for path in paths}
        threads = 2 * len(os.sched_getaffinity(0))
        return [
            one for one in regrade(grader, files, draws=draws, random_draws=random, threads=threads) if one.verdicts
        ]

    def tell_flips(self, slug: str, regraded: list[Regraded]) -> None:
        for one in regraded:
            for verdict in sorted(set(one.verdicts) - {one.wanted}):
                replay = f"seed {one.seeds[verdict]}"
                self.stdout.write(f"  {slug}/{one.path}: {one.verdicts[verdict]} times {verdict}, once with {replay}")


def line(name: str, found: list[Regraded]) -> str:
    gradings = sum(one.verdicts.total() for one in found)
    rejected, accepted = sum(one.rejected for one in found), sum(one.accepted for one in found)
    flips = sum(one.flips for one in found)
    return f"{name:<26} {len(found):>11} {gradings:>8}  {rejected:>14} {accepted:>14} {flips:>6}"
