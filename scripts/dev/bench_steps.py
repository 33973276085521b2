#!/usr/bin/env python3
"""Times steps beside what else could run the same commands, in turns, in one run.

usage: bench_steps.py ROUNDS [local] [host] [hosts] [output]

local   200 steps of "true" here, beside a loop of "setsid bash -c true"
host    200 of them on one host, beside "ssh HOST true" over a connection that is open
hosts   one step on 100 hosts, beside parallel-ssh, clush and "ansible -m raw" where they are installed, and beside nothing but
        ssh (xargs), which all of them start; then a later step, over the connections that are open, beside ansible's second
output  a step that prints 1 GB, beside "bash -c … >file"; memory; how long a key waits meanwhile

Hosts are one sshd of its own on 127.0.0.1, with keys of its own.
"""

import contextlib
import os
import pty
import fcntl
import select
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WARROOM = os.path.join(HOME, "warroom")
STEPS, HOSTS, AT_ONCE, LATER = 200, 100, 32, 5
GIGABYTE = 1_000_000_000
PRINTS = "yes 'line of an output that is a hundred bytes long, as lines of logs and of reports often are, or so' | head -c %d"


class Place:
    """A workspace, a state folder, and an sshd with 100 names."""

    def __init__(self, folder):
        self.folder = folder
        self.sshd = None
        self.environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8", TERM="xterm-256color")
        self.environment["XDG_RUNTIME_DIR"] = self.path("run")
        for name in ("run", "workspace", "workspace/runbooks", "home"):
            os.mkdir(self.path(name), 0o700)

    def path(self, name):
        return os.path.join(self.folder, name)

    def workspace(self, runbook, policy=""):
        with open(self.path("workspace/runbooks/bench.md"), "w", encoding="utf-8") as file:
            file.write(f"# Bench\n\n## Measured\n\n{runbook}")
        with open(self.path("workspace/warroom.yaml"), "w", encoding="utf-8") as file:
            file.write(f"service: bench\n{policy}")

    def serve(self, quiet=False):
        """Starts the sshd; where it is to be quiet, nobody hears of clients that leave before they are let in."""
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.path(key)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        shutil.copy(self.path("user.pub"), self.path("authorized"))
        with open(self.path("host.pub"), encoding="utf-8") as key, open(self.path("known"), "w", encoding="utf-8") as known:
            known.write(f"[127.0.0.1]:{port} {key.read()}")
        with open(self.path("sshd_config"), "w", encoding="utf-8") as file:
            file.write(
                f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.path('host')}\n"
                f"AuthorizedKeysFile {self.path('authorized')}\nPidFile none\nUsePAM no\nStrictModes no\n"
                f"PasswordAuthentication no\nSetEnv HOME={self.path('home')}\nMaxStartups 200\nMaxSessions 10\n"
                f"LogLevel ERROR\n"
            )
        with open(self.path("config"), "w", encoding="utf-8") as file:
            file.write(
                f"Host *\n    HostName 127.0.0.1\n    Port {port}\n    IdentityFile {self.path('user')}\n"
                f"    IdentitiesOnly yes\n    UserKnownHostsFile {self.path('known')}\n"
                f"    GlobalKnownHostsFile none\n    StrictHostKeyChecking yes\n    BatchMode yes\n"
            )
        os.mkdir(self.path("bin"))
        with open(self.path("bin/ssh"), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nexec {shutil.which('ssh')} -F {self.path('config')} \"$@\"\n")
        os.chmod(self.path("bin/ssh"), 0o700)
        self.environment["PATH"] = self.path("bin") + ":" + self.environment["PATH"]
        os.makedirs("/run/sshd", exist_ok=True)
        self.sshd = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-e", "-f", self.path("sshd_config")],
            stderr=subprocess.DEVNULL if quiet else None,
        )
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                return
            time.sleep(0.05)
        raise SystemExit("bench: sshd does not start")

    def end(self):
        if self.sshd:
            self.sshd.terminate()
            self.sshd.wait()

    def warroom(self, *more):
        return [WARROOM, "run", "Measured", "--yes", "--workspace", self.path("workspace"), "--state", self.path("state"), *more]


