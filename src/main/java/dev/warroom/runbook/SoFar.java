package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a file has said up to the step that is being made. */
final class SoFar {

    private final Ids ids = new Ids();
    private final Settings settings;
    private final Set<String> set = new HashSet<>();
    private final Links links;
    private boolean open;

    SoFar(Settings settings, Links links) {
        this.links = links;
        this.settings = settings;
    }

    Ids ids() {
        return ids;
    }

    /** Links, some of them given to steps already. */
    Links links() {
        return links;
    }

    /** What must be filled in {@code script}, which then counts as run. */
    List<Placeholder> placeholders(String script) {
        List<Placeholder> found = new ArrayList<>(Placeholders.in(script, settings));
        found.addAll(ExampleWords.in(script, settings));
        if (script.indexOf('$') >= 0 || script.indexOf('=') >= 0 || script.contains("read")) {
            Variables variables = Variables.in(script);
            set.addAll(variables.set());
            open |= variables.open();
            if (!open && !settings.skipPrompts()) {
                found.addAll(variables.unset(set, settings));
            }
        }
        return found;
    }
}
