#!/usr/bin/env python3
"""A step on many hosts, beside parallel-ssh and clush, in turns, in one run; and the room that follows it.

usage: bench_fleet.py ROUNDS [HOSTS…]

For each number of hosts, which are so many names of one sshd on this machine:

wall     one step of "true" without a screen, beside the others, with as many at a time
whole    processor time of the program, of all it starts and of the hosts together, a host
entered  the same step in a room, from the Enter on its preview until the last host has ended, beside the others: the hosts
         are connected to while the preview is read, and how long that takes is said as well
room     in a room of 150x50 a step that fails on every tenth host: memory of the room for each host (heap after
         collections, resident, and that of its ssh), keys until they are seen meanwhile, how long it takes to find one
         host by typing, and whether only the hosts that failed are taken again

It ends by itself: each command has ten minutes.
"""

import ctypes
import os
import re
import resource
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from bench_steps import Place, Screen, report, steps

AT_ONCE = 32
LIMIT = 600
STEP = """1. Look

   ```bash {target=all}
   case $HOST in
       *7) [ -e %s ] || { echo "the disk of a host is full"; exit 3; } ;;
       *) ;;
   esac
   echo "all is well"
   ```
"""
ADOPTS_ORPHANS = 36
MOST_EARLY = 100
SEEN = ("\u00a4", "\u00a7")


def children():
    """Seconds of processor time of all that has ended and was waited for, orphans too."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def reaped():
    """Waits for what still runs of a place that is at its end."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.02)
        except ChildProcessError:
            return


def group(names, each=""):
    lines = "".join(f"  - {{name: {name}, env: {{HOST: {name}}}}}\n" for name in names if each)
    return (
        f"blast-radius: {len(names)}\ntargets:\n{lines}"
        f"  - {{name: all, hosts: [{', '.join(names)}], at-once: {AT_ONCE}}}\n"
    )


def once(names, command):
    """Seconds of wall time, and of processor time of everything, sshd and what it starts included."""
    with tempfile.TemporaryDirectory(prefix="bench-fleet-") as folder:
        place = Place(folder)
        place.workspace(steps(1), group(names))
        try:
            place.serve(quiet=True)
            before = children()
            begin = time.monotonic()
            with open(place.path("said"), "wb") as said:
                child = subprocess.Popen(
                    command(place), env=place.environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
                )
                code = child.wait(LIMIT)
            seconds = time.monotonic() - begin
            if code != 0:
                with open(place.path("said"), encoding="utf-8", errors="replace") as said:
                    raise SystemExit(f"bench: {child.args[0]} ends with {code}: {said.read()[-1500:]}")
        finally:
            place.end()
            reaped()
        return seconds, children() - before


def sockets(place):
    """How many connections there are: ssh makes the socket of one when it is let in."""
    folder = os.path.join(place.environment["XDG_RUNTIME_DIR"], "warroom")
    return len([it for it in os.listdir(folder) if re.fullmatch(r"\d+-[0-9a-f]+", it)]) if os.path.isdir(folder) else 0


def entered(names):
    """Seconds from the preview until its hosts are connected to, and from Enter on it until the last has ended."""
    with tempfile.TemporaryDirectory(prefix="bench-fleet-") as folder:
        place = Place(folder)
        try:
            place.serve(quiet=True)
            place.workspace(steps(1).replace("```bash", "```bash {target=all}"), group(names))
            screen = Fleet(place)
            try:
                screen.until(b"Measured")
                screen.key(b"\r", b"Step")
                begin = time.monotonic()
                os.write(screen.terminal, b"\r")
                while sockets(place) < min(len(names), MOST_EARLY):
                    screen.drain(0.02)
                    if time.monotonic() - begin > LIMIT:
                        raise SystemExit(f"bench: {sockets(place)} hosts are connected to after {LIMIT} s")
                reading = time.monotonic() - begin
                screen.drain(1)
                begin = time.monotonic()
                os.write(screen.terminal, b"\r")
                while screen.finished() < len(names):
                    screen.drain(0.01)
                    if time.monotonic() - begin > LIMIT:
                        raise SystemExit(f"bench: {screen.finished()} of {len(names)} runs have ended after {LIMIT} s")
                return reading, time.monotonic() - begin
            finally:
                screen.end()
        finally:
            place.end()
            reaped()


