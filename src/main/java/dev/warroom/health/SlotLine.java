package dev.warroom.health;

import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A slot as a line of JSON: {@code p} the probe, {@code t} the minute it begins in, counted from
 * 1970, {@code n} its minutes, {@code s} milliseconds by state, {@code l} looks by state (each ok,
 * warning, critical, unknown, silent), {@code k} the total and the longest time of the answers in
 * microseconds, {@code h} answers by the class of their time, {@code f} sum, number and largest of
 * the figures, {@code u} their unit.
 */
final class SlotLine {

    private static final JsonFactory JSON = new JsonFactory();

    /** Far enough for anybody, and without overflow in whatever is made of it. */
    private static final long LAST_MINUTE = 1L << 32;

    private static final long MOST = 1L << 52;

    private SlotLine() {}

    static String of(Slot slot) {
        StringWriter text = new StringWriter(160);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("p", slot.probe());
            json.writeNumberProperty("t", Math.floorDiv(slot.from().getEpochSecond(), 60L));
            json.writeNumberProperty("n", slot.length().toMinutes());
            tally(json, "s", slot.time());
            if (slot.looks().whole() > 0) {
                tally(json, "l", slot.looks());
                json.writeArrayPropertyStart("k");
                json.writeNumber(slot.took().total());
                json.writeNumber(slot.took().longest());
                json.writeEndArray();
                json.writeObjectPropertyStart("h");
                slot.took()
                        .counts()
                        .forEach(
                                (at, many) -> json.writeNumberProperty(Integer.toString(at), many));
                json.writeEndObject();
            }
            if (slot.shown().many() > 0) {
                json.writeArrayPropertyStart("f");
                json.writeNumber(slot.shown().sum());
                json.writeNumber(slot.shown().many());
                json.writeNumber(slot.shown().largest());
                json.writeEndArray();
                json.writeStringProperty("u", slot.shown().unit());
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void tally(JsonGenerator json, String name, Tally tally) {
        json.writeArrayPropertyStart(name);
        json.writeNumber(tally.ok());
        json.writeNumber(tally.warning());
        json.writeNumber(tally.critical());
        json.writeNumber(tally.unknown());
        json.writeNumber(tally.silent());
        json.writeEndArray();
    }

    /** Empty where the line is none, such as one that was being written when the machine died. */
    static Optional<Slot> parse(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            Optional<Slot> slot = Optional.of(new Fields().read(json));
            return json.nextToken() == null ? slot : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class Fields {
        private String probe;
        private long minute = -1;
        private long minutes;
        private long[] time = new long[5];
        private long[] looks = new long[5];
        private long[] took = new long[2];
        private final TreeMap<Integer, Long> counts = new TreeMap<>();
        private double[] shown = new double[3];
        private String unit = "";

        Slot read(JsonParser json) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "p" -> probe = json.getString();
                    case "t" -> minute = json.getLongValue();
                    case "n" -> minutes = json.getLongValue();
                    case "s" -> time = numbers(json, 5);
                    case "l" -> looks = numbers(json, 5);
                    case "k" -> took = numbers(json, 2);
                    case "h" -> counts(json);
                    case "f" -> shown = figures(json);
                    case "u" -> unit = json.getString();
                    // What a later version adds does not make the rest unreadable.
                    default -> json.skipChildren();
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT && probe != null);
            require(minute >= 0 && minute <= LAST_MINUTE && (minutes == 1 || minutes == 60));
            return new Slot(
                    probe,
                    Instant.ofEpochSecond(minute * 60),
                    Duration.ofMinutes(minutes),
                    tally(time),
                    tally(looks),
                    new Spread(counts, took[0], took[1]),
                    shown[1] > 0
                            ? new Trend(shown[0], (long) shown[1], shown[2], unit)
                            : Trend.NONE);
        }

        private static Tally tally(long[] all) {
            return new Tally(all[0], all[1], all[2], all[3], all[4]);
        }

        private void counts(JsonParser json) {
            require(json.currentToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                int at = Integer.parseInt(json.currentName());
                json.nextToken();
                long many = json.getLongValue();
                require(at >= 0 && at <= Spread.LAST_CLASS && many > 0 && many < MOST);
                counts.put(at, many);
            }
        }

        private static long[] numbers(JsonParser json, int many) {
            long[] all = new long[many];
            require(json.currentToken() == JsonToken.START_ARRAY);
            for (int i = 0; i < many; i++) {
                json.nextToken();
                all[i] = json.getLongValue();
                require(all[i] >= 0 && all[i] < MOST);
            }
            require(json.nextToken() == JsonToken.END_ARRAY);
            return all;
        }

        private static double[] figures(JsonParser json) {
            double[] all = new double[3];
            require(json.currentToken() == JsonToken.START_ARRAY);
            for (int i = 0; i < 3; i++) {
                json.nextToken();
                all[i] = json.getDoubleValue();
                require(Double.isFinite(all[i]));
            }
            require(json.nextToken() == JsonToken.END_ARRAY && all[1] >= 0);
            return all;
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new IllegalArgumentException("not a line of the health history");
            }
        }
    }
}
