package dev.warroom.logs;

import dev.warroom.execution.Sshd;
import dev.warroom.policy.ListedLog;
import dev.warroom.process.Dialogue;

import org.apache.commons.io.file.PathUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The same as {@link Chaos} behind an OpenSSH server, whose clients are killed now and then. */
final class SshChaos {

    private static final int WRITERS = 2;

    /** In a hurry; a line that is being written is given time, and so is one that looks late. */
    private static final Pace PACE =
            new Pace(
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2));

    private SshChaos() {}

    static Chaos.Result run(Sshd sshd, Path folder, long seed, int operations) throws IOException {
        Random random = new Random(seed);
        ChaosAccount account = new ChaosAccount();
        List<ChaosWriter> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Path file = folder.resolve("app" + i + ".log");
            writers.add(new ChaosWriter(file, random, account, false));
        }
        ListedLog glob = ListedLog.of(folder + "/app*.log*");
        try (RemoteLogs logs =
                RemoteLogs.start(
                        Map.of("app-1", List.of(glob)),
                        host ->
                                new DialogueShell(
                                        Dialogue.start(sshd.place(host).shell(), List.of())),
                        10,
                        () -> account,
                        InstantSource.system(),
                        PACE)) {
            account.awaitFollowed(WRITERS);
            for (int i = 0; i < operations; i++) {
                ChaosWriter writer = writers.get(random.nextInt(WRITERS));
                switch (random.nextInt(24)) {
                    case 0 -> killClients();
                    case 1 -> writer.deleteUnread();
                    default -> writer.act();
                }
            }
            for (ChaosWriter writer : writers) {
                writer.end();
            }
            List<String> expected = new ArrayList<>();
            writers.forEach(it -> expected.addAll(it.expected()));
            account.await(expected);
            // What is doubled comes when a rotated file is taken for a new one.
            Chaos.pause(PACE.rescan().multipliedBy(10));
            Set<String> known = new HashSet<>(expected);
            writers.forEach(it -> known.addAll(it.doubtful()));
            String faults = account.faults(expected, known) + losses(writers, account);
            return new Chaos.Result(expected.size(), account.news(), faults);
        }
    }

    /** What was lost without a word, and what was said to be lost and was not. */
    private static String losses(List<ChaosWriter> writers, ChaosAccount account) {
        List<String> silent = writers.stream().flatMap(it -> it.silent().stream()).toList();
        int deleted = writers.stream().mapToInt(ChaosWriter::deleted).sum();
        int said = account.losses("app");
        return (silent.isEmpty()
                        ? ""
                        : "lost without a word with what came behind: " + silent + "; ")
                + (said <= deleted
                        ? ""
                        : said + " losses were said, " + deleted + " files deleted");
    }

    private static void killClients() {
        ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").endsWith("/ssh"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Runs until the time is up or a line is lost without a word, or doubled.
     *
     * @param args minutes; operations of a run; the seed of the only run, or nothing
     */
    static void main(String[] args) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(Long.parseLong(args[0])).toNanos();
        int operations = Integer.parseInt(args[1]);
        Path keys = Files.createTempDirectory("chaos-keys");
        try (Sshd sshd = Sshd.start(keys)) {
            Chaos.repeat(
                    end,
                    args.length > 2,
                    args,
                    operations,
                    (folder, seed, count) -> run(sshd, folder, seed, count));
        } finally {
            PathUtils.deleteDirectory(keys);
        }
    }
}
