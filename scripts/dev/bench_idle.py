"""Measures what the war room costs while nothing happens: ten quiet files, ten probes at 5 s.

The processor time of the program, and of the commands that its probes run, over a minute in which
nobody presses a key. The room is in a terminal of its own (a pty), and what it draws is read. It is
measured twice: right after the start, while Java's compiler still meets what a quiet room does for the
first time, and when it has stood for a while.
"""

import fcntl
import http.server
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

from bench_start import ANSWERS, COLUMNS, HOME, ROWS, end

FIRST = 60.0
AIM = 1.0
FILES = 10
LINES = 1_000


class Well(http.server.BaseHTTPRequestHandler):
    """Answers every question at once."""

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            # A probe of the port alone has hung up.
            self.close_connection = True

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"ok\n")

    def log_message(self, *_):
        pass


def prepare(folder, port):
    os.makedirs(os.path.join(folder, "logs"))
    for number in range(FILES):
        with open(os.path.join(folder, "logs", f"part-{number}.log"), "w", encoding="utf-8") as log:
            for line in range(LINES):
                log.write(f"2026-01-01T00:{line // 60:02d}:{line % 60:02d}Z INFO request {line} served\n")
    probes = [f'http: "http://127.0.0.1:{port}/{number}"' for number in range(4)]
    probes += [f'tcp: "127.0.0.1:{port}"', "disk: /", "memory: true", "load: true", f"port: {port}"]
    probes += ['command: "echo OK"']
    with open(os.path.join(folder, "warroom.yaml"), "w", encoding="utf-8") as file:
        file.write("service: practice\nlogs: [logs/*.log]\nprobes:\n")
        for number, probe in enumerate(probes):
            file.write(f"  - {{name: probe {number}, {probe}, every: 5s, timeout: 2s}}\n")


def used(process):
    """Seconds of processor time: the program's own, and that of the commands it has waited for."""
    with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    tick = os.sysconf("SC_CLK_TCK")
    own, children = fields[11:13], fields[13:15]
    return sum(map(int, own)) / tick, sum(map(int, children)) / tick


def by_thread(process):
    """Seconds of processor time of each thread, by its name."""
    times, tick = {}, os.sysconf("SC_CLK_TCK")
    for task in os.listdir(f"/proc/{process}/task"):
        try:
            with open(f"/proc/{process}/task/{task}/stat", encoding="utf-8") as stat:
                name, fields = stat.read().split("(", 1)[1].rsplit(")", 1)
        except FileNotFoundError:
            continue
        fields = fields.split()
        times[name] = times.get(name, 0) + (int(fields[11]) + int(fields[12])) / tick
    return times


def drain(terminal, seconds):
    """Reads what is drawn for so long; answers how many bytes that were."""
    size, limit = 0, time.monotonic() + seconds
    while (left := limit - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                sys.exit("bench: the war room has ended by itself")
            size += len(data)
            for asked, answer in ANSWERS:
                if b"\x1b" in data and asked.search(data):
                    os.write(terminal, answer)
    return size


class Minute:
    """What is used, over so many seconds from now on."""

    def __init__(self, child, terminal, seconds):
        threads, before, began = by_thread(child), used(child), time.monotonic()
        size = drain(terminal, seconds)
        after, took = used(child), time.monotonic() - began
        self.own, self.children = ((now - then) / took * 100 for now, then in zip(after, before))
        shares = {name: (each - threads.get(name, 0)) / took * 100 for name, each in by_thread(child).items()}
        self.threads = {name: share for name, share in shares.items() if share >= 0.02}
        self.drawn = size / took
        with open(f"/proc/{child}/status", encoding="utf-8") as status:
            self.memory = int(next(line.split()[1] for line in status if line.startswith("VmRSS"))) // 1024

    def tell(self, after):
        print(f"{after:.0f} s after the start:")
        print(f"  the program             {self.own:6.2f} % of a core")
        for name, share in sorted(self.threads.items(), key=lambda it: -it[1]):
            print(f"    {name:22}{share:6.2f}")
        print(f"    others, and ended ones{self.own - sum(self.threads.values()):6.2f}")
        print(f"  its probes' commands    {self.children:6.2f} % of a core")
        print(f"  drawn                   {self.drawn:6.0f} bytes a second")
        print(f"  memory                  {self.memory:6d} MB")


def main():
    seconds, later = float(sys.argv[1]), float(sys.argv[2])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Well)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{FILES} quiet files, 10 probes at 5 s, {COLUMNS}x{ROWS}, over {seconds:.0f} s")
    with tempfile.TemporaryDirectory(prefix="warroom-bench-") as scratch:
        workspace, state = os.path.join(scratch, "workspace"), os.path.join(scratch, "state")
        prepare(workspace, server.server_address[1])
        program = [os.path.join(HOME, "warroom"), "open", "--workspace", workspace, "--state", state]
        # Whatever the launcher does once, it has done then.
        subprocess.run([program[0], "--version"], check=True, stdout=subprocess.DEVNULL)
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(program[0], program, dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8"))
        began = time.monotonic()
        try:
            minute = None
            for wait in sorted({FIRST, later}):
                drain(terminal, wait - (time.monotonic() - began))
                after = time.monotonic() - began
                minute = Minute(child, terminal, seconds)
                minute.tell(after)
        finally:
            end(child)
            os.close(terminal)
    server.shutdown()
    print(f"aim                       {AIM:6.2f} % of a core: {'reached' if minute.own < AIM else 'not reached'}")


if __name__ == "__main__":
    main()
