package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.room.LogLevel;
import dev.warroom.testing.PosixHost;

import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Each check is made here without a process, and by the script that a target would run. */
class MachineChecksTest {

    private static final InstantSource CLOCK = Clock.systemUTC();

    @TempDir Path workspace;

    @Test
    void theDiskIsAsFullAsDfSays() throws Exception {
        DiskCheck check = new DiskCheck(workspace, workspace.toString());
        double here = value(check, check.here());
        String df =
                byShell("df -P '" + workspace + "' | awk 'NR == 2 { print $5 }'")
                        .strip()
                        .replace("%", "");

        assertThat(here).isBetween(Double.parseDouble(df) - 1, Double.parseDouble(df) + 1);
        assertThat(value(check, byShell(check.script()))).isBetween(here - 1, here + 1);
        assertThat(check.read("9000 1000").words())
                .isEqualTo(workspace + " 90 % full, 1000 B free");
    }

    @Test
    void aDiskThatIsNotThereIsSaidToBeMissing() {
        DiskCheck check = new DiskCheck(workspace, "gone");
        assertThatThrownBy(check::here).hasMessage("gone is not there");
        assertThatThrownBy(() -> check.read("")).hasMessage("df cannot look at gone");
    }

    @Test
    void memoryIsUsedWhereItIsNotAvailable() throws Exception {
        MemoryCheck check = new MemoryCheck();
        assertThat(value(check, check.here())).isBetween(0.1, 100.0);
        assertThat(value(check, byShell(check.script()))).isBetween(0.1, 100.0);
        MachineCheck.Figure figure =
                check.read("MemTotal:       1000 kB\nMemFree: 1 kB\nMemAvailable:    250 kB\n");
        assertThat(figure.metric().value()).hasValue(75);
        assertThat(figure.words()).isEqualTo("75.0 % used, 250 KiB available");
    }

    @Test
    void loadIsSharedByTheProcessors() throws Exception {
        LoadCheck check = new LoadCheck();
        assertThat(value(check, check.here())).isGreaterThanOrEqualTo(0);
        assertThat(value(check, byShell(check.script()))).isGreaterThanOrEqualTo(0);
        assertThat(value(check, "6.00 2.10 1.00 2/812 4711\n4\n")).isEqualTo(1.5);
    }

