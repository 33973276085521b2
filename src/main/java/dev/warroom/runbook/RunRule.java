package dev.warroom.runbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rule: which code blocks run, and which are only shown. The label says so where there is one, and
 * the content where there is none or where it plainly says otherwise.
 */
final class RunRule {

    /** What stands under such a label is seldom typed, and then by a name that is known. */
    private static final Set<String> TEXTS = Set.of("text", "txt", "plain", "plaintext");

    private RunRule() {}

    /**
     * @param units of the block, as if it were shell
     * @param vocabulary commands that are known in the file
     */
    static boolean runs(Block.Code code, List<ShellUnit> units, Vocabulary vocabulary) {
        if (isSomethingElse(code)
                || Synopsis.isExplained(code, vocabulary)
                || NotTyped.areLeftOut(units)) {
            return false;
        }
        Evidence evidence = Evidence.of(units, isSession(code), vocabulary);
        return switch (Label.of(code.label())) {
            case SHELL, SESSION ->
                    evidence.allows()
                            && !(evidence.isDoubtful()
                                    && code.introduction() == Introduction.PRINTS)
                            && !(evidence.commands() == 0
                                    && (SettingLines.are(code)
                                            || code.introduction() == Introduction.NAMES_FILE))
                            && !SettingLines.areUnused(code, vocabulary)
                            && !SettingLines.areUnusedIfAny(code, vocabulary)
                            && !SettingLines.areSwitched(units)
                            && !isNoneThoughLabelled(code)
                            && (evidence.prompted() || !isCutShort(units))
                            && !PlacedInFile.standInFile(code.lines(), units);
            case NONE ->
                    evidence.suggests(code.introduction())
                            && (evidence.prompted()
                                    || !isCutShort(units)
                                            && !isForFile(code, units)
                                            && !isPrinted(code, units)
                                            && !SettingLines.areUnusedIfAny(code, vocabulary)
                                            && !SettingLines.areUnused(code, vocabulary));
            case DATA -> evidence.demands() && !areGiven(code.lines());
            case TOOL -> evidence.demands() && calls(code.label(), units);
            case OTHER -> evidence.demands();
        };
    }

    /** Whether a block that is labelled as shell reads as something else by all its lines. */
    private static boolean isNoneThoughLabelled(Block.Code code) {
        return NotTyped.areNames(code)
                || NotTyped.hasBody(code.lines())
                || SettingLines.areExplained(code)
                || PlacedInFile.is(code)
                || PlacedInFile.isAdded(code);
    }

    /** Whether a block of which nothing is said, and without a prompt, stands in a file. */
    private static boolean isForFile(Block.Code code, List<ShellUnit> units) {
        return code.introduction() == Introduction.NAMES_FILE
                || PlacedInFile.is(code)
                || NotTyped.is(code, units)
                || PlacedInFile.standInFile(code.lines(), units)
                || SettingLines.areNamedSo(code);
    }

    /**
     * Whether a block of which nothing is said, and without a prompt, is what a command printed.
     */
    private static boolean isPrinted(Block.Code code, List<ShellUnit> units) {
        boolean text = TEXTS.contains(code.label());
        boolean mayBe =
                code.behindShell() && code.label().isEmpty()
                        || code.introduction() == Introduction.PRINTS
                                && !(code.before().endsWith(".") && hasOption(units))
                        || text && !hasOption(units);
        return mayBe && !isKnown(units)
                || text && code.introduction() != Introduction.RUNS && areNames(units);
    }

    /** Whether what every command is given is left out: {@code harbour moor ...}. */
    private static boolean isCutShort(List<ShellUnit> units) {
        List<ShellUnit> commands =
                units.stream().filter(it -> it.kind() == ShellUnit.Kind.COMMAND).toList();
        return !commands.isEmpty()
                && commands.stream().allMatch(it -> it.first().strip().endsWith(" ..."));
    }

    /** Whether a tool is called, alone or with others: {@code sudo sed}, {@code … | jq}. */
    private static boolean calls(String tool, List<ShellUnit> units) {
        return units.stream()
                .flatMap(it -> it.lines().stream())
                .flatMap(line -> Stream.of(line.split("[|;&(]")))
                .map(String::strip)
                .map(it -> it.startsWith("sudo ") ? it.substring(5) : it)
                .anyMatch(it -> it.startsWith(tool + " "));
    }

