package dev.warroom.share;

import dev.warroom.identity.PublicKey;
import dev.warroom.incident.Fact;
import dev.warroom.journal.Admission;
import dev.warroom.journal.LineSignature;
import dev.warroom.policy.SharedRoom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may write to the room's record, by the keys that {@code warroom.yaml} gives people. */
public final class Members {

    private final SharedRoom room;
    private final String incident;

    Members(SharedRoom room, String incident) {
        this.room = room;
        this.incident = incident;
    }

    /**
     * What the room calls whoever has this machine's credentials.
     *
     * @param folder the workspace
     * @return empty where they are no member's, or cannot be read
     */
    public static Optional<String> name(SharedRoom room, Path folder) {
        if (room.members().isEmpty() || room.credentials().isEmpty()) {
            return Optional.empty();
        }
        try {
            NatsKey key = NatsKey.read(folder.resolve(room.credentials().get()));
            return named(room, key.key().open());
        } catch (IOException e) {
            // It is told by whoever opens the connection.
            return Optional.empty();
        }
    }

    private static Optional<String> named(SharedRoom room, PublicKey key) {
        return room.members().entrySet().stream()
                .filter(it -> it.getValue().equals(key.toString()))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the room has members at all. */
    boolean listed() {
        return !room.members().isEmpty();
    }

    /**
     * Whether a member has signed {@code words}, in their own name.
     *
     * @param subject on which they are said
     * @param who the person, and where: {@code ben@app-2}
     */
    boolean says(SignedWords words, String subject, String who) {
        return named(words, who) && words.holds(subject);
    }

    /** Whether {@code words} say that they are signed by a member in their own name. */
    boolean named(SignedWords words, String who) {
        return words.key()
                .flatMap(it -> named(room, it))
                .filter(it -> who.startsWith(it + "@"))
                .isPresent();
    }

    /** Whose line it is, whatever it says; empty where no member has signed it. */
    Optional<String> signer(byte[] line) {
        Optional<LineSignature> signature = LineSignature.of(line);
        return signature
                .flatMap(it -> named(room, it.key()))
                .filter(it -> signature.get().holds(incident));
    }

    /**
     * What is to be said of lines that came together. Checking a signature takes long; but whoever
     * signs a line has all lines before it signed as well, since each names the one that it
     * follows, and their room has counted those in their name among them. So of lines that follow
     * each other the newest of each member is looked at.
     */
    Admission of(List<byte[]> lines) {
        if (room.members().isEmpty()) {
            return Admission.ALL;
        }
        Set<byte[]> signed = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<PublicKey> vouched = new HashSet<>();
        String follows = "";
        for (byte[] line : lines.reversed()) {
            Optional<LineSignature> signature = LineSignature.of(line);
            if (signature.isEmpty() || !signature.get().hash().equals(follows)) {
                vouched.clear();
            }
            follows = signature.map(LineSignature::follows).orElse("");
            if (signature.isPresent()
                    && (vouched.contains(signature.get().key()) || signer(line).isPresent())) {
                vouched.add(signature.get().key());
                signed.add(line);
            }
        }
        return (fact, line) -> objection(fact, line, signed.contains(line));
    }

    /** Why a line that was made here would be refused; empty where it would not. */
    Optional<String> objection(Fact fact, byte[] own) {
        return room.members().isEmpty() ? Optional.empty() : objection(fact, own, true);
    }

    private Optional<String> objection(Fact fact, byte[] line, boolean signed) {
        Optional<LineSignature> signature = LineSignature.of(line);
        if (signature.isEmpty()) {
            return Optional.of("it is in the name of " + fact.who() + " and not signed");
        }
        PublicKey key = signature.get().key();
        Optional<String> name = named(room, key);
        if (name.isEmpty()) {
            return Optional.of(
                    "it is in the name of "
                            + fact.who()
                            + " and signed by "
                            + key
                            + ", who is not among the members of the room in warroom.yaml");
        }
        if (!signed) {
            return Optional.of("it says that " + name.get() + " has signed it, and that is not so");
        }
        return name.get().equals(fact.who())
                ? Optional.empty()
                : Optional.of(
                        "it is in the name of " + fact.who() + " and signed by " + name.get());
    }
}
