package dev.warroom.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server through which rooms on several machines share their incidents: a JetStream of NATS.
 *
 * @param servers the addresses of a server, or of several that stand for each other: {@code
 *     nats://room.internal:4222}
 * @param stream its name; the subjects of an incident begin with it as well
 * @param credentials the file that says who this is, with a key of NATS; relative to the workspace
 * @param authority the file with the certificates that the server's is signed by, in PEM; relative
 *     to the workspace; empty where this machine's own are meant
 * @param members the names of those who may write, and the key of each as NATS writes it: {@code
 *     U…}; empty where whoever the server lets in may
 * @param outputs who may read what steps print that run here
 */
public record SharedRoom(
        List<String> servers,
        String stream,
        Optional<String> credentials,
        Optional<String> authority,
        Map<String, String> members,
        OutputReaders outputs) {

    /** Members read the outputs of steps. */
    public SharedRoom(
            List<String> servers,
            String stream,
            Optional<String> credentials,
            Optional<String> authority,
            Map<String, String> members) {
        this(servers, stream, credentials, authority, members, OutputReaders.MEMBERS);
    }

    /** Whoever the server lets in may write. */
    public SharedRoom(
            List<String> servers,
            String stream,
            Optional<String> credentials,
            Optional<String> authority) {
        this(servers, stream, credentials, authority, Map.of());
    }

    public SharedRoom {
        servers = List.copyOf(servers);
        members = Map.copyOf(members);
    }
}
