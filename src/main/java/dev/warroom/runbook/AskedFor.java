package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the steps of a file ask for, found for all of them when one is looked at: a variable counts
 * as set from the step on that sets it.
 */
final class AskedFor {

    private final Settings settings;
    private final List<String> scripts = new ArrayList<>();
    private List<List<Placeholder>> found;

    AskedFor(Settings settings) {
        this.settings = settings;
    }

    /** What must be filled in {@code script}, which runs after those asked about before. */
    List<Placeholder> in(String script) {
        int place = scripts.size();
        scripts.add(script);
        return new Later<>(() -> found().get(place));
    }

    private synchronized List<List<Placeholder>> found() {
        if (found == null) {
            List<List<Placeholder>> all = new ArrayList<>(scripts.size());
            Set<String> set = new HashSet<>();
            boolean open = false;
            for (String script : scripts) {
                List<Placeholder> asked = new ArrayList<>(Placeholders.in(script, settings));
                asked.addAll(ExampleWords.in(script, settings));
                if (mayUse(script)) {
                    Variables variables = Variables.in(script);
                    set.addAll(variables.set());
                    open |= variables.open();
                    if (!open && !settings.skipPrompts()) {
                        asked.addAll(variables.unset(set, settings));
                    }
                }
                all.add(asked);
            }
            found = all;
        }
        return found;
    }

    private static boolean mayUse(String script) {
        return script.indexOf('$') >= 0 || script.indexOf('=') >= 0 || script.contains("read");
    }
}