    @Test
    void processesAreCountedByTheirCommandLine() throws Exception {
        String mark = "31" + System.nanoTime() % 100_000_000;
        Thread sleeping =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                byShell("sleep " + mark);
                            } catch (Exception ended) {
                                return;
                            }
                        });
        try {
            ProcessCheck check = new ProcessCheck("^sleep " + mark + "$");
            for (int i = 0; value(check, check.here()) < 1 && i < 2_000; i++) {
                Thread.yield();
            }
            assertThat(value(check, check.here())).isEqualTo(1);
            assertThat(value(check, byShell(check.script()))).isEqualTo(1);
            assertThat(value(new ProcessCheck("no such thing runs"), check.here())).isZero();
        } finally {
            sleeping.interrupt();
        }
    }

    @Test
    void whoListensOnAPortIsFound() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            PortCheck check = new PortCheck(port);
            assertThat(value(check, check.here())).isEqualTo(1);
            assertThat(value(check, byShell(check.script()))).isEqualTo(1);
        }
        PortCheck check = new PortCheck(port);
        assertThat(check.read(check.here()).words()).isEqualTo("nothing listens on " + port);
    }

    @Test
    void theNewestFileThatIsNotEmptyCounts() throws Exception {
        Instant now = CLOCK.instant();
        file("backups/one/a.gz", 3, now.minusSeconds(7_200));
        file("backups/two/b it's.gz", 3, now.minusSeconds(3_600));
        file("backups/two/empty.gz", 0, now);
        file("backups/two/c.txt", 3, now);
        FileAgeCheck check = new FileAgeCheck(workspace, "backups/*/*.gz", CLOCK);

        assertThat(value(check, check.here())).isBetween(3_599.0, 3_700.0);
        assertThat(check.read(check.here()).words()).isEqualTo("b it's.gz, 1 h 0 min old");
        String there = byShell("cd '" + workspace + "'; " + check.script());
        assertThat(value(check, there)).isBetween(3_599.0, 3_700.0);
    }

    @Test
    @EnabledIf("dev.warroom.testing.PosixHost#possible")
    void aHostThatIsNoLinuxIsLookedAtToo() throws Exception {
        Path system = Files.createTempDirectory("posix-");
        try {
            areLookedAt(PosixHost.in(system));
        } finally {
            PathUtils.deleteDirectory(system);
        }
    }

    private void areLookedAt(PosixHost host) throws Exception {
        file("backups/b it's.gz", 3, CLOCK.instant().minusSeconds(3_600));
        FileAgeCheck age = new FileAgeCheck(workspace, "backups/*.gz", CLOCK);
        assertThat(value(age, at(host, "cd '" + workspace + "'; " + age.script())))
                .isBetween(3_599.0, 3_700.0);
        DiskCheck disk = new DiskCheck(workspace, workspace.toString());
        assertThat(value(disk, at(host, disk.script()))).isBetween(0.1, 100.0);
        LoadCheck load = new LoadCheck();
        assertThat(value(load, at(host, load.script()))).isGreaterThanOrEqualTo(0);
        ProcessCheck processes = new ProcessCheck("surefire");
        assertThat(value(processes, at(host, processes.script()))).isGreaterThanOrEqualTo(1);

        // Where nobody tells who listens, it is not said that nobody does.
        PortCheck port = new PortCheck(8080);
        assertThatThrownBy(() -> at(host, port.script())).hasMessageContaining("netstat");
        Path netstat = host.bin().resolve("netstat");
        Files.writeString(
                netstat,
                """
                #!/bin/sh
                cat <<'END'
                Active Internet connections (including servers)
                Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
                tcp4       0      0  10.0.0.7.8080          10.0.0.9.50112         ESTABLISHED
                tcp46      0      0  *.8080                 *.*                    LISTEN
                tcp4       0      0  127.0.0.1.80           *.*                    LISTEN
                udp4       0      0  *.8080                 *.*
                END
                """);
        Files.setPosixFilePermissions(netstat, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(value(port, at(host, port.script()))).isEqualTo(1);
        assertThat(value(new PortCheck(8081), at(host, port.script()))).isZero();
        assertThat(host.refused()).as("but for what is tried first").containsOnly("stat: -c");
    }

    private static String at(PosixHost host, String script) throws Exception {
        String[] line =
                host.command("/usr/bin/bash", "/bin/sh", "-c", script).toArray(String[]::new);
        ChildResult result =
                Child.run(
                        ChildCommand.of(Path.of("/"), Duration.ofSeconds(120), line)
                                .withMostOutput(1 << 20));
        if (!result.succeeded()) {
            throw new IOException(result.errors());
        }
        return result.output();
    }

    @Test
    void noFileIsNoBackup() throws Exception {
        FileAgeCheck check = new FileAgeCheck(workspace, "backups/*.gz", CLOCK);
        String answer = check.here();
        assertThatThrownBy(() -> check.read(answer)).hasMessageContaining("no file matches");
    }

    @Test
    void logLinesOfTheLastMinuteAreCounted() {
        LogCounts counts = new LogCounts();
        Instant now = Instant.parse("2026-03-01T02:00:00Z");
        assertThat(counts.lastMinute(LogLevel.ERROR, now)).isEqualTo(-1);

        counts.add(now.minusSeconds(100), LogLevel.ERROR, 5);
        counts.add(now.minusSeconds(59), LogLevel.ERROR, 7);
        counts.add(now, LogLevel.CRITICAL, 1);
        counts.add(now, LogLevel.INFO, 1_000);
        assertThat(counts.lastMinute(LogLevel.ERROR, now)).isEqualTo(8);
        assertThat(counts.lastMinute(LogLevel.ERROR, now.plusSeconds(1))).isEqualTo(1);
        assertThat(counts.lastMinute(LogLevel.WARNING, now.plusSeconds(60))).isZero();
        // A line that comes late counts for when it was written.
        counts.add(now.plusSeconds(30), LogLevel.ERROR, 3);
        assertThat(counts.lastMinute(LogLevel.ERROR, now.plusSeconds(60))).isEqualTo(3);
    }

    private void file(String name, int bytes, Instant modified) throws Exception {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static double value(MachineCheck check, String answer) throws Exception {
        return check.read(answer).metric().value().orElseThrow();
    }

    private static String byShell(String script) throws Exception {
        return Child.run(
                        ChildCommand.of(Path.of("/"), Duration.ofSeconds(120), "sh", "-c", script)
                                .withMostOutput(1 << 20))
                .output();
    }
}
