package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/** Rule: paths and names of files that stand alone are looked at, and not typed. */
final class BarePaths {

    private static final Pattern FILE =
            Pattern.compile(
                    "[\\w./*-]+\\.(?:md|ya?ml|json|conf|cfg|ini|txt|log|xml|html|tf|tfvars|toml"
                            + "|properties|sql|gz|zip|csv|pem|crt|key|go|js|ts|java|rb|css|lock"
                            + "|rst|env|service)");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?is).*\\b(?:locations?|paths?|director(?:y|ies)|folders?|files?)\\W{0,3}");

    /** "To change the words, edit": what follows is changed. */
    private static final Pattern EDITED =
            Pattern.compile("(?is).*\\b(?:edit|modify|customi[sz]e|adjust)\\W{0,3}");

    /** "The logs are available at": what follows is looked at, unless it is told to run. */
    private static final Pattern IS_AT =
            Pattern.compile("(?is).*\\b(?:at|in|inside|under|into)\\W{0,3}");

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?i)\\b(?:run|execut|(?:re)?start|stop|call|invok|launch|type\\b|log"
                        + " in|us(?:e|ing)|check|try|install|command|program|script|tool|binar)");

    /** The end of a path that names data, whatever the words say. */
    private static final Pattern DATA =
            Pattern.compile(
                    ".*\\.(?:csv|tsv|log|txt|json|ya?ml|xml|conf|cfg|ini|env|pem|crt|md|html|key"
                            + "|toml|properties|service|timer|rules|list|plist|pid|sock|sqlite3?"
                            + "|db|sql|dump|bak|gz|tgz|bz2|xz|zip|tar|pdf|png|svg|jpe?g)");

    /** A service's script, which does nothing without a word. */
    private static final Pattern SERVICE = Pattern.compile("/etc/(?:rc\\.d/)?init\\.d/[\\w.-]+");

    /** A path, one of whose names has a blank: {@code /Library/Harbour Office/berths}. */
    private static final Pattern SPACED =
            Pattern.compile("[/~](?:[^\\s/]*/|[A-Z][\\w-]*(?: [A-Z][\\w-]*)+/)+[^\\s/]*");

    /** The same whose last name has one: {@code /srv/<keeper>/Tide Tables}. */
    private static final Pattern SPACED_AT_END =
            Pattern.compile(
                    "/(?:[^\\s/]*/|[A-Z][\\w-]*(?: [A-Z][\\w-]*)+/)+[A-Z][\\w-]*(?:"
                            + " [A-Z][\\w-]*)+");

    private static final Pattern ENTRY = Pattern.compile("[\\w.*<>-]+");

    private static final Pattern OF_FILES =
            Pattern.compile("(?i)\\b(?:files?|director(?:y|ies)|folders?|structure|layout)\\b");

    private BarePaths() {}

    /**
     * Whether each line is a path and nothing else but remarks in a column, not all of them a
     * program's, and they are more than one, or announced as places: nobody types folders, whatever
     * the label.
     */
    static boolean arePlaces(Block.Code code) {
        int paths = 0;
        int programs = 0;
        int data = 0;
        for (String line : code.lines()) {
            int comment = line.indexOf(" #");
            String all = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (all.startsWith("#") && Comment.is(line)) {
                continue;
            }
            int remark = all.startsWith("/") ? all.indexOf("  ") : -1;
            String text = remark < 0 ? all : all.substring(0, remark);
            if (text.isEmpty()) {
                continue;
            }
            if (text.indexOf('/') < 0
                    || text.indexOf(' ') >= 0 && !isSpaced(text) && !isSpacedAtEnd(text)
                    || text.indexOf('=') >= 0
                    || text.indexOf(':') >= 0) {
                return false;
            }
            paths++;
            boolean service = text.startsWith("/etc/") && SERVICE.matcher(text).matches();
            programs +=
                    remark < 0 && (isProgram(text) || service && TOLD.matcher(code.before()).find())
                            ? 1
                            : 0;
            data +=
                    isSpaced(text) && text.indexOf(' ') >= 0
                                    || service
                                    || DATA.matcher(text).matches()
                            ? 1
                            : 0;
        }
        return programs < paths
                && (paths > 1 || data > 0 || paths > 0 && isPlace(code.before().strip()));
    }

    /**
     * Whether the words before a block speak of files, and each line is the name of one and a
     * remark, none of which is a command that is known: what a folder holds.
     */
    static boolean areListed(Block.Code code) {
        int names = 0;
        for (String line : code.lines()) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            int remark = text.indexOf(" #");
            String name = remark < 0 ? "" : text.substring(0, remark).strip();
            if (!ENTRY.matcher(name).matches() || Commands.isKnown(name) || isProgram(name)) {
                return false;
            }
            names++;
        }
        String words = code.before();
        return names > 1 && OF_FILES.matcher(words).find() && !TOLD.matcher(words).find();
    }

    private static boolean isPlace(String words) {
        String last = words.substring(words.lastIndexOf(". ") + 1);
        return PLACE.matcher(last).matches()
                || EDITED.matcher(last).matches()
                || IS_AT.matcher(last).matches() && !TOLD.matcher(last).find();
    }

    /** A program's path ends with a blank that nothing marks, and what it is given follows. */
    private static boolean isSpaced(String path) {
        return !path.contains("bin/") && SPACED.matcher(path).matches();
    }

    /** Such a name is one only where others stand beside it: a program may be given words. */
    private static boolean isSpacedAtEnd(String path) {
        return !path.contains("bin/") && SPACED_AT_END.matcher(path).matches();
    }

    /** Whether a path ends like data. */
    static boolean isData(String path) {
        return path.indexOf('/') >= 0 && DATA.matcher(path).matches();
    }

    private static boolean isProgram(String path) {
        return path.startsWith("./") || path.endsWith(".sh") || path.contains("bin/");
    }

    /**
     * Whether there is one word in each line, more than one, and one of them is the name of a file.
     */
    static boolean areFiles(List<String> lines) {
        int files = 0;
        int words = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.indexOf(' ') >= 0 || text.length() > LineLooks.LONGEST) {
                return false;
            }
            words += text.isEmpty() ? 0 : 1;
            files += FILE.matcher(text).matches() ? 1 : 0;
        }
        return words > 1 && files > 0;
    }
}
