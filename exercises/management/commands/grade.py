"""`manage.py grade SLUG FILE...`: judges files with the real sandbox, and with no web, broker or database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.folder import Folder, FolderError, read_folder
from exercises.shipped import CONTENT, known_slugs
from exercises.topics import FRAMEWORKS
from grader import Grader, InvalidSource, Job, Report, Sandbox, SandboxUnavailable, profile_of, read_source


class Command(BaseCommand):
    help = "Judge files as submissions to an exercise; the exit status is 0 when all are accepted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the exercise: a folder of exercises/content, or a path to another folder")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--framework", required=True, choices=list(FRAMEWORKS))
        parser.add_argument("--seed", type=int, help="draw the inputs with this seed (a report says which was used)")
        parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
        parser.add_argument("--json", action="store_true", help="one report per line, in the order of the files")

    def handle(self, *args: Any, **options: Any) -> None:
        folder, framework, device = find_folder(options["slug"]), options["framework"], options["device"]
        if framework not in folder.facts.frameworks:
            raise CommandError(f"{folder.slug} has no variant in {FRAMEWORKS[framework]}.")
        if device not in folder.facts.devices or (device != "cpu" and framework != "torch"):
            raise CommandError(f"{folder.slug} in {FRAMEWORKS[framework]} is not graded on {device}.")
        accepted = 0
        try:
            with Sandbox((profile_of(framework, device), "author", "author-torch"), prepared=1) as sandbox:
                grader = Grader(sandbox)
                for file in options["files"]:
                    report = judge(grader, folder, file, framework, options["seed"], device)
                    accepted += report.verdict == "accepted"
                    self.show(file, report, options["json"])
        except SandboxUnavailable as error:
            raise CommandError(f"The sandbox cannot be started: {error}") from error
        if accepted < len(options["files"]):
            raise SystemExit(1)

    def show(self, file: Path, report: Report, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"file": str(file), **report.to_dict()}))
        else:
            self.stdout.write("\n".join(lines_of(file, report)))
        self.stdout.flush()


def find_folder(name: str) -> Folder:
    path = CONTENT / name if "/" not in name else Path(name).resolve()
    try:
        return read_folder(path)
    except FolderError as error:
        hint = "" if path.is_dir() else f"\nExercises: {', '.join(known_slugs())}"
        raise CommandError(f"{error}{hint}") from error


def judge(grader: Grader, folder: Folder, file: Path, framework: str, seed: int | None, device: str) -> Report:
    try:
        source = read_source(file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    except InvalidSource as error:
        return Report("invalid", str(error), framework=framework, exercise=folder.slug, version=folder.content_hash)
    return grader.grade(
        Job(
            id=file.name,
            attempt="",
            exercise=folder.slug,
            version=folder.content_hash,
            files=folder.files,
            framework=framework,
            source=source,
            seed=seed,
            device=device,
        )
    )


def lines_of(file: Path, report: Report) -> list[str]:
    """The verdict, its sentence, the diagnosis and the first case that fails."""
    lines = [f"{file}: {report.verdict}", f"  {report.message}"]
    if report.diagnosis:
        lines.append(f"  This looks like: {report.diagnosis['sentence']}")
    failing = next((case for case in report.cases if case.verdict != "accepted"), None)
    if failing:
        lines.append(f"  First failing case, {failing.name}: {failing.message}")
        for title, values in (("input", failing.inputs), ("expected", failing.expected), ("actual", failing.actual)):
            lines += [f"    {title:<8} {name} = {brief(shown)}" for name, shown in values.items()]
        lines.append(f"  Again with the same inputs: --seed {report.seed}")
    return [*lines, *(f"  Remark: {remark}" for remark in report.remarks)]


def brief(shown: dict[str, Any]) -> str:
    text = rounded(shown.get("values"))
    cut = text if len(text) <= 200 else f"{text[:197]}..."
    shape = "" if not shown.get("shape") else f", shape {tuple(shown['shape'])}"
    return f"{cut}  ({shown.get('dtype')}{shape})"


def rounded(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(rounded, value))}]"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
