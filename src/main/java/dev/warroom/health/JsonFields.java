package dev.warroom.health;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One field of a JSON text. */
final class JsonFields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern PART = Pattern.compile("\\[(\\d{1,6})]|([^.\\[\\]]+)\\.?");

    private JsonFields() {}

    /**
     * The text, number, truth value or {@code null} at {@code path}.
     *
     * @param path {@code checks[0].status}
     * @return empty where there is none, or the text is no JSON
     */
    static Optional<String> find(String json, String path) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(path);
        while (matcher.find()) {
            parts.add(matcher.group(1) == null ? matcher.group(2) : "[" + matcher.group(1));
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            for (String part : parts) {
                boolean found =
                        part.startsWith("[")
                                ? item(parser, Integer.parseInt(part.substring(1)))
                                : member(parser, part);
                if (!found) {
                    return Optional.empty();
                }
            }
            JsonToken token = parser.currentToken();
            return token != null && token.isScalarValue()
                    ? Optional.of(parser.getString())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean member(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = parser.currentName().equals(name);
            parser.nextToken();
            if (here) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean item(JsonParser parser, int place) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            if (parser.currentToken() == null) {
                return false;
            }
            if (at == place) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
