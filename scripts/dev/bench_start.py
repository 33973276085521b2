"""Measures the start of the war room beside lnav's, each in a terminal of its own (a pty).

What a program sends is kept with its time, and only afterwards drawn on a small terminal, so that
looking at it costs the program nothing.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 150, 50
WARM_UPS = 2
QUIET = 0.1
LONGEST = 60.0
LAST_LINE = "request 1000 served"
MARKS = ["1 Open", "2 Logs", "3 Health", "4 Timeline", LAST_LINE, "Roll back a release"]

HOME = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))

ANSWERS = [
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?64;1;2;6;9;15;18;21;22c"),
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>41;379;0c"),
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[18t"), b"\x1b[8;%d;%dt" % (ROWS, COLUMNS)),
    (re.compile(rb"\x1b\]1([01]);\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
]


class Screen:
    """As much of a terminal as the two programs need to be read back."""

    TOKEN = re.compile(
        r"\x1b\[(?P<arguments>[?>=!]?[\d;:]*)[ -/]*(?P<final>[@-~])"
        r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
        r"|\x1b[()*+].|\x1b[PX^_][^\x1b]*\x1b\\|\x1b(?P<single>[^\[\]()*+PX^_])"
        r"|(?P<text>[^\x00-\x1f\x7f]+)|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])",
        re.S,
    )

    def __init__(self):
        self.cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = 0
        self.top, self.bottom = 0, ROWS - 1
        self.rest = b""
        self.last = " "

    def feed(self, data):
        data = self.rest + data
        # An escape sequence or a character that is cut off waits for its end.
        cut = len(data)
        start = data.rfind(b"\x1b", max(0, cut - 64))
        if start >= 0 and not self.TOKEN.match(data[start:].decode("utf-8", "replace")):
            cut = start
        else:
            for back in range(1, min(4, cut) + 1):
                if data[cut - back] >= 0xC0:
                    need = 2 if data[cut - back] < 0xE0 else 3 if data[cut - back] < 0xF0 else 4
                    cut -= back if need > back else 0
                    break
        self.rest = data[cut:]
        for token in self.TOKEN.finditer(data[:cut].decode("utf-8", "replace")):
            if token["text"]:
                self.put(token["text"])
            elif token["control"]:
                self.control(token["control"])
            elif token["final"]:
                self.sequence(token["arguments"], token["final"])
            elif token["single"] == "M":
                self.row = max(0, self.row - 1)

    def put(self, text):
        for character in text:
            if self.column >= COLUMNS:
                self.column = 0
                self.line_feed()
            self.cells[self.row][self.column] = character
            self.column += 1
            self.last = character

    def control(self, control):
        if control == "\r":
            self.column = 0
        elif control == "\n":
            self.line_feed()
        elif control == "\b":
            self.column = max(0, self.column - 1)
        elif control == "\t":
            self.column = min(COLUMNS - 1, self.column // 8 * 8 + 8)

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(ROWS - 1, self.row + 1)

    def scroll(self, top, lines):
        for _ in range(abs(lines)):
            blank = [" "] * COLUMNS
            if lines > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, blank)
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, blank)

    def sequence(self, arguments, final):
        if arguments[:1] in ("?", ">", "=", "!"):
            return
        numbers = [int(it) if it.isdigit() else 0 for it in arguments.split(";")]
        first = numbers[0] or 1
        second = (numbers[1] if len(numbers) > 1 else 0) or 1
        line = self.cells[self.row]
        if final in "Hf":
            self.row, self.column = min(first, ROWS) - 1, min(second, COLUMNS) - 1
        elif final == "A":
            self.row = max(0, self.row - first)
        elif final in "Be":
            self.row = min(ROWS - 1, self.row + first)
        elif final in "Ca":
            self.column = min(COLUMNS - 1, self.column + first)
        elif final == "D":
            self.column = max(0, self.column - first)
        elif final in "G`":
            self.column = min(first, COLUMNS) - 1
        elif final == "d":
            self.row = min(first, ROWS) - 1
        elif final == "X":
            for at in range(self.column, min(COLUMNS, self.column + first)):
                line[at] = " "
        elif final == "P":
            del line[self.column : self.column + first]
            line.extend([" "] * (COLUMNS - len(line)))
        elif final == "@":
            line[self.column : self.column] = [" "] * first
            del line[COLUMNS:]
        elif final == "b":
            self.put(self.last * first)
        elif final == "K":
            begin = 0 if numbers[0] else self.column
            end = self.column + 1 if numbers[0] == 1 else COLUMNS
            line[begin:end] = [" "] * (end - begin)
        elif final == "J":
            for row in range(ROWS):
                if numbers[0] == 2 or (row > self.row) == (numbers[0] == 0) and row != self.row:
                    self.cells[row] = [" "] * COLUMNS
            if numbers[0] != 2:
                self.sequence(arguments, "K")
        elif final == "r":
            self.top, self.bottom = first - 1, (numbers[1] if len(numbers) > 1 else ROWS) - 1
            self.row = self.column = 0
        elif final == "S":
            self.scroll(self.top, first)
        elif final == "T":
            self.scroll(self.top, -first)
        elif final == "L":
            self.scroll(self.row, -first)
        elif final == "M":
            self.scroll(self.row, first)

    def shows(self, marks):
        lines = ["".join(line) for line in self.cells]
        return all(any(mark in line for line in lines) for mark in marks)


def whole(sent, marks):
    screen = Screen()
    for _, data in sent:
        screen.feed(data)
    return screen.shows(marks)


def run(command, environment, marks):
    """Starts the program; answers what it sent, as pairs of milliseconds and bytes, and its Java."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execve(command[0], command, environment)
    sent, size, last = [], 0, began
    java = None
    try:
        while True:
            ready, _, _ = select.select([terminal], [], [], 0.05)
            now = time.perf_counter()
            if ready:
                try:
                    data = os.read(terminal, 65536)
                except OSError:
                    data = b""
                if not data:
                    break
                sent.append(((now - began) * 1000, data))
                size += len(data)
                last = now
                java = java or java_of(child)
                for asked, answer in ANSWERS:
                    if b"\x1b" in data and asked.search(data):
                        os.write(terminal, answer)
            elif now - began > LONGEST:
                break
            elif size > 2000 and now - last > 5 * QUIET:
                if whole(sent, marks):
                    break
                # A busy machine makes pauses of its own.
                last = now
    finally:
        end(child)
        os.close(terminal)
    return sent, java


