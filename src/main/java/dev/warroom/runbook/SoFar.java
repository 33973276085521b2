package dev.warroom.runbook;

import java.util.List;

/** What a file has said up to the step that is being made. */
final class SoFar {

    private final Ids ids = new Ids();
    private final Links links;
    private final AskedFor asked;

    SoFar(Settings settings, Links links) {
        this.links = links;
        this.asked = new AskedFor(settings);
    }

    Ids ids() {
        return ids;
    }

    /** Links, some of them given to steps already. */
    Links links() {
        return links;
    }

    /** What must be filled in {@code script}, which then counts as run. */
    List<Placeholder> placeholders(String script, Attributes attributes) {
        return asked.in(script, attributes);
    }
}
