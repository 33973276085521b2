package dev.warroom.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that is being written.
 *
 * @param name of its template
 * @param template with its placeholders
 * @param slots what stands for a value in it, in its order
 * @param values by the name that all spellings of a placeholder share
 * @param edited the text as a person has left it; empty while nobody has touched it
 */
public record Draft(
        String name,
        String template,
        List<Slot> slots,
        Map<String, String> values,
        Optional<String> edited) {

    /** More than this of a message is not kept. */
    public static final int MOST_CHARACTERS = TextArea.MOST_CHARACTERS;

    /** What says when the end is expected. */
    static final String ETA = "eta";

    private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_ .-]{0,60})}");

    /** Names that mean the same. */
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("service_name", "service"),
                    Map.entry("impact_description", "impact"),
                    Map.entry("updated_eta", ETA),
                    Map.entry("estimated_time_to_resolution", ETA),
                    Map.entry("time_elapsed", "elapsed"),
                    Map.entry("total_duration", "elapsed"),
                    Map.entry("duration", "elapsed"),
                    Map.entry("actions_taken", "actions"),
                    Map.entry("current_status", "status"),
                    Map.entry("next", "next_steps"),
                    Map.entry("scheduled_date", "post_mortem"),
                    Map.entry("postmortem", "post_mortem"),
                    Map.entry("incident", "id"),
                    Map.entry("incident_id", "id"));

    /**
     * Something in a template that stands for a value.
     *
     * @param written as in the template: {@code {service_name}}
     * @param key what it is called among the values
     */
    public record Slot(String written, String key) {

        /** What stands here when it is asked for and nothing is typed. */
        public Optional<String> whenEmpty() {
            return key.equals(ETA) ? Optional.of("not known yet") : Optional.empty();
        }
    }

    public Draft {
        slots = List.copyOf(slots);
        values = Map.copyOf(values);
    }

    /** A message whose placeholders stand in braces. */
    static Draft of(String name, String template, Map<String, String> values) {
        List<Slot> slots = new ArrayList<>();
        Matcher found = BRACES.matcher(template);
        while (found.find()) {
            slots.add(new Slot(found.group(), key(found.group(1))));
        }
        return new Draft(
                name, template, slots.stream().distinct().toList(), values, Optional.empty());
    }

    /** The name that all spellings of a placeholder share. */
    static String key(String placeholder) {
        String plain = placeholder.toLowerCase(Locale.ROOT).strip().replaceAll("[-. ]+", "_");
        return SAME.getOrDefault(plain, plain);
    }

    /** The first placeholder that nothing fills yet. */
    Optional<Slot> missing() {
        return edited.isPresent()
                ? Optional.empty()
                : slots.stream().filter(it -> !values.containsKey(it.key())).findFirst();
    }

    Draft with(String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, value);
        return new Draft(name, template, slots, more, edited);
    }

    Draft edited(String text) {
        return new Draft(name, template, slots, values, Optional.of(text));
    }

    /** As it would be sent; what nothing fills stands as it is written. */
    public String text() {
        return edited.orElseGet(this::filled);
    }

    private String filled() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int from = at;
            Optional<Slot> slot =
                    slots.stream()
                            .filter(it -> template.startsWith(it.written(), from))
                            .findFirst();
            String value = slot.map(it -> values.get(it.key())).orElse(null);
            if (value == null) {
                text.append(template.charAt(at));
                at++;
                continue;
            }
            // "P{severity}" stands in templates, and so does the P in front of the number.
            boolean twice =
                    slot.get().key().equals("severity")
                            && text.length() > 0
                            && text.charAt(text.length() - 1) == value.charAt(0);
            text.append(twice ? value.substring(1) : value);
            at += slot.get().written().length();
        }
        String whole = text.toString().strip() + "\n";
        return whole.length() <= MOST_CHARACTERS ? whole : whole.substring(0, MOST_CHARACTERS);
    }
}
