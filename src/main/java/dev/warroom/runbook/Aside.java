package dev.warroom.runbook;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a script holds words that the shell does not read: comments, and here-documents. */
final class Aside {

    private static final Pattern HERE =
            Pattern.compile("<<[-~]?\\s?[\"'\\\\]?([A-Za-z_]\\w{0,40})[^\\n]*\\n");

    private Aside() {}

    /** The indices of {@code script} that stand behind a comment's mark or in a here-document. */
    static BitSet in(String script) {
        BitSet aside = new BitSet(script.length());
        int at = 0;
        if (script.contains("<<")) {
            Matcher here = HERE.matcher(script);
            while (here.find(at)) {
                int end = script.indexOf("\n" + here.group(1), here.end() - 1);
                at = end < 0 ? script.length() : end;
                aside.set(here.end(), Math.max(here.end(), at));
            }
        }
        for (int mark = script.indexOf(" #"); mark >= 0; mark = script.indexOf(" #", mark + 1)) {
            if (!aside.get(mark) && isComment(script, mark + 2)) {
                int end = script.indexOf('\n', mark);
                aside.set(mark, end < 0 ? script.length() : end);
            }
        }
        return aside;
    }

    /** The indices of {@code script} that stand behind a comment's mark. */
    static BitSet remarks(String script) {
        BitSet remarks = new BitSet();
        for (int mark = script.indexOf(" #"); mark >= 0; mark = script.indexOf(" #", mark + 1)) {
            boolean blank = mark + 2 >= script.length() || script.charAt(mark + 2) == ' ';
            if (blank && !ExampleWords.isQuoted(script, mark)) {
                int end = script.indexOf('\n', mark);
                end = end < 0 ? script.length() : end;
                remarks.set(mark, end);
                mark = end - 1;
            }
        }
        return remarks;
    }

    /** Whether a comment's mark stands before {@code at} in its line, outside of quotes. */
    static boolean isComment(String script, int at) {
        int line = script.lastIndexOf('\n', at - 1) + 1;
        int mark = script.indexOf(" #", line);
        while (mark >= 0 && mark < at) {
            boolean blank = mark + 2 >= script.length() || script.charAt(mark + 2) == ' ';
            if (blank && !ExampleWords.isQuoted(script, mark)) {
                return true;
            }
            mark = script.indexOf(" #", mark + 1);
        }
        return false;
    }
}
