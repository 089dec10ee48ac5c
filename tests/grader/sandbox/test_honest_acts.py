"""What a submission can do: ordinary Python, NumPy and files of its own, as anywhere else."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "source",
    [
        "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x')",
        "import tempfile\nwith tempfile.NamedTemporaryFile('w') as f: f.write('x')",
        "import numpy as np; np.save('a.npy', np.eye(3)); assert np.load('a.npy').sum() == 3",
        "import numpy as np, io; np.savez(io.BytesIO(), a=np.eye(2))",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()): print('x')",
        "import contextlib, os\nwith contextlib.redirect_stdout(open(os.devnull, 'w')): print()",
        "from pathlib import Path; p = Path('a/b'); p.mkdir(parents=True); (p / 'c').touch(); (p / 'c').rename('d')",
        "import logging; logging.basicConfig(); logging.warning('x')",
        "import dataclasses, enum, typing, collections, itertools, fractions, decimal, statistics, heapq, bisect",
        "import time, datetime; time.sleep(0.01); time.perf_counter(); datetime.datetime.now()",
        "import random, secrets, uuid; random.random(), secrets.token_hex(), uuid.uuid4()",
        "import threading\nwith threading.RLock(): pass",
        "import warnings; warnings.warn('careful')",
        "import sys; sys.setrecursionlimit(5000); f = lambda n: n and f(n - 1); f(4000)",
        "import hashlib, json, pickle, copy; copy.deepcopy(pickle.loads(pickle.dumps({'a': [1]})))",
        "import numpy.testing; numpy.testing.assert_allclose(1, 1)",
        "import numpy as np; np.linalg.svd(np.random.rand(200, 200)); np.fft.fft2(np.random.rand(64, 64))",
        "import numpy as np; a = np.random.rand(9, 9); assert np.allclose(a @ np.linalg.inv(a), np.eye(9))",
        "import timeit; timeit.timeit('1 + 1', number=1000)",
        "import gc; gc.collect()",
        "import inspect\ndef f(): pass\ninspect.signature(f)",
        "try: input()\nexcept EOFError: pass",
        "import platform; platform.python_version(), platform.machine()",
        "import os; os.cpu_count(), os.getcwd(), os.getpid(), os.listdir('.')",
        "import shutil; open('a', 'w').write('x'); shutil.copyfile('a', 'b')",
    ],
)
def test_it_can(run, source):
    outcome = run(source)
    assert outcome.ended == "finished", outcome.stdout


def test_a_threads_refusal_is_an_exception_and_not_the_end(run):
    outcome = run(
        "import threading\ntry: threading.Thread(target=print).start()\nexcept RuntimeError: send(b'no threads')"
    )
    assert outcome.results == b"no threads"
