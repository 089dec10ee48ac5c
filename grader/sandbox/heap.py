"""Makes the heap of a zygote ready to be copied into many children.

What a process writes after a fork is copied page by page. Imports leave holes all over the heap; a child that allocates
in them writes to a page here and a page there. So the holes are filled: what is allocated from then on lies together.
"""

from __future__ import annotations

import bisect
import ctypes
import gc
import os
from collections.abc import Iterator

from grader.sandbox import kernel, protocol

_HUGE = 2 << 20
_LARGE = (100_000, 65_536, 32_768, 16_384, 8_192, 4_096, 2_048)  # less than what the C library maps one by one
_SMALL = range(1_536, 0, -16)
_PYTHON = range(512, 0, -16)  # the sizes that Python's own allocator serves
_old: list[tuple[int, int, str]] = []  # the memory that was there before; kept, lest it leave holes of its own


def settle() -> None:
    """Collect what can go, put the rest on huge pages where it can be, and fill the holes."""
    gc.collect()
    gc.freeze()
    _old.extend(_writable())
    _collapse()
    _fill_c_heap()
    _fill_python_heap()


def _fill_c_heap() -> None:
    """Take every hole of the C library's heap, the large ones first."""
    end, beyond = kernel.heap_end(), []
    for size in (*_LARGE, *_SMALL):
        while (address := kernel.malloc(size)) and address < end:
            pass
        beyond.append(address)
    for address in beyond:
        kernel.free(address)


def _fill_python_heap() -> None:
    """Take every hole of the memory that Python's allocator has, until each size is served from new memory."""
    allocate, release = ctypes.pythonapi.PyObject_Malloc, ctypes.pythonapi.PyObject_Free
    allocate.restype, allocate.argtypes, release.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
    beyond = []
    for size in _PYTHON:
        while (address := allocate(size)) and _is_old(address):
            pass
        beyond.append(address)
    for address in beyond:
        release(address)


def _is_old(address: int) -> bool:
    place = bisect.bisect(_old, address, key=lambda memory: memory[0]) - 1
    return place >= 0 and address < _old[place][1]


def _collapse() -> None:
    for start, end, name in _old:
        if name in ("", "[heap]"):
            for address in range(-(-start // _HUGE) * _HUGE, end // _HUGE * _HUGE, _HUGE):
                kernel.collapse(address, _HUGE)


def _writable() -> Iterator[tuple[int, int, str]]:
    """Yield where this process's own writable memory begins and ends, in rising order, and what it is of."""
    descriptor = os.open("self/maps", os.O_RDONLY, dir_fd=protocol.PROC)
    with os.fdopen(descriptor) as file:
        lines = [line.split(maxsplit=5) for line in file]
    for words in lines:
        if words[1] == "rw-p":
            start, end = (int(text, 16) for text in words[0].split("-"))
            yield start, end, words[5].strip() if len(words) > 5 else ""
