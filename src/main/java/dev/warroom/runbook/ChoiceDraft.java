package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/** Options that follow one another, while they are being read. */
final class ChoiceDraft implements ItemDraft {

    private final List<OptionDraft> options = new ArrayList<>();

    void add(OptionDraft option) {
        options.add(option);
    }

    /** Whether {@code option} goes on counting, so that it belongs to the same choice. */
    boolean takes(OptionTitle option) {
        return options.isEmpty() || option.number() > options.getLast().title().number();
    }

    Choice build(String section, SoFar soFar) {
        String id = soFar.ids().unique(section + "/choice");
        return new Choice(
                id,
                options.getFirst().line(),
                options.stream().map(option -> option.build(section, soFar)).toList());
    }
}
