package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

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
     * The format of a journal that is not shared. Since format 2 there are more kinds of events;
     * what format 1 has is the same in both.
     */
    static final int VERSION = 2;

    /**
     * The format of a shared record, and the newest that is read: a line says who brought it there.
     */
    static final int SHARED = 3;

    /** Null until it is needed: it takes longer to get ready than a few lines to read. */
    private JsonFactory json;

    private final Seal seal = new Seal();
    private final EventFields fields = new EventFields();
    private final Words words = new Words();
    private final UsualLine usual = new UsualLine(words);

    /**
     * A fact, and how its line is chained.
     *
     * @param prev the hash of the line that it says it follows
     * @param hash its own
     */
    record Line(Fact fact, String prev, String hash) {}

    /** The line of an event, its end included. */
    byte[] encode(
            long number, Instant at, String who, String host, IncidentEvent event, String prev) {
        return encode(new Fact(number, at, who, host, event), prev);
    }

    /** The line of a fact, its end included; of format 3 where it has an origin. */
    byte[] encode(Fact fact, String prev) {
        return seal.close(body(fact, prev));
    }

    /** The same, not closed yet: something may be put behind it. */
    byte[] body(Fact fact, String prev) {
        boolean shared = !fact.origin().from().isEmpty();
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator out = json().createGenerator(ObjectWriteContext.empty(), body)) {
            out.writeStartObject();
            out.writeNumberProperty("v", shared ? SHARED : VERSION);
            out.writeNumberProperty("n", fact.number());
            out.writeStringProperty("at", fact.at().toString());
            out.writeStringProperty("who", StoredText.of(fact.who()));
            out.writeStringProperty("host", StoredText.of(fact.host()));
            if (shared) {
                out.writeStringProperty("origin", fact.origin().from());
                out.writeNumberProperty("own", fact.origin().own());
                out.writeStringProperty("late", fact.origin().late().toString());
            }
            EventCodec.write(fact.event(), out);
            out.writeStringProperty("prev", prev);
            out.flush();
            return body.toByteArray();
        }
    }

    /** The hash of the line that a line says it follows; empty where it says none. */
    String follows(byte[] line) {
        try {
            read(line, line.length);
            return fields.some("prev");
        } catch (LineDamage e) {
            return "";
        }
    }

    /**
     * The fact of a line without its end.
     *
     * @param number the one it must have
     * @param prev the hash of the line before
     */
    Line decode(byte[] bytes, int length, long number, String prev) throws LineDamage {
        seal.check(bytes, length);
        return next(bytes, length, number, prev);
    }

    /** The fact of a line, its end included, that was encoded here just now. */
    Line reread(byte[] encoded, long number, String prev) throws LineDamage {
        return next(encoded, encoded.length - 1, number, prev);
    }

    private Line next(byte[] bytes, int length, long number, String prev) throws LineDamage {
        read(bytes, length);
        String follows = versioned();
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
        return line(number, follows);
    }

    /**
     * The fact of a line in the middle of others; what is wrong with it is not said as well as
     * {@link #decode} says it.
     *
     * @param before where the line before it ends, in the same bytes; negative where that is not
     *     known, and it is still to be seen whether this one follows it
     */
    Fact decodeBehind(byte[] bytes, int before, int from, int to) throws LineDamage {
        seal.check(bytes, from, to);
        read(bytes, from, to);
        requireKnownFormat();
        if (before < 0) {
            fields.pass("prev");
        } else if (!Seal.states(bytes, before, fields)) {
            throw new LineDamage("it does not follow the line before", Damage.RESTORE);
        }
        return fact(fields.count("n"));
    }

    /** The texts that came again and again in what was decoded. */
    Words words() {
        return words;
    }

    /** What the line says that was decoded last. */
    EventFields fields() {
        return fields;
    }

    /** What it follows, if it is of a format that is known. */
    private String versioned() throws LineDamage {
        requireKnownFormat();
        return fields.text("prev");
    }

    private void requireKnownFormat() throws LineDamage {
        long version = fields.count("v");
        if (version < 1 || version > SHARED) {
            throw new LineDamage(
                    "it is of format "
                            + version
                            + ", and this war room reads formats up to "
                            + SHARED,
                    Damage.NEWER);
        }
    }

    private Line line(long number, String prev) throws LineDamage {
        Fact fact = fact(number);
        return new Line(fact, prev, fields.stated("hash"));
    }

    private Fact fact(long number) throws LineDamage {
        Instant at = fields.instant("at");
        String who = fields.text("who");
        String host = fields.text("host");
        IncidentEvent event = StoredFact.event(fields);
        Origin origin = StoredFact.origin(fields);
        if (!origin.from().isEmpty()) {
            // Whose signature it is, is looked at by whoever asks.
            fields.some("key");
            fields.some("sig");
        }
        fields.pass("hash");
        fields.requireNoneLeft();
        return new Fact(number, at, who, host, event, origin);
    }

    /** The number that a line says it has; 0 where it says none. */
    long number(byte[] line) throws LineDamage {
        read(line, line.length);
        return fields.count("n");
    }

    /** One line by itself: its own hash holds, and that of the line before is taken as it says. */
    Line decodeAlone(byte[] bytes, int length, long number) throws LineDamage {
        read(bytes, length);
        return decode(bytes, length, number, fields.text("prev"));
    }

    private void read(byte[] bytes, int length) throws LineDamage {
        read(bytes, 0, length);
    }

    private void read(byte[] bytes, int from, int to) throws LineDamage {
        fields.clear();
        if (usual.read(bytes, from, to, fields)) {
            return;
        }
        fields.clear();
        try (JsonParser in =
                json().createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
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
        } catch (JacksonException e) {
            throw notOurs();
        }
    }

    private JsonFactory json() {
        if (json == null) {
            json = new JsonFactory();
        }
        return json;
    }

    private static LineDamage notOurs() {
        return new LineDamage("it is not one flat JSON object", Damage.NEWER);
    }
}
