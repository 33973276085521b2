#!/usr/bin/env python3
"""Reads and searches a large log by ./warroom logs, beside lnav, grep and wc where they are installed.

usage: bench_logs.py MEGABYTES RUNS
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time

LEVELS = ["INFO"] * 17 + ["DEBUG", "WARN", "ERROR"]
FOLDER = tempfile.mkdtemp(prefix="bench-logs-")
PATHS = ["/cart", "/checkout", "/login", "/items/%d", "/pay"]


def generate(path, megabytes):
    """Lines of about 110 bytes, one a millisecond; a needle in the last tenth."""
    rng = random.Random(1)
    block = []
    for i in range(20_000):
        path_part = rng.choice(PATHS)
        if "%" in path_part:
            path_part %= rng.randrange(1000)
        block.append(
            " %s [worker-%d] shop.Gateway request %s answered %d in %d ms for session %08x%s"
            % (
                rng.choice(LEVELS),
                rng.randrange(16),
                path_part,
                rng.choice([200, 200, 200, 404, 500]),
                rng.randrange(2000),
                rng.randrange(1 << 32),
                "x" * rng.randrange(8),
            )
        )
    end = megabytes * 1_000_000
    written = 0
    millis = 1_773_324_000_000
    with open(path, "w", buffering=1 << 20) as out:
        needle = False
        while written < end:
            second = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(millis // 1000))
            for i in range(1000):
                line = "%s.%03d%s\n" % (second, i, rng.choice(block))
                if not needle and written > end * 0.95:
                    needle = True
                    line = line[:-1] + " needle-in-haystack\n"
                out.write(line)
                written += len(line)
            millis += 1000


def run(command):
    """Seconds, seconds of the processor, megabytes of the largest process."""
    begin = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        # A file: grep stops at the first find where nobody reads what it says.
        out = os.open(os.path.join(FOLDER, "out"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit("bench: failed: " + " ".join(command))
    processor = usage.ru_utime + usage.ru_stime
    return time.monotonic() - begin, processor, usage.ru_maxrss / 1024


def main():
    megabytes, runs = int(sys.argv[1]), int(sys.argv[2])
    try:
        log = os.path.join(FOLDER, "bench.log")
        generate(log, megabytes)
        measure(log, runs)
    finally:
        shutil.rmtree(FOLDER)


def measure(log, runs):
    size = os.path.getsize(log) / 1e6
    ours = ["./warroom", "logs", log]
    tasks = [
        (
            "read all, with time and level",
            [
                ("warroom --level critical", ours + ["--level", "critical"]),
                ("lnav -n", ["lnav", "-n", "-c", ":set-min-log-level fatal", log]),
                ("wc -l", ["wc", "-l", log]),
            ],
        ),
        (
            "search a regular expression",
            [
                ("warroom --match", ours + ["--match", "answered 5[0-9]+ in 199[0-9] ms"]),
                ("grep -c -E", ["grep", "-c", "-E", "answered 5[0-9]+ in 199[0-9] ms", log]),
            ],
        ),
        (
            "search words",
            [
                ("warroom --match", ours + ["--match", "needle-in-haystack"]),
                ("grep -c -F", ["grep", "-c", "-F", "needle-in-haystack", log]),
            ],
        ),
        ("patterns", [("warroom --patterns", ours + ["--patterns"])]),
    ]
    print("%.0f MB, medians of %d runs in turns, the file in the page cache" % (size, runs))
    for name, programs in tasks:
        programs = [each for each in programs if shutil.which(each[1][0])]
        times = {label: [] for label, _ in programs}
        work = {label: [] for label, _ in programs}
        memory = {label: 0 for label, _ in programs}
        for turn in range(runs + 1):
            for label, command in programs:
                seconds, processor, mb = run(command)
                if turn > 0:
                    work[label].append(processor)
                    times[label].append(seconds)
                    memory[label] = max(memory[label], mb)
        first = statistics.median(times[programs[0][0]])
        first_work = statistics.median(work[programs[0][0]])
        print("\n" + name)
        for label, _ in programs:
            median = statistics.median(times[label])
            busy = statistics.median(work[label])
            print(
                "  %-26s %7.2f s %8.0f MB/s %6.0f MB   warroom takes %.2f times as long"
                % (label, median, size / median, memory[label], first / median)
                + "; of the processor %.2f s, %.2f times" % (busy, first_work / busy)
            )


main()
