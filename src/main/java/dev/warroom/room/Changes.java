package dev.warroom.room;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;

import dev.warroom.incident.ScriptHash;
import dev.warroom.runbook.Runbook;
import dev.warroom.text.Counted;

import java.util.List;

/**
 * What has changed between two readings of a runbook, as its lines show it.
 *
 * @param added lines that are new
 * @param gone lines that are there no more
 * @param lines the changes with what stands around them, marked by plus and minus
 * @param hash tells what it says now from all else
 */
record Changes(long added, long gone, List<Notice> lines, String hash) {

    /** Longer runbooks are not compared line by line; bounds the time. */
    private static final int LONGEST = 5_000;

    private static final int AROUND = 2;

    static Changes between(Runbook before, Runbook after) {
        List<String> old = RunbookLines.of(before);
        List<String> now = RunbookLines.of(after);
        if (old.equals(now)) {
            return new Changes(0, 0, List.of(), "");
        }
        if (old.size() > LONGEST || now.size() > LONGEST) {
            String why = "It has more than " + LONGEST + " lines, too many to be compared here.";
            return new Changes(now.size(), old.size(), List.of(Notice.plain(why)), hash(now));
        }
        Patch<String> patch = DiffUtils.diff(old, now);
        long added = 0;
        long gone = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            added += delta.getTarget().size();
            gone += delta.getSource().size();
        }
        List<String> shown = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, AROUND);
        return new Changes(
                added, gone, shown.stream().skip(2).map(Changes::line).toList(), hash(now));
    }

    private static String hash(List<String> lines) {
        return ScriptHash.brief(ScriptHash.of(String.join("\n", lines), ""));
    }

    boolean none() {
        return lines.isEmpty();
    }

    String words() {
        return Counted.of(added, "line") + " new, " + gone + " gone";
    }

    Question.Reading reading(String file) {
        return new Question.Reading("Changed: " + file + " · " + words(), lines, 0);
    }

    private static Notice line(String line) {
        return switch (line.charAt(0)) {
            case '+' -> Notice.good("+ " + line.substring(1));
            case '-' -> Notice.bad("- " + line.substring(1));
            case '@' -> Notice.plain("⋮");
            default -> Notice.plain("  " + line.substring(1));
        };
    }
}
