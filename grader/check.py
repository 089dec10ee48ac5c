"""`python -m grader.check exercises/content/softmax ...`: prove exercise folders while they are being written."""

from __future__ import annotations

import sys
from pathlib import Path

from grader.judge import Grader
from grader.proof import prove
from grader.sandbox import Sandbox


def main(folders: list[str]) -> int:
    """Print the proof of each folder; return 0 when all are proven."""
    failed = 0
    with Sandbox() as sandbox:
        grader = Grader(sandbox)
        for folder in folders:
            root = Path(folder)
            paths = [path for path in root.rglob("*") if path.is_file() and path.suffix in (".py", ".yaml", ".md")]
            proof = prove(grader, {path.relative_to(root).as_posix(): path.read_text() for path in paths})
            for one in proof.attempts:
                sign = "FAIL" if one.problem else "ok  "
                killed = f"{one.kill_ratio:.1e} ({one.killed_by})"
                print(f"  {sign} {one.path}: {one.verdict}, {killed} {one.problem or one.message}")
            print(f"{root.name}: {'proven' if proof.proven else 'NOT PROVEN'}", *proof.problems, sep="\n    ")
            failed += not proof.proven
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