def beside(names, rounds):
    hosts = len(names)
    entering = []
    commands = {"warroom": lambda place: place.warroom("--target", "all")}
    if shutil.which("parallel-ssh"):
        commands["parallel-ssh"] = lambda place: (
            ["parallel-ssh", "-i", "-p", str(AT_ONCE), "-H", " ".join(names), "true"]
        )
    if shutil.which("clush"):
        commands["clush"] = lambda place: ["clush", "-q", "-f", str(AT_ONCE), "-w", ",".join(names), "true"]
    wall, whole = {name: [] for name in commands}, {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds, processor = once(names, command)
            wall[name].append(seconds)
            whole[name].append(processor * 1000 / hosts)
        reading, seconds = entered(names)
        entering.append(seconds)
        print(f"  {f'connected to the first {min(hosts, MOST_EARLY)} while it is read':44} {reading:9.2f} s")
    report("the same in a room, from Enter", entering, {name: it for name, it in wall.items() if name != "warroom"}, "s")
    report(f"one step on {hosts} hosts, {AT_ONCE} at a time", wall.pop("warroom"), wall, "s")
    report("processor time of all, a host", whole.pop("warroom"), whole)


class Fleet(Screen):
    """A room, what it costs, and what its journal says."""

    def __init__(self, place):
        super().__init__(place)
        self.place = place
        self.read = 0
        self.ended = self.passed = 0

    def finished(self):
        """How many runs have ended."""
        folder = self.place.path("state/incidents")
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            if name.endswith(".jsonl"):
                with open(os.path.join(folder, name), "rb") as journal:
                    journal.seek(self.read)
                    new = journal.read()
                whole = new[: new.rfind(b"\n") + 1]
                self.read += len(whole)
                self.ended += whole.count(b'"step-finished"')
                self.passed += whole.count(b'"outcome":"passed"')
        return self.ended

    def drain(self, seconds):
        """Reads what is sent for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                os.read(self.terminal, 65536)

    def status(self, name):
        with open(f"/proc/{self.child}/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name + ":"))

    def heap(self):
        """KB in use after a collection."""
        java = os.path.join(os.path.dirname(os.path.realpath(f"/proc/{self.child}/exe")), "jcmd")
        if not os.path.exists(java):
            return 0
        subprocess.run([java, str(self.child), "GC.run"], stdout=subprocess.DEVNULL, check=False)
        said = subprocess.run([java, str(self.child), "GC.heap_info"], capture_output=True, text=True, check=False)
        return sum(int(it) for it in re.findall(r"(?:DefNew|Tenured|generation) .*?used (\d+)K", said.stdout))

    def connections(self):
        """Processes of ssh that the room has, and KB that they have for themselves alone."""
        count, own = 0, 0
        for name in os.listdir("/proc"):
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8") as stat:
                    words = stat.read().rsplit(")", 1)[1].split()
                if int(words[1]) != self.child:
                    continue
                with open(f"/proc/{name}/smaps_rollup", encoding="utf-8") as rollup:
                    own += sum(int(it.split()[1]) for it in rollup if it.startswith("Private"))
                count += 1
            except (OSError, ValueError, IndexError):
                continue
        return count, own


def follow(screen, until, keys):
    """Presses a key again and again until so many runs have ended; the most threads and KB there were."""
    threads, resident, most, pressed = 0, 0, 0, 0
    end = time.monotonic() + LIMIT
    os.write(screen.terminal, b":")
    while screen.finished() < until:
        if time.monotonic() > end:
            raise SystemExit(f"bench: {screen.finished()} of {until} runs have ended after {LIMIT} s")
        keys.append(screen.key(SEEN[pressed % 2].encode(), SEEN[pressed % 2].encode()) * 1000)
        pressed += 1
        threads = max(threads, screen.status("Threads"))
        resident = max(resident, screen.status("VmRSS"))
        if pressed % 10 == 0:
            most = max(most, screen.connections()[0])
        os.write(screen.terminal, b"\x7f")
        screen.drain(0.1)
    os.write(screen.terminal, b"\x1b")
    return threads, resident, most


def aside(process):
    """What would be other machines comes after the room; the group of the kernel's that it is put into, where there is one.

    Where the kernel shares the processors among sessions, each shell that sshd starts would weigh as much as the room,
    whatever its priority. A group of the cpu controller comes before that, and only root can make one: all hosts
    together weigh a tenth of the room and its ssh.
    """
    os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0))
    for controller, weight in (("/sys/fs/cgroup/cpu", ("cpu.shares", 102)), ("/sys/fs/cgroup", ("cpu.weight", 10))):
        group = os.path.join(controller, f"bench-fleet-{os.getpid()}")
        try:
            os.mkdir(group)
            for file, value in (weight, ("cgroup.procs", process)):
                with open(os.path.join(group, file), "w", encoding="ascii") as setting:
                    setting.write(str(value))
            return group
        except OSError:
            if os.path.isdir(group):
                os.rmdir(group)
    return None


def room(names, size=(50, 150)):
    hosts = len(names)
    with tempfile.TemporaryDirectory(prefix="bench-fleet-") as folder:
        place = Place(folder)
        elsewhere = None
        try:
            place.serve(quiet=True)
            elsewhere = aside(place.sshd.pid)
            place.workspace(STEP % place.path("go"), group(names, each="env"))
            screen = Fleet(place)
            try:
                screen.until(b"Measured")
                screen.key(b"\r", b"Look")
                screen.drain(0.5)
                heap, before = screen.heap(), screen.status("VmRSS")
                screen.key(b"\r", b"hosts")
                screen.drain(0.5)
                still = []
                os.write(screen.terminal, b"\r")
                begin = time.monotonic()
                threads, resident, connections = follow(screen, hosts, still)
                seconds = time.monotonic() - begin
                screen.drain(1)
                after = screen.heap()
                count, own = screen.connections()
                os.write(screen.terminal, b"2")
                screen.drain(0.3)
                os.write(screen.terminal, b"/")
                screen.until(b"Find")
                sought = names[int(hosts * 0.777) - 1]
                begin = time.monotonic()
                os.write(screen.terminal, sought.encode())
                screen.until(b"opens")
                found = (time.monotonic() - begin) * 1000
                screen.key(b"\x1b", b"hosts")
                screen.drain(0.3)
                open(place.path("go"), "wb").close()
                failed = sum(name.endswith("7") for name in names)
                os.write(screen.terminal, b"1")
                screen.drain(0.2)
                screen.key(b"\r", b"pass:")
                screen.key(b"f", f"{failed}".encode())
                screen.drain(0.3)
                os.write(screen.terminal, b"\r")
                follow(screen, hosts + failed, [])
                passed = screen.passed - (hosts - failed)
            finally:
                screen.end()
        finally:
            place.end()
            reaped()
            if elsewhere:
                os.rmdir(elsewhere)
    still.sort()
    apart = "in a group of their own" if elsewhere else "not in a group of their own"
    print(f"  {f'in a room, {hosts} hosts':44} took {seconds:.1f} s; hosts {apart}")
    print(f"  {'heap in use after it, a host':44} {(after - heap) / hosts:9.1f} KB")
    print(f"  {'resident at most, beside before, a host':44} {(resident - before) / hosts:9.1f} KB, threads at most {threads}")
    print(f"  {'ssh kept open afterwards':44} {count:6} processes, {own / 1024:.0f} MB of their own; at most {connections}")
    print(
        f"  {'a key meanwhile, until it is seen':44} median {statistics.median(still):.1f} ms, "
        f"99th {still[min(len(still) - 1, int(len(still) * 0.99))]:.1f}, most {still[-1]:.1f}; "
        f"{100 * sum(it <= 50 for it in still) / len(still):.0f} % of {len(still)} keys within 50 ms"
    )
    print(f"  {'one host found by typing':44} {found:9.1f} ms for {len(sought)} keys")
    print(f"  {'only those that failed, again':44} {passed} of {failed} passed")
    sys.stdout.flush()


def groups():
    """Where each session is a group of its own for the kernel, niceness counts only within one."""
    try:
        with open("/proc/sys/kernel/sched_autogroup_enabled", encoding="utf-8") as switch:
            return f"sched_autogroup_enabled {switch.read().strip()}"
    except OSError:
        return "no sched_autogroup_enabled"


def main():
    rounds = int(sys.argv[1])
    ctypes.CDLL(None).prctl(ADOPTS_ORPHANS, 1, 0, 0, 0)
    for hosts in [int(it) for it in sys.argv[2:]] or [100, 1000]:
        names = [f"h{i + 1}" for i in range(hosts)]
        room(names)
        beside(names, rounds)
        print(f"  load {open('/proc/loadavg', encoding='utf-8').read().split()[0]}, {groups()}")


if __name__ == "__main__":
    main()