def timed(place, command):
    """Seconds, and megabytes of the process itself at most."""
    with open(place.path("said"), "wb") as said:
        begin = time.monotonic()
        child = subprocess.Popen(
            command, env=place.environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        with open(place.path("said"), encoding="utf-8", errors="replace") as said:
            raise SystemExit(f"bench: {command[:3]} ends with {child.returncode}: {said.read()[-2000:]}")
    return seconds, usage.ru_maxrss / 1024


def steps(count):
    return "".join(f"{i + 1}. Step {i + 1}\n\n   ```bash\n   true\n   ```\n\n" for i in range(count))


def report(what, ours, peers, unit="ms"):
    """Medians of the rounds; a ratio is worked out round by round, and its median taken."""
    print(f"  {what:44} warroom {statistics.median(ours):9.2f} {unit}")
    for name, values in peers.items():
        ratio = statistics.median(a / b for a, b in zip(ours, values))
        print(f"  {'':44} {name:12} {statistics.median(values):9.2f} {unit}   warroom/{name} {ratio:.2f}")
    sys.stdout.flush()


def each(place, rounds, what, peer, command, more):
    """So many steps in turns with a peer: a step is what 200 take more than one, and with the program's start."""
    alone, whole, peers = [], [], []
    for _ in range(rounds):
        place.workspace(steps(1))
        one, _ = timed(place, place.warroom(*more))
        place.workspace(steps(STEPS))
        many, _ = timed(place, place.warroom(*more))
        theirs, _ = timed(place, command)
        alone.append((many - one) * 1000 / (STEPS - 1))
        whole.append(many * 1000 / STEPS)
        peers.append(theirs * 1000 / STEPS)
    report(f"{what}, a step", alone, {peer: peers})
    report("the same with the start of the program", whole, {peer: peers})


def local(place, rounds):
    loop = f"for i in $(seq {STEPS}); do setsid bash -c true >{place.path('out')}; done"
    each(place, rounds, f"{STEPS} steps of nothing here", "bash loop", ["bash", "-c", loop], [])


def host(place, rounds):
    master = place.path("run/master")
    subprocess.run(
        ["ssh", "-fNM", "-S", master, "one"], env=place.environment, check=True, stdin=subprocess.DEVNULL
    )
    loop = f"for i in $(seq {STEPS}); do {shutil.which('ssh')} -F {place.path('config')} -S {master} one true; done"
    each(place, rounds, f"{STEPS} of them on one host", "ssh", ["bash", "-c", loop], ["--target", "one"])
    subprocess.run(["ssh", "-S", master, "-O", "exit", "one"], env=place.environment, stderr=subprocess.DEVNULL)


def hosts(place, rounds):
    names = [f"h{i + 1}" for i in range(HOSTS)]
    # Ansible keeps its connections for a minute: those of the round before would be used again.
    kept = place.path("kept")
    place.environment["ANSIBLE_SSH_CONTROL_PATH_DIR"] = kept
    policy = (
        f"blast-radius: {HOSTS}\ntargets:\n  - {{name: few, hosts: [h1], at-once: {AT_ONCE}}}\n"
        f"  - {{name: all, hosts: [{', '.join(names)}], at-once: {AT_ONCE}}}\n"
    )
    one_ssh = f"printf '%s\\n' {' '.join(names)} | xargs -P {AT_ONCE} -I HOST ssh HOST true"
    peers = {"ssh": ["bash", "-c", one_ssh]}
    if shutil.which("parallel-ssh"):
        peers["parallel-ssh"] = ["parallel-ssh", "-i", "-p", str(AT_ONCE), "-H", " ".join(names), "true"]
    if shutil.which("clush"):
        peers["clush"] = ["clush", "-q", "-f", str(AT_ONCE), "-w", f"h[1-{HOSTS}]", "true"]
    if shutil.which("ansible"):
        peers["ansible"] = ["ansible", "all", "-i", ",".join(names), "-f", str(AT_ONCE), "-m", "raw", "-a", "true"]
    ours, memory, theirs = [], [], {name: [] for name in peers}
    later, ansible_later = [], []
    for _ in range(rounds):
        place.workspace(steps(1), policy)
        _, few = timed(place, place.warroom("--target", "few"))
        seconds, most = timed(place, place.warroom("--target", "all"))
        ours.append(seconds * 1000)
        memory.append((most - few) / (HOSTS - 1))
        place.workspace(steps(1 + LATER), policy)
        later.append((timed(place, place.warroom("--target", "all"))[0] - seconds) * 1000 / LATER)
        for name, command in peers.items():
            theirs[name].append(timed(place, command)[0] * 1000)
            if name == "ansible":
                ansible_later.append(timed(place, command)[0] * 1000)
                left(place, kept)
    report(f"one step on {HOSTS} hosts, {AT_ONCE} at a time", ours, theirs)
    report("a later step there, over open connections", later, {"ansible": ansible_later} if ansible_later else {})
    print(f"  {'memory of the program for each host':44} warroom {statistics.median(memory):9.2f} MB")


def left(place, folder):
    """Ends the connections that are kept there."""
    for socket_file in os.listdir(folder):
        command = ["ssh", "-S", os.path.join(folder, socket_file), "-O", "exit", "any"]
        subprocess.run(command, env=place.environment, stderr=subprocess.DEVNULL, check=False)


class Screen:
    """A room in a terminal, with the memory that it uses."""

    def __init__(self, place):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 150, 0, 0))
            command = [WARROOM, "open", "--workspace", place.path("workspace"), "--state", place.path("state")]
            os.execve(WARROOM, command, place.environment)

    def until(self, words, limit=60):
        """Reads what is sent until these words come; seconds."""
        begin, seen = time.monotonic(), b""
        while words not in seen:
            if time.monotonic() - begin > limit:
                raise SystemExit(f"bench: no {words} on the screen after {limit} s: {seen[-3000:]}")
            if select.select([self.terminal], [], [], 0.005)[0]:
                data = os.read(self.terminal, 65536)
                seen += data
                if b"\x1b[c" in data:
                    os.write(self.terminal, b"\x1b[?62;22c")
        return time.monotonic() - begin

    def key(self, key, words):
        os.write(self.terminal, key)
        return self.until(words)

    def memory(self):
        with open(f"/proc/{self.child}/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def end(self):
        os.kill(self.child, signal.SIGTERM)
        with contextlib.suppress(OSError):
            while os.read(self.terminal, 65536):
                pass
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def newest(place):
    runs = place.path("state/runs")
    return max((os.path.join(runs, it) for it in os.listdir(runs)), key=os.path.getmtime)


def took(run):
    """Seconds from the supervisor's first moment to its last, or nothing."""
    words = []
    with contextlib.suppress(FileNotFoundError), open(os.path.join(run, "exit"), encoding="utf-8") as file:
        words = file.read().split()
    return float(words[2]) - float(words[1]) if len(words) == 3 else None


def output(place, rounds):
    script = PRINTS % GIGABYTE
    place.workspace(f"1. Print\n\n   ```bash\n   {script}\n   ```\n")
    ours, peers, keys, grown = [], [], [], []
    for _ in range(rounds):
        shutil.rmtree(place.path("state"), ignore_errors=True)
        screen = Screen(place)
        try:
            screen.until(b"Measured")
            screen.key(b"\r", b"Print")
            screen.key(b"\r", b"Run on")
            before = most = screen.memory()
            os.write(screen.terminal, b"\r")
            seconds, count = None, 0
            while seconds is None:
                begin = time.monotonic()
                os.write(screen.terminal, b"?" if count % 2 == 0 else b"\x1b")
                screen.until(b"Keys" if count % 2 == 0 else b"Print")
                if os.path.isdir(place.path("state/runs")) and os.listdir(place.path("state/runs")):
                    keys.append((time.monotonic() - begin) * 1000)
                    seconds = took(newest(place))
                most = max(most, screen.memory())
                count += 1
            ours.append(GIGABYTE / 1e6 / seconds)
            grown.append(most - before)
        finally:
            screen.end()
        begin = time.monotonic()
        subprocess.run(["bash", "-c", f"{script} >{place.path('out')}"], check=True)
        peers.append(GIGABYTE / 1e6 / (time.monotonic() - begin))
        os.remove(place.path("out"))
    report("a step that prints 1 GB", ours, {"bash": peers}, "MB/s")
    print(f"  {'memory of the room beside before it':44} warroom {statistics.median(grown):9.2f} MB")
    print(f"  {'a key meanwhile, until it is seen':44} warroom {statistics.median(keys):9.2f} ms, most {max(keys):.0f}")


def apart(folder):
    """A folder in a part of the disk of its own, where ext4 can tell that this is wanted.

    It passes over each inode that was freed there in the last minutes, one by one, whenever a file is made:
    what others have just deleted in /tmp makes a file ten times as dear, and the loop beside us makes none.
    """
    with contextlib.suppress(FileNotFoundError):
        subprocess.run(["chattr", "+T", folder], stderr=subprocess.DEVNULL)
    place = os.path.join(folder, "place")
    os.mkdir(place)
    return place


def main():
    rounds = int(sys.argv[1])
    parts = sys.argv[2:] or ["local", "host", "hosts", "output"]
    with tempfile.TemporaryDirectory(prefix="bench-steps-") as folder:
        place = Place(apart(folder))
        try:
            if {"host", "hosts"} & set(parts):
                place.serve()
            for part in parts:
                {"local": local, "host": host, "hosts": hosts, "output": output}[part](place, rounds)
                print(f"  load {open('/proc/loadavg', encoding='utf-8').read().split()[0]}")
        finally:
            place.end()


if __name__ == "__main__":
    main()
