package dev.warroom.workspace;

import dev.warroom.identity.PublicKey;
import dev.warroom.policy.OutputReaders;
import dev.warroom.policy.SharedRoom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code room} of {@code warroom.yaml}: where rooms on several machines meet. */
final class RoomReader {

    static final String KEY = "room";

    private static final int MOST_SERVERS = 9;
    private static final List<String> KEYS =
            List.of("nats", "stream", "credentials", "ca", "members", "output");
    private static final int MOST_MEMBERS = 500;
    private static final String MEMBERS =
            "members: {ana: UAOWRW7Z3HIJ732INZ26FXTWR5ILS4T4MDGDOSNE3SI7P5EHMR5MBI7S}";
    private static final String SERVER = "nats: \"nats://room.internal:4222\"";
    private static final String STREAM = "stream: ops";

    private final Findings findings;

    RoomReader(Findings findings) {
        this.findings = findings;
    }

    /** Empty where it says nothing of a room, or who may write there cannot be known. */
    Optional<SharedRoom> read(Fields root) {
        return root.node(KEY).filter(it -> !it.isNothing()).flatMap(this::room);
    }

    private Optional<SharedRoom> room(YamlNode node) {
        Fields fields = Fields.of(node, KEY, KEYS, findings);
        List<String> servers = new ArrayList<>();
        for (YamlNode.Scalar each : fields.texts("nats", MOST_SERVERS, "\"nats://room:4222\"")) {
            for (String address : each.text().split(",")) {
                check(each, address.strip());
                servers.add(address.strip());
            }
        }
        if (!fields.has("nats")) {
            missing(fields, "nats", SERVER);
        }
        if (!fields.has("stream")) {
            missing(fields, "stream", STREAM);
        }
        String stream = fields.text("stream", "ops").orElse("");
        if (!stream.isEmpty() && !stream.matches("[A-Za-z0-9_-]{1,32}")) {
            findings.error(
                    fields.valueAt("stream"),
                    "the name of a stream has up to 32 letters, digits, _ and -, and this is \""
                            + Shown.of(stream)
                            + "\"",
                    "Write for example: " + STREAM);
        }
        Map<String, String> members = fields.mapping("members", MOST_MEMBERS, MEMBERS);
        boolean named = fields.node("members").filter(it -> !it.isNothing()).isPresent();
        OutputReaders outputs = outputs(fields, named);
        if (named && !usable(fields, members)) {
            return Optional.empty();
        }
        return Optional.of(
                new SharedRoom(
                        servers,
                        stream,
                        fields.text("credentials", "ana.creds"),
                        fields.text("ca", "ca.pem"),
                        members,
                        outputs));
    }

    /** What cannot be read gives nothing away. */
    private OutputReaders outputs(Fields fields, boolean members) {
        if (!fields.has("output")) {
            return OutputReaders.MEMBERS;
        }
        String word = fields.text("output", "members").orElse("");
        Optional<OutputReaders> readers = OutputReaders.parse(word);
        if (!word.isEmpty() && readers.isEmpty()) {
            findings.error(
                    fields.valueAt("output"),
                    "\"output\" must say who may read what steps print, and is \""
                            + Shown.of(word)
                            + "\"",
                    "Write none, members or all: output: members");
        }
        if (readers.equals(Optional.of(OutputReaders.MEMBERS)) && !members) {
            findings.error(
                    fields.valueAt("output"),
                    "\"output: members\" gives outputs to nobody, since the room lists no members",
                    "List them as \"members\", or write all or none: output: none");
        }
        return readers.orElse(OutputReaders.NONE);
    }

    private boolean usable(Fields fields, Map<String, String> members) {
        boolean all = !members.isEmpty();
        for (Map.Entry<String, String> each : members.entrySet()) {
            if (PublicKey.parse(each.getValue()).isEmpty()) {
                findings.error(
                        fields.valueAt("members"),
                        "the key of "
                                + Shown.of(each.getKey())
                                + (each.getValue().startsWith("S")
                                        ? " is the secret one, which nobody else may see"
                                        : " is not one as NATS writes it: U and 55 letters and"
                                                + " digits"),
                        "`warroom room --new-key FILE` makes a key and says what to write here.");
                all = false;
            }
        }
        if (members.values().stream().distinct().count() < members.size()) {
            findings.error(
                    fields.valueAt("members"),
                    "two members have the same key, so that nobody can say who signs with it",
                    "Give each person a key of their own.");
            return false;
        }
        return all;
    }

    private void missing(Fields fields, String key, String example) {
        findings.error(
                fields.at(), "\"room\" must say \"" + key + "\"", "Write for example: " + example);
    }

    private void check(YamlNode.Scalar at, String address) {
        try {
            URI uri = new URI(address);
            boolean known = "nats".equals(uri.getScheme()) || "tls".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getRawPath().isEmpty()) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below, as for one that is an address of something else.
        }
        findings.error(
                at.at(),
                "\"" + Shown.of(address) + "\" is not the address of a NATS server",
                "Write nats:// or tls://, the host and the port: " + SERVER);
    }
}
