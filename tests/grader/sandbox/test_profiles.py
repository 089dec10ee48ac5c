"""What lies on each profile's file system: its own packages, and nothing of anyone else's."""

from __future__ import annotations

import pytest

from grader.sandbox import Limits, Profile, Sandbox, SandboxUnavailable, packages, profiles


def test_the_numpy_mount_has_no_torch_and_no_scipy(tell):
    for name in ("torch", "scipy", "sympy", "django", "celery", "redis", "yaml", "pip", "setuptools"):
        assert tell(f"__import__({name!r})") == "ModuleNotFoundError"
    assert eval(tell("sorted(os.listdir('/packages'))", "import os")) == ["numpy", "numpy.libs"]


def test_no_package_of_the_base_interpreter_is_seen(tell):
    setup = """
    import os, sys
    found = []
    for folder, _, files in os.walk('/python'):
        if folder.endswith('-packages'):
            found += os.listdir(folder)
    """
    assert tell("found", setup) == "[]"


def test_learners_find_neither_references_nor_cases():
    for name in ("numpy", "torch"):
        files = profiles.find(name).files
        assert all(file.startswith("grader/sandbox/") for file in files)
        assert not any("nnref" in file or "cases" in file for file in files)


def test_authors_find_no_torch_references_without_torch():
    files = profiles.find("author").files
    assert "nnref/numpy" in files
    assert not {"nnref", "nnref/torch"} & set(files)


def test_every_mounted_file_exists():
    for profile in profiles.PROFILES.values():
        for file in profile.files:
            assert (profile.folder / file).exists(), file


def test_the_closure_of_a_distribution_holds_its_requirements():
    names = {mount.target for mount in packages.packages(("torch",)).mounts}
    assert {"/packages/torch", "/packages/sympy", "/packages/typing_extensions.py"} <= names
    assert not any(name.startswith("/packages/django") for name in names)


def test_a_profile_whose_packages_are_missing_is_left_out(echo):
    absent = Profile("absent", "echo:run", ("no-such-distribution",), ("echo.py",), "numpy")
    with Sandbox((echo, absent)) as sandbox:
        assert (sandbox.profiles, sandbox.unavailable) == (("echo",), ("absent",))
        assert sandbox.run("echo", b"", Limits()).ended == "finished"
        with pytest.raises(SandboxUnavailable, match="absent"):
            sandbox.run("absent", b"", Limits())


def test_an_unknown_profile_is_refused():
    with pytest.raises(SandboxUnavailable, match="there is no sandbox profile 'fortran'"):
        Sandbox(("fortran",))


def test_numpy_is_warm(tell):
    names = ("numpy.linalg", "numpy.random", "numpy.fft", "numpy.ma", "inspect", "dataclasses")
    assert tell(f"[name in sys.modules for name in {names!r}]", "import sys") == repr([True] * len(names))
