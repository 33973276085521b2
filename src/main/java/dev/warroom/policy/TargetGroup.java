package dev.warroom.policy;

import java.util.List;

/**
 * Targets that a step runs on together.
 *
 * @param name as people and runbooks know it
 * @param members names of targets, or hosts as ssh knows them, at least one, in the order in which
 *     they are begun
 * @param atOnce how many run at a time, at least 1
 * @param stopsAtFailure whether no other is begun once one has failed
 * @param tags that all its members have beside their own
 */
public record TargetGroup(
        String name, List<String> members, int atOnce, boolean stopsAtFailure, List<String> tags) {

    /** How many run at a time where nothing else is said. */
    public static final int USUAL_AT_ONCE = 20;

    public TargetGroup {
        members = List.copyOf(members);
        tags = List.copyOf(tags);
    }
}
