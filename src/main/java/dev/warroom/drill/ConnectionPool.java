package dev.warroom.drill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The service's connections to its database: opened when they are needed, kept, and lent one after
 * the other. Who has to wait too long is told how many others wait.
 */
final class ConnectionPool implements AutoCloseable {

    static final int USUAL_SIZE = 12;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);

    private final int port;
    private final int leakEvery;
    private final Semaphore free = new Semaphore(USUAL_SIZE, true);
    private final Deque<DatabaseConnection> idle = new ArrayDeque<>();
    private final List<DatabaseConnection> leaked = new ArrayList<>();
    private final AtomicLong borrowed = new AtomicLong();
    private boolean closed;

    /**
     * @param port of the database, on 127.0.0.1
     * @param leakEvery how many uses until one is not given back, as in a release with that fault;
     *     0 for never
     */
    ConnectionPool(int port, int leakEvery) {
        this.port = port;
        this.leakEvery = leakEvery;
    }

    /**
     * Asks one statement on a connection of the pool.
     *
     * @throws StoreException where there is no connection in time, or with the database's reason
     */
    List<String> ask(String statement) throws StoreException {
        DatabaseConnection connection = borrow();
        try {
            return connection.ask(statement);
        } catch (StoreException e) {
            if (!connection.broken() || connection.fresh()) {
                throw e;
            }
            // It was ended while nobody used it, so nothing came of the statement.
            return askAnew(statement);
        } finally {
            if (leakEvery > 0 && borrowed.incrementAndGet() % leakEvery == 0) {
                keepForever(connection);
            } else {
                giveBack(connection);
            }
        }
    }

    private List<String> askAnew(String statement) throws StoreException {
        try (DatabaseConnection connection =
                DatabaseConnection.open(port, PracticeProduction.SERVICE)) {
            return connection.ask(statement);
        }
    }

    private DatabaseConnection borrow() throws StoreException {
        try {
            if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException(
                        "pool timeout after %d ms: all %d connections are in use (%d waiting)"
                                .formatted(
                                        LONGEST_WAIT.toMillis(),
                                        USUAL_SIZE,
                                        free.getQueueLength()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the service is stopping", e);
        }
        DatabaseConnection kept = take();
        if (kept != null) {
            return kept;
        }
        try {
            return DatabaseConnection.open(port, PracticeProduction.SERVICE);
        } catch (StoreException e) {
            free.release();
            throw e;
        }
    }

    private synchronized void keepForever(DatabaseConnection connection) {
        leaked.add(connection);
    }

    private synchronized DatabaseConnection take() {
        return idle.pollFirst();
    }

    private synchronized void giveBack(DatabaseConnection connection) {
        if (connection.broken() || closed) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
        free.release();
    }

    /** Whether the database answers over it. */
    boolean answers() {
        try {
            ask("PING");
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(DatabaseConnection::close);
        idle.clear();
        leaked.forEach(DatabaseConnection::close);
    }
}
