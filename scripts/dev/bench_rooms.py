#!/usr/bin/env python3
"""Measures how soon a room shows what was written down in another room of the same incident and machine.

usage: bench_rooms.py FACTS

Two people have one incident open, each in a terminal of their own. A note is typed in the one; the time runs from
its Enter until the other shows it. What they send is kept with its time and drawn afterwards.
"""

import fcntl
import os
import pty
import random
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

from bench_start import ANSWERS, COLUMNS, HOME, ROWS, Screen, end, prepare

LIMIT = 200
LONGEST = 60


class Room:
    def __init__(self, command, environment):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], command, environment)
        self.screen = Screen()
        self.sent = []

    def take(self):
        data = os.read(self.terminal, 65536)
        self.sent.append((time.perf_counter(), data))
        for asked, answer in ANSWERS:
            if b"\x1b" in data and asked.search(data):
                os.write(self.terminal, answer)

    def draw(self, words):
        """When the words could be seen first, of what was sent since the last look; None where they cannot."""
        seen = None
        for at, data in self.sent:
            self.screen.feed(data)
            if seen is None and self.screen.shows([words]):
                seen = at
        self.sent = []
        return seen

    def type(self, text):
        os.write(self.terminal, text.encode())

    def close(self):
        end(self.child)
        os.close(self.terminal)


def look(rooms, seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        ready, _, _ = select.select([it.terminal for it in rooms], [], [], 0.005)
        for it in rooms:
            if it.terminal in ready:
                it.take()


def wait(rooms, room, words):
    until = time.perf_counter() + LONGEST
    while True:
        look(rooms, 0.25)
        seen = room.draw(words)
        if seen is not None or room.screen.shows([words]):
            return seen
        if time.perf_counter() > until:
            picture = "\n".join("".join(it).rstrip() for it in room.screen.cells)
            sys.exit(f"bench: \"{words}\" was never seen; this is what was there:\n{picture}")


def shown(values):
    ordered = sorted(values)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    within = sum(it <= LIMIT for it in ordered)
    return (
        f"median {statistics.median(ordered):6.1f}  99th {late:6.1f}  most {ordered[-1]:6.1f} ms;"
        f" {within} of {len(ordered)} within {LIMIT} ms"
    )


def main():
    facts = int(sys.argv[1])
    environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    program = os.path.join(HOME, "warroom")
    with tempfile.TemporaryDirectory(prefix="warroom-bench-") as scratch:
        workspace = os.path.join(scratch, "workspace")
        prepare(workspace)
        places = ["--workspace", workspace, "--state", os.path.join(scratch, "state")]
        incident = subprocess.run(
            [program, "declare", "--severity", "P3", "--title", "two rooms"] + places,
            env=environment, stdout=subprocess.PIPE, text=True, check=True,
        ).stdout.split()[0]
        rooms = []
        try:
            for _ in range(2):
                rooms.append(Room([program, "open", "--incident", incident] + places, environment))
                wait(rooms, rooms[-1], "4 Timeline")
            one, other = rooms
            there = []
            for number in range(facts):
                # The other looks ten times a second: never at the same time after a note.
                look(rooms, random.uniform(0.1, 0.2))
                words = f"seen as {number:05d}"
                one.type("t")
                look(rooms, 0.1)
                one.type(words)
                wait(rooms, one, words)
                began = time.perf_counter()
                one.type("\r")
                there.append((wait(rooms, other, words) - began) * 1000)
        finally:
            for it in rooms:
                it.close()
    print(f"a note in one room, from its Enter to the picture of the other: {shown(there)}")


if __name__ == "__main__":
    main()
