package dev.warroom.execution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The system's OpenSSH client with the person's own configuration. Each host gets one connection of
 * this program's, which all that runs there shares.
 *
 * @param client the program and its first arguments: {@code ssh}
 * @param sockets a private folder, with a short name, for the connections' sockets
 * @param owner tells this program's connections from those of others: its process id
 */
public record Ssh(List<String> client, Path sockets, long owner) {

    /** The connection is kept by a process of its own, a minute longer than it is used. */
    static final String APART = "-oControlPersist=60";

    /** The connection is kept by the first process that uses it, as long as anybody does. */
    static final String TOGETHER = "-oControlPersist=no";

    private static final List<String> ALWAYS =
            List.of(
                    "-T",
                    "-oBatchMode=yes",
                    "-oConnectTimeout=10",
                    "-oServerAliveInterval=5",
                    "-oServerAliveCountMax=3",
                    "-oClearAllForwardings=yes",
                    "-oRemoteCommand=none",
                    APART);

    public Ssh {
        client = List.copyOf(client);
    }

    /**
     * @param name as people know it
     * @param host as ssh knows it: a name, or a Host of ssh_config
     * @param user who to be there; as ssh has it where it is empty
     */
    public Place place(String name, String host, Optional<String> user) {
        List<String> to = new ArrayList<>();
        user.ifPresent(
                it -> {
                    to.add("-l");
                    to.add(it);
                });
        to.add("--");
        to.add(host);
        Path socket = sockets.resolve(socket(host, user));
        return new Place(
                name,
                command(
                        List.of("-oControlMaster=auto", "-oControlPath=" + socket),
                        to,
                        List.of("exec /bin/sh")),
                Optional.of(socket),
                command(
                        List.of("-v", "-oControlMaster=no", "-oControlPath=none"),
                        to,
                        List.of("true")),
                "",
                "");
    }

    private List<String> command(List<String> options, List<String> to, List<String> remote) {
        List<String> command = new ArrayList<>(client);
        command.addAll(ALWAYS);
        command.addAll(options);
        command.addAll(to);
        command.addAll(remote);
        return command;
    }

    /** The name of a socket must be short. */
    private String socket(String host, Optional<String> user) {
        CRC32 sum = new CRC32();
        String whole = user.orElse("") + "@" + host + " " + client;
        sum.update(whole.getBytes(StandardCharsets.UTF_8));
        return owner + "-" + Long.toHexString(sum.getValue());
    }
}
