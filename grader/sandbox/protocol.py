"""What the worker, the zygote and the jailed child say to each other, on both sides of the wall.

A child's life on its result pipe: JAILED (it waits), STARTED (the submission is read, its limits are set), then
whatever the program sends, END, and the pipe is closed. Instead of JAILED or STARTED it says FAILED and a sentence,
when setting up went wrong. The first two bytes are written before any untrusted code is run and can be believed;
nothing after them can.
"""

from __future__ import annotations

import struct

LIFELINE, CONTROL, PROC = 0, 3, 4  # descriptors of the launcher, of which the zygote keeps the last two
PAYLOAD, RESULTS, CHILD_PROC = 3, 4, 5  # descriptors of the child; 1 and 2 are its output

JAILED, STARTED, FAILED = b"J", b"S", b"F"
END = b"\0the program ran to its end\0"
SETUP_FAILED, PROGRAM_FAILED = 119, 118  # exit statuses

CHILD_PLEASE = b"child"
REHEARSED_CHILD_PLEASE = b"rehearsed child"
READY = b"ready"
BORN = b"born"
DEATH = struct.Struct("<idQ")  # wait status, CPU seconds, largest resident set in KiB
SUBMISSION = struct.Struct("<BIQQ")  # program, CPU seconds, memory in bytes, length of the payload that follows
PROGRAM, PROBES, TIMED = 0, 1, 2
