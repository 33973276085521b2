package dev.warroom.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection to the practice database. A line is asked; the answer begins with {@code OK} or
 * {@code ERR why} and ends with a line that is a dot.
 */
final class DatabaseSession implements Runnable {

    private static final int MOST_LINE = 4_096;
    private static final int MOST_LOADED = 10_000;

    private final long id;
    private final Socket socket;
    private final DatabaseStatements statements;
    private final InstantSource clock;
    private final Ending ending;
    private final Runnable ended;
    private volatile Instant since;
    private volatile String statement = "";
    private volatile boolean busy;
    private volatile String user = "unknown";
    private volatile String place = DatabaseStatements.PRODUCTION;

    /** Ends any session by its id. */
    interface Ending {
        void end(long id) throws StoreException;
    }

    /**
     * @param id by which the session can be ended
     * @param ending carries out {@code KILL}
     * @param ended is called once, when the connection is over
     */
    DatabaseSession(
            long id,
            Socket socket,
            DatabaseStatements statements,
            InstantSource clock,
            Ending ending,
            Runnable ended) {
        this.id = id;
        this.socket = socket;
        this.statements = statements;
        this.clock = clock;
        this.ending = ending;
        this.ended = ended;
        this.since = clock.instant();
    }

    long id() {
        return id;
    }

    /** Id, user, seconds since it last did something, state, statement; separated by tabs. */
    String line() {
        long seconds = Math.max(0, Duration.between(since, clock.instant()).toSeconds());
        return "%d\t%s\t%d\t%s\t%s"
                .formatted(id, user, seconds, busy ? "active" : "idle", statement);
    }

    /** Cuts the connection. */
    void end() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
            return;
        }
    }

    @Override
    public void run() {
        try (socket;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out =
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(answer(line, in));
                out.flush();
            }
        } catch (IOException e) {
            // The client went away, or the session was ended: both are usual.
            return;
        } finally {
            ended.run();
        }
    }

    private String answer(String line, BufferedReader in) throws IOException {
        since = clock.instant();
        statement = line.length() > 80 ? line.substring(0, 80) : line;
        busy = true;
        try {
            List<String> answer = carryOut(line, in);
            return "OK\n" + String.join("", answer.stream().map(it -> it + "\n").toList()) + ".\n";
        } catch (StoreException e) {
            return "ERR " + e.getMessage() + "\n.\n";
        } finally {
            busy = false;
            since = clock.instant();
        }
    }

    private List<String> carryOut(String line, BufferedReader in)
            throws IOException, StoreException {
        if (line.length() > MOST_LINE) {
            throw new StoreException("a statement has at most " + MOST_LINE + " characters");
        }
        String[] parts = line.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "USER" -> {
                user = rest.replaceAll("[^a-z0-9-]", "");
                return List.of();
            }
            case "USE" -> {
                statements.require(rest);
                place = rest;
                return List.of();
            }
            case "KILL" -> {
                ending.end(rest.matches("\\d{1,10}") ? Long.parseLong(rest) : -1);
                return List.of();
            }
            case "LOAD" -> {
                return statements.load(place, loaded(in));
            }
            default -> {
                return statements.carryOut(place, parts[0], rest);
            }
        }
    }

    private static List<String> loaded(BufferedReader in) throws IOException, StoreException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (lines.size() >= MOST_LOADED) {
                throw new StoreException("at most " + MOST_LOADED + " lines can be loaded");
            }
            lines.add(line);
        }
        return lines;
    }
}
