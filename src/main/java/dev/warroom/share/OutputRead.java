package dev.warroom.share;

import java.util.List;

/**
 * What another room has said on being asked for an output.
 *
 * @param lines sanitised, in their order
 * @param before how many lines of it come before these
 * @param trouble why there are none, for people; empty where all went well
 */
public record OutputRead(String run, List<String> lines, long before, String trouble) {

    public OutputRead {
        lines = List.copyOf(lines);
    }
}
