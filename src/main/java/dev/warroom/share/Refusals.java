package dev.warroom.share;

import java.util.ArrayList;
import java.util.List;

/** Says which messages of the stream do not count: each once, and of many at once the first. */
final class Refusals {

    private static final int MOST = 3;

    private final String incident;
    private final List<String> words = new ArrayList<>();
    private long others;
    private long told;

    Refusals(String incident) {
        this.incident = incident;
    }

    /**
     * @param place of the message in the stream
     */
    void add(long place, String why) {
        if (place < told || place == told && words.isEmpty()) {
            // The stream is read again.
            return;
        }
        told = place;
        if (words.size() == MOST) {
            others++;
            return;
        }
        words.add(
                "Refused: message "
                        + place
                        + " of the room's stream does not count for "
                        + incident
                        + ": "
                        + why);
    }

    void tell(Sharing.Listener listener) {
        if (others > 0) {
            String last = words.removeLast();
            words.add(last + " (and " + others + " behind it, up to message " + told + ")");
        }
        words.forEach(listener::refused);
        words.clear();
        others = 0;
    }
}
