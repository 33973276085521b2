package dev.warroom.story;

import java.util.List;

/**
 * A command that has ended.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it printed to standard error
 */
record Ended(int exit, String out, String err) {

    List<String> lines() {
        return out.lines().toList();
    }

    /** Everything it said, wherever. */
    String said() {
        return out + err;
    }
}
