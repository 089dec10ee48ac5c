"""Proving the shipped exercises: the grader's proof of each, and what is wrong in its folder and its formulas."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from exercises.folder import FolderError, read_folder
from exercises.reference.functions import references_in
from exercises.rendering import broken_formulas
from exercises.shipped import CONTENT, known_slugs
from exercises.skeleton import unwritten
from grader import Grader, Proof, prove

AT_ONCE = 2


@cache
def asked_somewhere() -> frozenset[str]:
    """The functions of nnref that shipped exercises ask for."""
    cases = [(CONTENT / slug / "cases.py").read_text(encoding="utf-8") for slug in known_slugs()]
    return frozenset(name for text in cases for name in references_in(text))


def prove_shipped(grader: Grader, slug: str, **options: Any) -> Proof:
    """The proof of one shipped exercise."""
    try:
        folder = read_folder(CONTENT / slug)
    except FolderError as error:
        return Proof(problems=str(error).splitlines())
    proof = prove(grader, folder.files, elsewhere=asked_somewhere(), **options)
    proof.problems += unwritten(folder)
    for name in ("statement.md", "hints.md"):
        proof.problems += [f"{name}: {problem}" for problem in broken_formulas(folder.files[name])]
    return proof


def prove_all(grader: Grader, slugs: Iterable[str], **options: Any) -> Iterator[tuple[str, Proof]]:
    """The proofs of some exercises, in their order; a few are made at once. The options are those of `grader.prove`."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        proofs = [(slug, pool.submit(prove_shipped, grader, slug, **options)) for slug in slugs]
        for slug, proof in proofs:
            yield slug, proof.result()