    /** Whether every line gives a value to a name, whatever the value reads as. */
    private static boolean areGiven(List<String> lines) {
        return lines.stream().anyMatch(SettingLines::mayBe)
                && lines.stream()
                        .allMatch(
                                line ->
                                        line.isBlank()
                                                || Comment.is(line)
                                                || SettingLines.mayBe(line));
    }

    /** Whether nothing is given to any command: words that may be the names of something. */
    private static boolean areNames(List<ShellUnit> units) {
        return units.stream()
                .filter(it -> it.kind() == ShellUnit.Kind.COMMAND)
                .allMatch(it -> it.first().strip().indexOf(' ') < 0);
    }

    /** Whether the block as a whole is no shell, whatever its label and its lines. */
    private static boolean isSomethingElse(Block.Code code) {
        return isBlank(code.lines())
                || NotShell.isForAnother(code.lines())
                || code.label().equals("fish") && NotShell.isForFish(code.lines())
                || code.label().equals("zsh") && NotShell.isForZsh(code.lines())
                || Templates.areContacts(code.lines())
                || Synopsis.isAllOf(code)
                || Synopsis.isOverview(code.lines())
                || BarePaths.arePlaces(code)
                || BarePaths.areListed(code)
                || NotTyped.isMenu(code.lines())
                || Logged.areLogged(code.lines());
    }

    /**
     * Whether a block runs whatever its later lines are: it is labelled as shell, nothing says that
     * it was printed, and its first command is known. So it need not be cut to be sure of it.
     */
    static boolean surelyRuns(Block.Code code) {
        if (Label.of(code.label()) != Label.SHELL
                || code.info().length() != code.label().length()) {
            return false;
        }
        List<String> lines = code.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Comment.is(line)) {
                if (RootPrompt.is(line) || Prompt.begins(line)) {
                    return false;
                }
            } else if (!line.isBlank()) {
                return !SettingLines.isCondition(line)
                        && !line.stripTrailing().endsWith("]")
                        && isPlainCommand(line, i + 1 < lines.size() ? lines.get(i + 1) : "")
                        && !isSomethingElse(code)
                        && !isNoneThoughLabelled(code)
                        && !NotTyped.mayLeaveOut(lines)
                        && !(Introduction.mayPrint(code.before())
                                && code.introduction() == Introduction.PRINTS);
            }
        }
        return false;
    }

    /** Whether no prompt and no underline makes something else of a command that is known. */
    private static boolean isPlainCommand(String line, String below) {
        return !below.contains("---")
                && !Prompt.begins(line)
                && !Statement.begins(line)
                && !SettingLines.mayBe(line)
                && !line.strip().endsWith(" ...")
                && LineLooks.of(line) == LineLooks.COMMAND;
    }

    private static boolean isBlank(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a block of this label may run at all, so that cutting it is worth its time. */
    static boolean mayRun(Block.Code code) {
        return Label.of(code.label()) != Label.OTHER || UnderLanguage.isTyped(code);
    }

    /** Whether a label says shell, and nothing explains why it should not run. */
    static boolean misleads(Block.Code code) {
        return Label.isShell(code.label())
                && !NotShell.isForAnother(code.lines())
                && !Templates.areContacts(code.lines());
    }

    /** Whether no other interpreter is named. */
    static boolean isForShell(Attributes attributes) {
        return attributes
                .interpreter()
                .map(it -> it.replaceFirst("\\s.*", "").replaceFirst(".*/", ""))
                .map(it -> it.matches("(?:ba|z|k|da|a)?sh"))
                .orElse(true);
    }

    /** Whether the first command of a block is known anywhere; what a command prints seldom is. */
    private static boolean isKnown(List<ShellUnit> units) {
        return units.stream()
                .filter(RunRule::isCalled)
                .findFirst()
                .map(it -> Commands.begin(it.first()))
                .orElse(false);
    }

    /** Whether the first command of a block is given an option. */
    private static boolean hasOption(List<ShellUnit> units) {
        return units.stream()
                .filter(RunRule::isCalled)
                .findFirst()
                .map(it -> it.first().contains(" -"))
                .orElse(false);
    }

    /** Whether more is done in it than to keep a value. */
    private static boolean isCalled(ShellUnit unit) {
        return unit.kind() == ShellUnit.Kind.COMMAND && !SettingLines.mayBe(unit.first());
    }

    /** Asked only where it counts. */
    private static boolean isSession(Block.Code code) {
        return Label.of(code.label()) == Label.NONE && Prompts.isSession(code);
    }
}
