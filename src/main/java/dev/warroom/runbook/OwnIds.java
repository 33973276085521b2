package dev.warroom.runbook;

import java.util.HashSet;
import java.util.Set;

/** Ids of what stands in a runbook and has no heading of its own: expectations, links, words. */
public final class OwnIds {

    private static final int LONGEST = 300;

    private final Set<String> ids = new HashSet<>();

    /** The same for the same words in the same order, and never the same twice. */
    public String unique(String id) {
        String cut = id.length() > LONGEST ? id.substring(0, LONGEST) : id;
        String name = cut;
        for (int n = 2; !ids.add(name); n++) {
            name = cut + " " + n;
        }
        return name;
    }

    /**
     * Of an expectation.
     *
     * @param of the id of the section or the step that it is expected of
     */
    public String expectation(String of, String words) {
        return unique(of + "?" + words);
    }
}
