"""Automatic mutants of the references: a wrong reference that no case tells from the right one shows a missing case.

tally = mutate(grader, folder)
"""

from grader.mutation.tally import Tally, farthest, mutate

__all__ = ["Tally", "farthest", "mutate"]
