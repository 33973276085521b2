package dev.warroom.share;

import dev.warroom.identity.SigningKey;
import dev.warroom.policy.SharedRoom;

import io.nats.client.AuthenticationException;
import io.nats.client.Options;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the room's server lets this room in, and what it is called to people. */
final class Access {

    private static final String TLS_ONLY = "SSL required by server.";

    private final Optional<NatsKey> key;
    private final Optional<ServerTrust> trust;

    private Access(Optional<NatsKey> key, Optional<ServerTrust> trust) {
        this.key = key;
        this.trust = trust;
    }

    /** The hosts and ports: an address may have a password in it. */
    static String names(SharedRoom room) {
        return room.servers().stream()
                .map(URI::create)
                .map(it -> it.getHost() + (it.getPort() < 0 ? "" : ":" + it.getPort()))
                .collect(Collectors.joining(", "));
    }

    /**
     * @param folder the workspace
     * @throws IOException if a file that {@code room} names cannot be read, or is not what it
     *     should be
     */
    static Access of(SharedRoom room, Path folder) throws IOException, GeneralSecurityException {
        Optional<NatsKey> key = Optional.empty();
        if (room.credentials().isPresent()) {
            key = Optional.of(NatsKey.read(folder.resolve(room.credentials().get())));
        }
        boolean secured = room.servers().stream().anyMatch(it -> it.startsWith("tls:"));
        Optional<ServerTrust> trust = Optional.empty();
        if (secured || room.authority().isPresent()) {
            trust = Optional.of(ServerTrust.in(room.authority().map(folder::resolve)));
        }
        return new Access(key, trust);
    }

    /** What this room's lines are signed with; empty where it has no key. */
    Optional<SigningKey> key() {
        return key.map(NatsKey::key);
    }

    void add(Options.Builder options) throws GeneralSecurityException {
        key.ifPresent(options::authHandler);
        if (trust.isPresent()) {
            // A certificate is for a name, which must not have become an address by then.
            options.sslContext(trust.get().context())
                    .hostnameResolveMode(Options.HostnameResolveMode.HappyEyeballs);
        }
    }

    /**
     * Why no connection was made, though all files are there.
     *
     * @param first what went wrong in trying, of which {@code e} says no more than that it did
     */
    String refused(SharedRoom room, IOException e, Throwable first) {
        String server = "the room's server (" + names(room) + ") ";
        String untrusted = trust.map(ServerTrust::refusal).orElse("");
        if (!untrusted.isEmpty()) {
            return server + untrusted;
        }
        return TLS_ONLY.equals(first.getMessage())
                ? server + "speaks TLS only: write tls:// for nats:// in warroom.yaml"
                : refusal(room, e);
    }

    /** Why no connection was made. */
    static String refusal(SharedRoom room, Exception e) {
        if (e instanceof AuthenticationException) {
            return "the room's server ("
                    + names(room)
                    + ") does not let this room in: "
                    + (room.credentials().isPresent()
                            ? "look at " + room.credentials().get()
                            : "name a file of credentials in warroom.yaml")
                    + ", and look at the server's users";
        }
        if (e instanceof java.nio.file.NoSuchFileException missing) {
            return "there is no file "
                    + missing.getFile()
                    + ", which warroom.yaml names for the room";
        }
        String detail = e.getMessage() == null ? e.toString() : e.getMessage();
        return "the room's server cannot be reached ("
                + names(room)
                + (detail.startsWith("Unable to connect") ? "" : "; " + detail)
                + ")";
    }
}
