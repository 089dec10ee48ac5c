"""Runs the code of all shipped items in the sandbox and keeps what it prints."""

import json
from argparse import ArgumentParser
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError

from quiz.bank.outputs import LOCK, NoOutputError, locked_outputs, name_of, run_all


def shipped_code() -> list[str]:
    """The code of each shipped item that asks what it prints."""
    files = sorted(LOCK.parent.glob("*.yaml"))
    questions = [question for path in files for question in yaml.safe_load(path.read_text(encoding="utf-8")) or []]
    items = [item for question in questions for item in question["items"] if item["kind"] == "predict"]
    return [item["code"].strip() for item in items]


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if the file says otherwise")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        codes = shipped_code()
        try:
            outputs = dict(zip(map(name_of, codes), run_all(codes), strict=True))
        except NoOutputError as error:
            raise CommandError(str(error)) from error
        if check and outputs != locked_outputs():
            raise CommandError(f"{LOCK.name} does not say what the code prints: run `manage.py lock_outputs`")
        if not check:
            LOCK.write_text(json.dumps(outputs, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
        self.stdout.write(f"{len(outputs)} outputs are as the code prints them.")
