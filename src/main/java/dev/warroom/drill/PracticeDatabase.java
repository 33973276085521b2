package dev.warroom.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The practice production's database, in a process of its own: it listens on a loopback port, has a
 * limited number of connections, and saves what it holds every two seconds and when it is stopped.
 */
public final class PracticeDatabase {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);
    private static final int BACKLOG = 64;
    private static final int REFUSAL_MILLIS = 500;
    private static final String TOO_MANY = "ERR too many connections\n.\n";

    private final DatabaseSettings settings;
    private final DatabaseStatements statements;
    private final ServiceLog log;
    private final InstantSource clock;
    private final Map<Long, DatabaseSession> sessions = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong(100);

    private PracticeDatabase(Path folder, ServiceLog log, InstantSource clock) throws IOException {
        this.settings = DatabaseSettings.read(folder);
        this.statements = new DatabaseStatements(folder, settings, this::lines);
        this.log = log;
        this.clock = clock;
    }

    /**
     * Runs until it is stopped, or its owner is gone.
     *
     * @param args see {@link PartArguments}
     */
    public static void main(String[] args) {
        PartArguments.run(args, PracticeDatabase::serve);
    }

    private static void serve(PartArguments arguments) throws IOException {
        var workspace = arguments.workspace();
        InstantSource clock = InstantSource.system();
        ServiceLog log = workspace.openDatabaseLog(clock.instant());
        var database = new PracticeDatabase(workspace.store(), log, clock);
        database.statements.open();
        var server = new ServerSocket();
        server.bind(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), arguments.port()),
                BACKLOG);
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        Thread.ofPlatform().daemon().name("saving").start(database::saveAgainAndAgain);
        database.say(
                ServiceLog.Level.INFO,
                "database ready for connections on port " + arguments.port());
        arguments.ready();
        while (true) {
            database.take(server.accept());
        }
    }

    private void take(Socket socket) throws IOException {
        if (sessions.size() >= settings.mostConnections()) {
            say(
                    ServiceLog.Level.ERROR,
                    "too many connections: all %d are taken".formatted(settings.mostConnections()));
            Thread.ofVirtual().start(() -> refuse(socket));
            return;
        }
        socket.setTcpNoDelay(true);
        long id = lastId.incrementAndGet();
        var session =
                new DatabaseSession(
                        id, socket, statements, clock, this::end, () -> sessions.remove(id));
        sessions.put(id, session);
        Thread.ofVirtual().name("session-" + id).start(session);
    }

    /**
     * What was sent is read first, because closing on top of it would take the answer away again.
     */
    private static void refuse(Socket socket) {
        try (socket) {
            socket.setSoTimeout(REFUSAL_MILLIS);
            socket.getOutputStream().write(TOO_MANY.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().skipNBytes(Long.MAX_VALUE);
        } catch (IOException e) {
            // It went away, or took too long: the connection is over either way.
            return;
        }
    }

    private List<String> lines() {
        Collection<DatabaseSession> now = sessions.values();
        return now.stream().map(DatabaseSession::line).sorted().toList();
    }

    /** Ends another session. */
    private void end(long id) throws StoreException {
        DatabaseSession session = sessions.get(id);
        if (session == null) {
            throw new StoreException("no connection " + id);
        }
        say(ServiceLog.Level.WARN, "connection " + id + " was ended by an operator");
        session.end();
    }

    private void saveAgainAndAgain() {
        while (true) {
            try {
                Thread.sleep(SAVE_EVERY);
                statements.save();
            } catch (IOException e) {
                say(ServiceLog.Level.ERROR, "cannot save: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void stop() {
        try {
            statements.close();
        } catch (IOException e) {
            say(ServiceLog.Level.ERROR, "cannot save: " + e.getMessage());
        }
        say(ServiceLog.Level.INFO, "database stopped");
    }

    private void say(ServiceLog.Level level, String text) {
        log.write(clock.instant(), level, text);
    }
}