def java_of(process):
    """The version of the Java that runs as this process, where it is one."""
    try:
        release = os.path.join(os.readlink(f"/proc/{process}/exe"), "..", "..", "release")
        with open(os.path.realpath(release), encoding="utf-8") as file:
            words = dict(line.strip().split("=", 1) for line in file if "=" in line)
        return (words["IMPLEMENTOR"] + " " + words["JAVA_RUNTIME_VERSION"]).replace('"', "")
    except (OSError, KeyError):
        return None


def end(child):
    """Ends the program and whatever is left of its session."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child, ending)
        except ProcessLookupError:
            pass
        limit = time.monotonic() + 2
        while time.monotonic() < limit:
            if os.waitpid(child, os.WNOHANG)[0]:
                try:
                    os.killpg(child, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                return
            time.sleep(0.005)


def times(sent, marks):
    """When the last line could be read, when all marks could, and when that picture was whole."""
    screen = Screen()
    line = drawn = None
    for number, (at, data) in enumerate(sent):
        screen.feed(data)
        if line is None and screen.shows([LAST_LINE]):
            line = at
        if drawn is None and screen.shows(marks):
            drawn = at
        after = sent[number + 1][0] if number + 1 < len(sent) else float("inf")
        if drawn is not None and after - at >= QUIET * 1000:
            return line, drawn, at
    picture = "\n".join("".join(it).rstrip() for it in screen.cells)
    sys.exit(f"bench: the picture never became whole; this is what was there:\n{picture}")


def prepare(folder):
    os.makedirs(os.path.join(folder, "logs"))
    shutil.copytree(os.path.join(HOME, "runbooks"), os.path.join(folder, "runbooks"))
    with open(os.path.join(folder, "warroom.yaml"), "w", encoding="utf-8") as file:
        file.write(
            "service: practice\n"
            "logs: [logs/*.log]\n"
            "probes:\n"
            '  - {name: disk, command: "true", every: 30s, timeout: 5s}\n'
            '  - {name: queue, command: "echo nothing waits", every: 30s, timeout: 5s}\n'
            '  - {name: port, tcp: "127.0.0.1:9", every: 30s, timeout: 2s}\n'
        )
    log = os.path.join(folder, "logs", "service.log")
    with open(log, "w", encoding="utf-8") as file:
        for number in range(1, 1001):
            second = f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}Z"
            level = "ERROR" if number % 50 == 0 else "WARN" if number % 20 == 0 else "INFO"
            file.write(f"{second} {level} [web-{number % 4}] request {number} served\n")
    return log


def main():
    runs = int(sys.argv[1])
    packaged = sys.argv[2] if len(sys.argv) > 2 else None
    lnav = shutil.which("lnav")
    with tempfile.TemporaryDirectory(prefix="warroom-bench-") as scratch:
        workspace = os.path.join(scratch, "workspace")
        log = prepare(workspace)
        usual = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        state = os.path.join(scratch, "state")
        open_room = [os.path.join(HOME, "warroom"), "open"]
        programs = {
            "warroom": (
                open_room + ["--workspace", workspace, "--state", state],
                usual,
                MARKS,
            )
        }
        if packaged:
            programs["package"] = (
                [os.path.join(packaged, "warroom"), "open"]
                + ["--workspace", workspace, "--state", os.path.join(scratch, "state 2")],
                usual,
                MARKS,
            )
        if lnav:
            # lnav keeps files of its own under HOME and TMPDIR.
            own = dict(usual, HOME=scratch, TMPDIR=scratch)
            own.pop("XDG_CONFIG_HOME", None)
            programs["lnav"] = ([lnav, log], own, [LAST_LINE])
        found = {name: [] for name in programs}
        java = None
        for number in range(WARM_UPS + runs):
            for name, (command, environment, marks) in programs.items():
                sent, java_here = run(command, environment, marks)
                java = java_here or java
                taken = times(sent, marks)
                if number >= WARM_UPS:
                    found[name].append(taken)
    print(f"java: {java}")
    print(f"from the command to the picture, ms, {runs} runs each, {COLUMNS}x{ROWS}")
    print(f"{'':26}{'median':>8}{'min':>8}{'max':>8}")
    kinds = ["last log line readable", "all of it drawn", "and quiet: full frame"]
    medians = {}
    for kind, words in enumerate(kinds):
        for name in programs:
            if name == "lnav" and kind == 1:
                continue
            values = [taken[kind] for taken in found[name]]
            medians[name, kind] = statistics.median(values)
            print(
                f"{words if name == 'warroom' else '':26}"
                f"{medians[name, kind]:8.0f}{min(values):8.0f}{max(values):8.0f}  {name}"
            )
        if lnav and kind != 1:
            ratio = medians["warroom", kind] / medians["lnav", kind]
            print(f"{'':26}{ratio:8.2f}{'':16}  warroom/lnav")
        if packaged:
            ratio = medians["package", kind] / medians["warroom", kind]
            print(f"{'':26}{ratio:8.2f}{'':16}  package/warroom")
    if not lnav:
        print("lnav is not installed: nothing to compare with (Debian: apt-get install lnav).")


if __name__ == "__main__":
    main()
