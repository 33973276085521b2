package dev.warroom.cli;

import dev.warroom.incident.Severity;
import dev.warroom.room.Mode;
import dev.warroom.runbook.Runbook;
import dev.warroom.terminal.NoTerminalException;
import dev.warroom.terminal.Rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Opens the room on a small workspace, as a person does and with nobody looking, and reads a log,
 * so that the launcher can keep the classes that a start needs ready in a cache.
 */
final class PrimeCommand implements Callable<Integer> {

    private static final String RUNBOOK = "A rehearsal";

    private final Duration patience;

    /**
     * @param patience the longest that the room may take for a picture, here where all code runs
     *     for the first time
     */
    PrimeCommand(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, NoTerminalException {
        Path scratch = Files.createTempDirectory("warroom-prime-");
        try {
            rehearse(scratch);
        } finally {
            try (var files = Files.walk(scratch)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return 0;
    }

    private void rehearse(Path scratch)
            throws IOException, InterruptedException, NoTerminalException {
        PlainOpen.read("open", "--workspace", scratch.toString(), "--state", scratch.toString())
                .orElseThrow();
        copy("rehearsal.yaml", scratch.resolve("warroom.yaml"));
        String line = "2026-01-01T00:00:00Z ERROR request %d failed\n";
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) {
            log.append(line.formatted(i));
        }
        Path file = Files.writeString(scratch.resolve("a.log"), log);
        read(file, "--match", "request 12 failed");
        read(file, "--match", "request [0-9]+ found");
        read(file, "--json", "--level", "critical");
        read(file, "--patterns");
        copyRunbooks(Path.of(System.getProperty("warroom.home", ".")), scratch);
        copy("rehearsal.md", scratch.resolve("runbooks/rehearsal.md"));
        String nativePart = System.getProperty("library.jline.path");
        if (nativePart != null) {
            Rehearsal.keepNativePart(Path.of(nativePart));
        }
        walk(scratch);
        for (Beginning each :
                List.of(
                        new Beginning.Usual(),
                        new Beginning.Declared(Severity.P1, "a rehearsal", RUNBOOK),
                        // Now there is an incident to open again.
                        new Beginning.Usual())) {
            if (!sit(scratch, each)) {
                return;
            }
        }
    }

    /** Its steps, without a screen. */
    private static void walk(Path scratch) throws InterruptedException {
        Runbook runbook = Runbooks.named(Runbooks.ofWorkspace(scratch), RUNBOOK);
        RunReport report = new RunReport.Words(new PrintWriter(Writer.nullWriter()), runbook);
        try (RunBook book = new OwnBook(scratch, Self.here(), Clock.systemUTC());
                Walk walk =
                        new Walk(
                                runbook,
                                book,
                                Clock.systemUTC(),
                                scratch,
                                scratch,
                                Map.of(),
                                WorkspacePolicy.of(scratch),
                                Optional.empty(),
                                Set.of(),
                                report::output)) {
            walk.steps(true, report::before, report::after);
            report.end(book.id());
        }
    }

    private static void read(Path log, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("logs", log.toString()));
        arguments.addAll(List.of(options));
        PlainLogs.read(arguments.toArray(String[]::new)).orElseThrow().call();
    }

    /** Of what a workspace and a runbook can say, these have something of everything. */
    private static void copy(String resource, Path to) throws IOException {
        try (InputStream text = PrimeCommand.class.getResourceAsStream(resource)) {
            Files.copy(text, to);
        }
    }

    private static void copyRunbooks(Path home, Path scratch) throws IOException {
        Path to = Files.createDirectory(scratch.resolve("runbooks"));
        try (var files = Files.list(home.resolve("runbooks"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /**
     * Comes in, waits for everything to be there, looks for something, and leaves; whether there
     * was the patience for all of it. A machine that is too busy keeps what was loaded until then.
     */
    private boolean sit(Path scratch, Beginning beginning)
            throws IOException, InterruptedException, NoTerminalException {
        AtomicBoolean gaveUp = new AtomicBoolean();
        try (Rehearsal rehearsal = new Rehearsal(patience)) {
            Thread person = Thread.ofPlatform().start(() -> act(rehearsal, gaveUp));
            new Session(scratch, scratch, Mode.ACTS, rehearsal::open).run(beginning);
            person.join();
        } catch (IOException | NoTerminalException | RuntimeException e) {
            if (!gaveUp.get()) {
                throw e;
            }
        }
        return !gaveUp.get();
    }

    private static void act(Rehearsal rehearsal, AtomicBoolean gaveUp) {
        try {
            rehearsal.await("request 2000 failed", "fine");
            rehearsal.press("p1");
            // In another pane, letters are keys and no search.
            rehearsal.press("\tjq");
            rehearsal.await("Leave the war room");
            rehearsal.press("y");
        } catch (IOException e) {
            gaveUp.set(true);
            hangUp(rehearsal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(Rehearsal rehearsal) {
        try {
            rehearsal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
