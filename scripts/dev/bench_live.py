#!/usr/bin/env python3
"""Measures a followed log in a terminal of 200x50: from the line to the screen, from the key to the
screen, and what is sent, for the war room and for lnav and multitail where they are installed.

usage: bench_live.py SECONDS

What a program sends is kept with its time and drawn afterwards, so that looking at it costs it nothing.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import threading
import time

import bench_start
from bench_start import ANSWERS, HOME, Screen, end, prepare

COLUMNS, ROWS = bench_start.COLUMNS, bench_start.ROWS = 200, 50
STAMP = re.compile(r"number (\d+) of")
KEYS = "abcdefgh"


class Writer(threading.Thread):
    """Appends lines at a rate, in one write each few milliseconds, and remembers when."""

    def __init__(self, log, rate, seconds):
        super().__init__()
        self.log, self.rate, self.seconds = log, rate, seconds
        self.written = []

    def run(self):
        begin = time.perf_counter()
        count = 0
        with open(self.log, "ab", buffering=0) as file:
            while True:
                now = time.perf_counter() - begin
                if now >= self.seconds:
                    return
                due = int(now * self.rate) + 1
                if due > count:
                    second = time.strftime("%Y-%m-%d %H:%M:%S")
                    file.write(
                        b"".join(
                            b"%s INFO [web] number %d of the lines that are measured here\n"
                            % (second.encode(), number)
                            for number in range(count + 1, due + 1)
                        )
                    )
                    self.written.append((time.perf_counter(), due))
                    count = due
                time.sleep(max(0.001, (count + 1) / self.rate - (time.perf_counter() - begin)))


def follow(command, environment, log, rate, seconds, prompt):
    """What was sent as pairs of time and bytes, when lines were written, and when keys were pressed."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execve(command[0], command, environment)
    sent, pressed = [], []
    writer = Writer(log, rate, seconds)
    started = time.perf_counter()
    begun = 0
    try:
        while True:
            ready, _, _ = select.select([terminal], [], [], 0.005)
            now = time.perf_counter()
            if ready:
                try:
                    data = os.read(terminal, 65536)
                except OSError:
                    break
                sent.append((now, data))
                for asked, answer in ANSWERS:
                    if b"\x1b" in data and asked.search(data):
                        os.write(terminal, answer)
            if not begun and now - started > 6:
                begun = now
                writer.start()
            if begun and prompt and now - begun > 1 + len(pressed) * 0.35 and len(pressed) <= len(KEYS):
                key = prompt if not pressed else KEYS[len(pressed) - 1]
                os.write(terminal, key.encode())
                pressed.append((time.perf_counter(), key))
            if begun and now - begun > seconds + 1:
                break
    finally:
        end(child)
        os.close(terminal)
        writer.join()
    return sent, writer.written, pressed, begun


def latencies(sent, written):
    """Milliseconds from a write until its last line, or a later one, could be seen."""
    screen = Screen()
    waiting = list(written)
    found = []
    for at, data in sent:
        screen.feed(data)
        if not waiting or at < waiting[0][0]:
            continue
        numbers = [int(it) for row in screen.cells for it in STAMP.findall("".join(row))]
        newest = max(numbers, default=0)
        while waiting and waiting[0][1] <= newest:
            found.append((at - waiting.pop(0)[0]) * 1000)
    return found, len(waiting)


def key_latencies(sent, pressed):
    """Milliseconds from a key until what was typed so far could be seen."""
    screen = Screen()
    waiting = [(at, KEYS[: number]) for number, (at, _) in enumerate(pressed) if number > 0]
    found = []
    for at, data in sent:
        screen.feed(data)
        rows = ["".join(row) for row in screen.cells[-3:]]
        while waiting and at >= waiting[0][0] and any(waiting[0][1] in row for row in rows):
            found.append((at - waiting.pop(0)[0]) * 1000)
    return found


def shown(values):
    if not values:
        return "   nothing was seen"
    ordered = sorted(values)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"median {statistics.median(values):8.1f}  99th {late:8.1f}  min {ordered[0]:6.1f} ms"


def main():
    seconds = int(sys.argv[1])
    usual = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory(prefix="warroom-bench-") as scratch:
        workspace = os.path.join(scratch, "workspace")
        log = prepare(workspace)
        own = dict(usual, HOME=scratch, TMPDIR=scratch)
        own.pop("XDG_CONFIG_HOME", None)
        room = [os.path.join(HOME, "warroom"), "open", "--workspace", workspace]
        programs = {"warroom": (room + ["--state", os.path.join(scratch, "state")], usual, ":")}
        if shutil.which("lnav"):
            programs["lnav"] = ([shutil.which("lnav"), log], own, ":")
        if shutil.which("multitail"):
            programs["multitail"] = ([shutil.which("multitail"), log], own, "")
        for rate in (10, 1_000, 10_000):
            print(f"{rate:,} lines a second, from the write to the screen")
            for name, (command, environment, _) in programs.items():
                with open(log, "w", encoding="utf-8") as file:
                    file.write("2026-01-01 00:00:00 INFO begun\n")
                sent, written, _, begun = follow(command, environment, log, rate, seconds, "")
                found, unseen = latencies(sent, written)
                size = sum(len(data) for at, data in sent if at >= begun)
                print(
                    f"  {name:10} {shown(found)}  {size / 1000 / seconds:6.1f} kB/s sent"
                    + (f"  {unseen} writes not seen" if unseen else "")
                )
        print("100,000 lines a second, from the key to the screen")
        for name, (command, environment, prompt) in programs.items():
            if prompt:
                with open(log, "w", encoding="utf-8") as file:
                    file.write("2026-01-01 00:00:00 INFO begun\n")
                sent, _, pressed, _ = follow(command, environment, log, 100_000, 5, prompt)
                print(f"  {name:10} {shown(key_latencies(sent, pressed))}")


if __name__ == "__main__":
    main()
