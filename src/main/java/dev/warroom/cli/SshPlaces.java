package dev.warroom.cli;

import dev.warroom.execution.Place;
import dev.warroom.execution.SocketFolder;
import dev.warroom.execution.Ssh;
import dev.warroom.incident.Where;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to other hosts, by the system's ssh. */
final class SshPlaces implements AutoCloseable {

    private final long owner;
    private final Set<Place> visited = ConcurrentHashMap.newKeySet();
    private Optional<Ssh> ssh = Optional.empty();

    private SshPlaces(long owner) {
        this.owner = owner;
    }

    /** Connections that {@code ssh} makes. */
    static SshPlaces by(Ssh ssh) {
        SshPlaces places = new SshPlaces(ssh.owner());
        places.ssh = Optional.of(ssh);
        return places;
    }

    /** Connections that runs share. */
    static SshPlaces ofRuns() {
        return new SshPlaces(ProcessHandle.current().pid());
    }

    /** Connections apart from those of runs: a look that takes too long is ended with its own. */
    static SshPlaces ofLooks() {
        return new SshPlaces(-ProcessHandle.current().pid());
    }

    /**
     * @throws IOException where no folder for the connections' sockets can be made
     */
    synchronized Place place(Where where) throws IOException {
        if (ssh.isEmpty()) {
            ssh =
                    Optional.of(
                            new Ssh(
                                    List.of("ssh"),
                                    SocketFolder.of(
                                            System.getenv(), System.getProperty("user.name")),
                                    owner));
        }
        Optional<String> user = Optional.of(where.user()).filter(it -> !it.isEmpty());
        String name = user.map(it -> it + "@").orElse("") + where.host();
        return ssh.get().place(name, where.host(), user);
    }

    /**
     * The command line of a POSIX shell there; {@link #close} ends the connection.
     *
     * @throws IOException where no folder for the connections' sockets can be made
     */
    List<String> shell(Where where) throws IOException {
        Place place = place(where);
        visited.add(place);
        return place.shell();
    }

    /** Ends the connections that shells were asked for. */
    @Override
    public void close() {
        visited.forEach(Place::leave);
    }
}
