"""The README's table of figures, made from what the benchmarks measured in one run."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
START, END = "<!-- figures: make bench -->\n", "<!-- end of figures -->\n"
COLUMNS = {"numpy": "NumPy", "torch": "PyTorch"}

# What stands in a row; {0} is the framework. Figures are left out where their benchmark was not run.
ROWS = (
    ("a whole jailed grade, median / p99", "{:.1f} / {:.1f} ms", ("{0}_grade_p50_ms", "{0}_grade_p99_ms")),
    ("submission to the first line of its code, median", "{:.1f} ms", ("{0}_first_instruction_p50_ms",)),
    ("the calls alone, in a process without a jail", "{:.2f} ms", ("{0}_in_process_ms",)),
    ("grades per second and core, many waiting", "{:.0f}", ("{0}_grades_per_second_per_core",)),
    ("grades per second of CPU time", "{:.0f}", ("{0}_grades_per_cpu_second",)),
    ("wrong verdicts at eight times the load", "{:.0f}", ("{0}_overload_wrong_verdicts",)),
    (
        "a submission at the sandbox's door, median / p99",
        "{:.1f} / {:.1f} ms",
        ("{0}_jailed_p50_ms", "{0}_jailed_p99_ms"),
    ),
    ("the same, submissions per second and core, many waiting", "{:.0f}", ("{0}_submissions_per_second_per_core",)),
    ("one in a fresh jailed interpreter (bubblewrap, Python, import)", "{:,.0f} ms", ("{0}_cold_start_ms",)),
    ("so many times faster", "{:.0f}", ("{0}_faster_than_cold",)),
    ("private memory of a waiting child", "{:.1f} MiB", ("{0}_waiting_child_mib",)),
    (
        "submit to visible verdict in the browser, median / slowest of 15",
        "{:.0f} / {:.0f} ms",
        ("submit to visible verdict, {0}, ms, median", "submit to visible verdict, {0}, ms, slowest"),
    ),
    (
        "the same of a wrong answer, with its diagnosis",
        "{:.0f} / {:.0f} ms",
        ("submit to visible wrong answer, {0}, ms, median", "submit to visible wrong answer, {0}, ms, slowest"),
    ),
)


def table(figures: dict[str, float]) -> str:
    """Return the table as Markdown, without the rows that were not measured."""
    lines = [f"| figure | {' | '.join(COLUMNS.values())} |", "|---|---|---|"]
    for title, form, names in ROWS:
        wanted = [[name.format(framework) for name in names] for framework in COLUMNS]
        if all(name in figures for column in wanted for name in column):
            lines.append(
                f"| {title} | {' | '.join(form.format(*(figures[name] for name in names)) for names in wanted)} |"
            )
    return "\n".join(lines) + "\n"


def write_readme(figures: dict[str, float]) -> None:
    """Put the table in its place in the README."""
    text = README.read_text()
    before, rest = text.split(START)
    README.write_text(before + START + table(figures) + END + rest.split(END)[1])
