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
    private final List<Asking> asking = new ArrayList<>();
    private List<List<Placeholder>> found;

    /**
     * @param variables whether those that nothing sets are asked for
     */
    private record Asking(String script, boolean variables) {}

    AskedFor(Settings settings) {
        this.settings = settings;
    }

    /** What must be filled in {@code script}, which runs after those asked about before. */
    List<Placeholder> in(String script, Attributes attributes) {
        int place = asking.size();
        boolean variables = attributes.promptEnv().orElse(!settings.skipPrompts());
        asking.add(new Asking(script, variables));
        return new Later<>(() -> found().get(place));
    }

    private synchronized List<List<Placeholder>> found() {
        if (found == null) {
            List<List<Placeholder>> all = new ArrayList<>(asking.size());
            Set<String> set = new HashSet<>();
            boolean open = false;
            for (Asking one : asking) {
                String script = one.script();
                List<Placeholder> asked = new ArrayList<>(Placeholders.in(script, settings));
                LeftOut.add(asked, script, settings);
                asked.addAll(ExampleWords.in(script, settings));
                if (mayUse(script)) {
                    Variables variables = Variables.in(script);
                    set.addAll(variables.set());
                    open |= variables.open();
                    if (!open && one.variables()) {
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
