package dev.warroom.execution;

import java.util.Optional;

/**
 * The files of a run at a place.
 *
 * @param name of its folder there
 * @param run its id; empty where it belongs to another state folder
 * @param goes whether it runs, or is about to
 * @param bytes of its output
 */
public record KeptRun(String name, Optional<String> run, boolean goes, long bytes) {

    /** The incident or checklist that it belongs to; empty where it belongs to another folder. */
    public Optional<String> journal() {
        return run.filter(it -> it.lastIndexOf('-') > 0)
                .map(it -> it.substring(0, it.lastIndexOf('-')));
    }
}
