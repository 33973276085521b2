package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Facts to lines and back, each line knowing the one before. Not for several threads at once. */
final class LineCodec {

    /**
     * The format this war room writes, and the newest it reads. Since format 2 there are more kinds
     * of events; what format 1 has is the same in both.
     */
    static final int VERSION = 2;

    private final JsonFactory json = new JsonFactory();
    private final Seal seal = new Seal();

    /** A fact with the hash of its line. */
    record Line(Fact fact, String hash) {}

    /** The line of an event, its end included. */
    byte[] encode(
            long number, Instant at, String who, String host, IncidentEvent event, String prev) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), body)) {
            out.writeStartObject();
            out.writeNumberProperty("v", VERSION);
            out.writeNumberProperty("n", number);
            out.writeStringProperty("at", at.toString());
            out.writeStringProperty("who", StoredText.of(who));
            out.writeStringProperty("host", StoredText.of(host));
            EventCodec.write(event, out);
            out.writeStringProperty("prev", prev);
            out.flush();
            return seal.close(body.toByteArray());
        }
    }

    /**
     * The fact of a line without its end.
     *
     * @param number the one it must have
     * @param prev the hash of the line before
     */
    Line decode(byte[] bytes, int length, long number, String prev) throws LineDamage {
        String hash = seal.check(bytes, length);
        EventFields fields = fields(bytes, length);
        long version = fields.count("v");
        if (version < 1 || version > VERSION) {
            throw new LineDamage(
                    "it is of format "
                            + version
                            + ", and this war room reads formats up to "
                            + VERSION,
                    Damage.NEWER);
        }
        String follows = fields.text("prev");
        if (!follows.equals(prev)) {
            throw new LineDamage(
                    "a line is missing, doubled or out of its place: it follows hash "
                            + follows
                            + ", and the line before has "
                            + prev,
                    Damage.RESTORE);
        }
        long stored = fields.count("n");
        if (stored != number) {
            throw new LineDamage(
                    "it has number " + stored + ", and the next is " + number, Damage.RESTORE);
        }
        Instant at = fields.instant("at");
        String who = fields.text("who");
        String host = fields.text("host");
        IncidentEvent event = EventCodec.read(fields.text("type"), fields);
        fields.text("hash");
        fields.requireNoneLeft();
        return new Line(new Fact(number, at, who, host, event), hash);
    }

    /** One line by itself: its own hash holds, and that of the line before is taken as it says. */
    Line decodeAlone(byte[] bytes, int length, long number) throws LineDamage {
        return decode(bytes, length, number, fields(bytes, length).text("prev"));
    }

    private EventFields fields(byte[] bytes, int length) throws LineDamage {
        EventFields fields = new EventFields();
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw notOurs();
            }
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                if (!in.nextToken().isScalarValue()) {
                    throw notOurs();
                }
                fields.put(name, in.getString());
            }
            if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
                throw notOurs();
            }
            return fields;
        } catch (JacksonException e) {
            throw notOurs();
        }
    }

    private static LineDamage notOurs() {
        return new LineDamage("it is not one flat JSON object", Damage.NEWER);
    }
}
