package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/** Rule: messages to be sent and people to be called are no commands, whatever their label. */
final class Templates {

    private static final Pattern HEADING =
            Pattern.compile(".*\\btemplates?", Pattern.CASE_INSENSITIVE);

    /** "Step 6: Create a launch template": something is done with one that is no message. */
    private static final Pattern DONE =
            Pattern.compile(
                    "(?i)^[^\\p{L}]*(?:step )?[^\\p{L}]*(?:create|deploy|update|apply|configure"
                        + "|launch|build|delete|install|import|export|validate|render|generate"
                        + "|start|begin|use|using|seed|clone|fork|compile|test|lint|download|upload|publish|convert|edit)\\b|\\bfrom"
                        + " (?:a|the) [^.]*\\btemplate|\\b(?:with|using) (?:an? |the )?(?!this"
                        + " |following |message |mail |e-mail )[\\w.-]+ templates?$");

    private static final Pattern CONTACT =
            Pattern.compile(
                    "[\\p{L}](?! -\\w)(?:(?! -\\w)[^:=/\"#]){0,40}:\\s+\\S.*",
                    Pattern.UNICODE_CASE);
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S|\\+?\\d[\\d ()-]{5}");

    /** Which of the blocks below a heading are messages. */
    enum Claim {
        /** None. */
        NONE,
        /** All but a shell's, as a heading further up speaks of templates: of files, perhaps. */
        ABOVE,
        /** All but a shell's of which words say that it is to be run. */
        OWN;

        boolean takes(Block.Code code, CodeReader codes) {
            return switch (this) {
                case NONE -> false;
                case ABOVE -> isNamedBy(code.before()) || !isPlainlyShell(code, codes);
                case OWN ->
                        !(Label.isShell(code.label())
                                && code.introduction() == Introduction.RUNS
                                && codes.runs(code));
            };
        }

        private static boolean isPlainlyShell(Block.Code code, CodeReader codes) {
            return RunRule.surelyRuns(code)
                    || Label.isShell(code.label())
                            && Prompts.startsWithPrompt(code.lines())
                            && codes.runs(code);
        }
    }

    private Templates() {}

    /**
     * What the headings of {@code part} say of the blocks in it.
     *
     * @param section the title that stands closest above them, within the part
     */
    static Claim claim(Part part, String section) {
        if (isNamedBy(section) || isNamedBy(part.title())) {
            return Claim.OWN;
        }
        return part.template() ? Claim.ABOVE : Claim.NONE;
    }

    /** Whether what stands under this title is a message to be filled and sent. */
    static boolean isNamedBy(String title) {
        return (title.contains("emplate") || title.contains("EMPLATE"))
                && HEADING.matcher(Caption.withoutColon(title)).matches()
                && !DONE.matcher(title).find();
    }

    /** Whether messages may stand directly below the heading of {@code part}. */
    static boolean mayStandIn(Part part) {
        return part.template() || mayNameOne(part.blocks());
    }

    private static boolean mayNameOne(List<Block> blocks) {
        for (Block block : blocks) {
            boolean may =
                    block instanceof Block.Paragraph it && mayNameOne(it.raw())
                            || block instanceof Block.Quote quote && mayNameOne(quote.blocks());
            if (may) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayNameOne(String raw) {
        return (raw.startsWith("**") || raw.startsWith("__"))
                && (raw.contains("emplate") || raw.contains("EMPLATE"));
    }

    /** Whether every line says whom to reach and how. */
    static boolean areContacts(List<String> lines) {
        if (lines.isEmpty() || lines.getFirst().indexOf(':') < 0) {
            return false;
        }
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        return !words.isEmpty()
                && words.stream().allMatch(line -> CONTACT.matcher(line.strip()).matches())
                && words.stream().anyMatch(line -> ADDRESS.matcher(line).find());
    }
}
