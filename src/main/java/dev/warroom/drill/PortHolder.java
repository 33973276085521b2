package dev.warroom.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * What an earlier release left behind: a process that listens on the service's port, takes
 * connections and does not answer them.
 */
public final class PortHolder {

    private static final int BACKLOG = 4;

    private PortHolder() {}

    /**
     * Runs until it is ended, or its owner is gone.
     *
     * @param args see {@link PartArguments}
     */
    public static void main(String[] args) {
        PartArguments.run(args, PortHolder::hold);
    }

    private static void hold(PartArguments arguments) throws IOException {
        try (var server = new ServerSocket()) {
            server.bind(
                    new InetSocketAddress(InetAddress.getByName("127.0.0.1"), arguments.port()),
                    BACKLOG);
            arguments.ready();
            while (true) {
                server.accept().close();
            }
        }
    }
}
