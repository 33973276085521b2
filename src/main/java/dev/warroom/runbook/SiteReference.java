package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: <code>{{&lt; ref "restore.md" &gt;}}</code> and <code>{{&lt; relref … &gt;}}</code> of
 * Hugo, and {@code {% link docs/restore.md %}} of Jekyll, call a page in the address of a link.
 */
final class SiteReference {

    /** What stands before each in its link. */
    static final String BEGINS = "]({";

    private static final String HUGO =
            "\\{\\{[<%]\\s{0,5}+(?:rel)?ref\\s{1,5}+(?:path=)?+"
                    + "(?:\"[^\"\\n{}<>]{1,200}+\"|[^\\s\"{}<>%]{1,200}+)"
                    + "(?:\\s[^{}<>%\\n]{0,100}+)?+[>%]\\}\\}";
    private static final String JEKYLL =
            "(?:\\{\\{[^{}\\n]{1,60}+\\}\\})?+\\{%-?+\\s{1,5}+link\\s{1,5}+[^%{}\\n]{1,200}+%\\}";

    /** A link from the end of its words on; what is called is the one group. */
    static final Pattern TARGET =
            Pattern.compile(
                    "\\]\\(((?:"
                            + HUGO
                            + "|"
                            + JEKYLL
                            + ")(?:#[^\\s()<>\"]{1,100}+)?+)"
                            + "(?=\\s{0,5}+(?:\"[^\"\\n]{0,200}+\"\\s{0,5}+)?+\\))");

    private static final Pattern CALLED =
            Pattern.compile(
                    "(?:[^%]*\\{%-?\\s*link\\s+(.+?)\\s*-?%\\}"
                            + "|\\{\\{[<%]\\s*(?:rel)?ref\\s+(?:path=)?(?:\"([^\"]+)\"|(\\S+?))"
                            + "(?:\\s.*?)?[>%]\\}\\})(#.*)?");

    private SiteReference() {}

    /** The page that {@code written} calls; empty where it is no such reference. */
    static Optional<NamedPage> of(String written) {
        if (!written.startsWith("{")) {
            return Optional.empty();
        }
        Matcher called = CALLED.matcher(written);
        if (!called.matches()) {
            return Optional.empty();
        }
        String page = first(called.group(1), called.group(2), called.group(3));
        String name = page + first(called.group(4), "");
        return Optional.of(new NamedPage(List.of(name), name, name));
    }

    private static String first(String... words) {
        for (String word : words) {
            if (word != null) {
                return word;
            }
        }
        return "";
    }
}
