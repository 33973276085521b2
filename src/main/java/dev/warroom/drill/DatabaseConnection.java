package dev.warroom.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The service's end of a connection to its database. */
final class DatabaseConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 5_000;

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;
    private int answers;
    private boolean broken;

    private DatabaseConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Opens one.
     *
     * @param port on 127.0.0.1
     * @param user as the database lists it
     * @throws StoreException where the database is not there, or has no more connections
     */
    static DatabaseConnection open(int port, String user) throws StoreException {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port),
                    CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.setTcpNoDelay(true);
            var connection = new DatabaseConnection(socket);
            connection.ask("USER " + user);
            return connection;
        } catch (IOException e) {
            closeQuietly(socket);
            throw new StoreException(
                    "cannot connect to the database at 127.0.0.1:" + port + ": " + e.getMessage(),
                    e);
        } catch (StoreException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing else that could be done with it.
            return;
        }
    }

    /**
     * Asks one statement.
     *
     * @return the lines of the answer
     * @throws StoreException with the database's reason, or where the connection is lost
     */
    List<String> ask(String statement) throws StoreException {
        try {
            out.write(statement + "\n");
            out.flush();
            String first = in.readLine();
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new IOException("the connection is closed");
                }
                lines.add(line);
            }
            if (first != null && first.startsWith("ERR ")) {
                throw new StoreException(first.substring("ERR ".length()));
            }
            answers++;
            return lines;
        } catch (IOException e) {
            broken = true;
            throw new StoreException("lost connection to the database: " + e.getMessage(), e);
        }
    }

    /** Whether it was opened just now: the database has answered who asks, and nothing else. */
    boolean fresh() {
        return answers <= 1;
    }

    /** Whether it cannot be used again. */
    boolean broken() {
        return broken;
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }
}
