package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: what stands in a file, and says so, is not typed. */
final class PlacedInFile {

    /** A comment that says in which file the lines below it stand. */
    private static final Pattern STANDS_IN =
            Pattern.compile(
                    "#+\\s*(?:(?:the"
                        + " )?(?:config(?:uration)?|contents?|entry|entries|settings?|lines?|file)"
                        + "?\\s*(?:in|of|inside|from|for|file|:)?:?\\s+)?`?[~/][\\w.@/-]*/[\\w.@-]+`?:?",
                    Pattern.CASE_INSENSITIVE);

    /** A comment of few words, one of which is the name of a configuration. */
    private static final Pattern NAMES_FILE =
            Pattern.compile(
                    "#+\\s*(?:\\S+\\s+){0,3}`?[\\w./-]*\\w\\.(?:conf|cfg|ini|toml|properties|env)`?"
                            + "(?:[:,]?\\s+\\S+){0,3}:?");

    private static final Pattern MAKES_FILE =
            Pattern.compile(
                    "(?i)\\b(?:create|make|add|save|write|put)\\b[^.]*\\b(?:file|script)\\b"
                            + "|\\b(?:file|script)\\b[^.]*\\b(?:called|named|with the content)");

    /** A script by its file, or in words of several languages. */
    private static final Pattern NAMES_SCRIPT =
            Pattern.compile(
                    "^`?[\\w./-]+\\.(?:sh|bash)`?:?$|`[~/][\\w./-]+\\.(?:sh|bash)`"
                            + "|(?iu)\\b(?:scripts?|skripte?|скрипт\\p{L}*)\\b|脚本|腳本|スクリプト");

    /** A command that puts something into a file, or opens one. */
    private static final Pattern CHANGES_FILE =
            Pattern.compile(
                    ">>|\\b(?:tee|sed|vim?|nvim|nano|pico|emacs|gedit|code|notepad)\\s|\\$EDITOR\\b");

    /** What a script tells those who run it: the queue of a cluster, the start of the machine. */
    private static final Pattern DIRECTIVE =
            Pattern.compile(
                    "#(?:SBATCH|PBS|BSUB|COBALT|OAR) -.*|#\\$ -\\w.*|#+ BEGIN INIT INFO"
                            + "|# (?:chkconfig|processname|pidfile): .*");

    private static final Hints DIRECTS =
            Hints.of("#SB", "#PB", "#BS", "#CO", "#OA", "#$ -", "# c", "# p", "# B", "##");

    /** Lines of its head in which a script says what it is. */
    private static final int HEAD = 16;

    /** A comment that is nothing but a script's name: {@code # keep_tides.sh}. */
    private static final Pattern SCRIPT = Pattern.compile("#+ `?[\\w./-]+\\.(?:sh|bash)`?");

    private static final Hints NAMES_START = Hints.of(".bash", ".z", ".profile");

    /** A comment that names what a shell reads when it starts. */
    private static final Pattern STARTS_SHELL =
            Pattern.compile(
                    "#.*(?<![\\w.])\\.(?:bashrc|bash_profile|bash_aliases|zshrc|zprofile|profile)\\b.*");

    /** What is of use only where a shell keeps it. */
    private static final Pattern KEPT =
            Pattern.compile(
                    "\\s*(?:(?:alias|export|unset|function|eval|shopt|setopt|bindkey|complete|umask"
                            + "|autoload)\\s.*|\\w+\\+?=.*|[\\w-]+\\s?\\(\\).*)");

    private static final String OF_FILE =
            "(?<file>(?:(?:new|small|simple|short|shell|bash|sh|executable|startup|init|hook|helper)"
                + "[\\s-]){0,3}(?:file|script)\\s)?(?:(?:called|named|at|in)\\s)?";

    /** "Create `/etc/rc.d/gate`:", "Save this as `gate.sh`:". */
    private static final Pattern MADE =
            Pattern.compile(
                    "(?i)\\b(?:(?:create|make|write)\\s(?:(?:a|an|the)\\s)?"
                            + "|(?:save|store|put|write)\\s(?:this|it|that|these|the\\s(?:following"
                            + "|below|script|code|file|text|lines?|contents?))(?:\\s[a-z]+){0,3}?"
                            + "\\s(?:as|to|in|into|under|at)\\s(?:(?:a|the)\\s)?)"
                            + OF_FILE
                            + "`(?<name>[^`\\s]+)`(?:\\s(?:file|script))?"
                            + "(?:,?\\s(?:with|containing)(?:\\s[a-z]+){0,5})?\\s?:[*_]{0,3}$");

    private static final Hints MAKES =
            Hints.inAnyCase("create ", "make ", "write ", "save ", "store ", "put ");

    /** A file that a shell reads, by its end, or without one in a folder. */
    private static final Pattern READ_BY_SHELL =
            Pattern.compile(
                    "(?!/dev/).*(?:\\.(?:sh|bash|zsh|ksh)|/[\\w-]+|(?:^|/)\\.\\w*(?:rc|profile|aliases))");

    /** Characters of the words before a block that are looked at: the last ones. */
    private static final int MOST_WORDS = 300;

    private static final Hints NAMES_START_IN_WORDS =
            Hints.of(".bash", ".z", ".profile", "/etc/profile", "/etc/environment", "/etc/z");

    /** A name, outside of brackets, of what a shell reads when it starts. */
    private static final Pattern READ_AT_START =
            Pattern.compile(
                    "(?<![\\w.])(?:\\.(?:bashrc|bash_profile|bash_login|bash_aliases|zshrc|zshenv|zprofile"
                        + "|profile)|/etc/(?:profile|environment|bash\\.bashrc|zsh/zshrc|zshrc))"
                        + "(?![\\w.])(?![^(]*\\))");

    /** It is for the shell at hand, or such a file is only spoken of. */
    private static final Pattern AT_HAND =
            Pattern.compile(
                    "(?i)\\b(?:sessions?|for\\snow|temporar(?:y|ily)|once|current|run|type|execute|enter|source"
                        + "|reload|anew|not|unless|without|instead|or\\s(?:add|put|set|keep|make))\\b");

    /** Values and shorter names, which do nothing that lasts. */
    private static final Pattern ONLY_KEPT =
            Pattern.compile(
                    "(?:export|alias|unset|declare|typeset|setenv)\\s.*|[A-Za-z_]\\w*\\+?=.*");

    private static final Pattern READS_IT = Pattern.compile("\\s*(?:source|\\.|exec)\\s.*");

    private PlacedInFile() {}

    /**
     * Whether the head of a block, or the words before it, say that it is a file's, or a script.
     */
    static boolean is(Block.Code code) {
        return isScript(code)
                || isPlacedScript(code.lines())
                || isOfStart(code.lines())
                || isMade(code)
                || isKeptAtStart(code);
    }

    /**
     * Whether the words ask for a file that a shell reads, and the lines are no commands that make
     * it, which would name it.
     */
    private static boolean isMade(Block.Code code) {
        String words = code.before().strip();
        if (words.indexOf('`') < 0
                || words.indexOf(':', words.length() - 4) < 0
                || !MAKES.standIn(words)) {
            return false;
        }
        Matcher made = MADE.matcher(lastOf(words).replace('\n', ' '));
        if (!made.find() || !isReadByShell(made.group("name"), made.group("file") != null)) {
            return false;
        }
        String name = made.group("name").substring(made.group("name").lastIndexOf('/') + 1);
        return !code.lines().isEmpty() && code.lines().getFirst().startsWith("#!")
                || !Prompts.startsWithPrompt(code.lines())
                        && code.lines().stream()
                                .noneMatch(
                                        line ->
                                                line.contains(name)
                                                        || CHANGES_FILE.matcher(line).find());
    }

    /** A name without a place may be one of anything, unless it is called a file. */
    private static boolean isReadByShell(String name, boolean calledFile) {
        return READ_BY_SHELL.matcher(name).matches()
                && (calledFile || "/~.".indexOf(name.charAt(0)) >= 0 || name.indexOf('.') > 0);
    }

    private static String lastOf(String words) {
        return words.substring(Math.max(0, words.length() - MOST_WORDS));
    }

    /**
     * Whether nothing stands in the block but values and shorter names, and the last sentence
     * before it names what a shell reads when it starts, and not the shell at hand.
     */
    private static boolean isKeptAtStart(Block.Code code) {
        String words = code.before().strip();
        if (!NAMES_START_IN_WORDS.standIn(words)) {
            return false;
        }
        String last = Introduction.lastSentence(words);
        return READ_AT_START.matcher(last).find()
                && !AT_HAND.matcher(last).find()
                && code.lines().stream()
                        .map(String::strip)
                        .allMatch(
                                line ->
                                        line.isEmpty()
                                                || line.startsWith("#")
                                                || ONLY_KEPT.matcher(line).matches()
                                                        && !CHANGES_FILE.matcher(line).find());
    }

    /**
     * Whether the first line is a comment that names what a shell reads when it starts, something
     * below it is of use only there, and nothing writes to a file, or reads one.
     */
    private static boolean isOfStart(List<String> lines) {
        return !lines.isEmpty()
                && lines.getFirst().startsWith("#")
                && NAMES_START.standIn(lines.getFirst())
                && STARTS_SHELL.matcher(lines.getFirst()).matches()
                && lines.stream().anyMatch(line -> KEPT.matcher(line).matches())
                && lines.stream()
                        .noneMatch(
                                line ->
                                        CHANGES_FILE.matcher(line).find()
                                                || READS_IT.matcher(line).matches());
    }

    /**
     * Whether the first line is a comment that says in which file the lines below it stand, none of
     * which is a command that is known anywhere.
     *
     * @param units of {@code lines}
     */
    static boolean standInFile(List<String> lines, List<ShellUnit> units) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return line.startsWith("#")
                        && (STANDS_IN.matcher(line.strip()).matches()
                                || NAMES_FILE.matcher(line.strip()).matches())
                        && units.stream().noneMatch(ShellUnit::isKnown);
            }
        }
        return false;
    }

    /**
     * Whether one of the first two lines says what runs a script and the other where it stands, or
     * one of its head what it tells the queue of a cluster or the start of the machine.
     */
    private static boolean isPlacedScript(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        String first = lines.getFirst().strip();
        String second = lines.get(1).strip();
        return first.startsWith("#!")
                        && (STANDS_IN.matcher(second).matches() || SCRIPT.matcher(second).matches())
                || second.startsWith("#!") && STANDS_IN.matcher(first).matches()
                || first.startsWith("#") && tellsWhoRunsIt(lines);
    }

    /** Its head ends with the first command, which may write such words to a file. */
    private static boolean tellsWhoRunsIt(List<String> lines) {
        for (String line : lines.subList(0, Math.min(lines.size(), HEAD))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                return false;
            }
            if (DIRECTS.begin(line) && DIRECTIVE.matcher(line.strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the words ask to add the lines to a file, or to change it to them, and the lines do
     * not do so by themselves.
     */
    static boolean isAdded(Block.Code code) {
        return Introduction.isForFile(code.before())
                && code.lines().stream().noneMatch(line -> CHANGES_FILE.matcher(line).find());
    }

    /** Whether the words ask for a file, or name a script, and the first line says what runs it. */
    private static boolean isScript(Block.Code code) {
        return !code.lines().isEmpty()
                && code.lines().getFirst().startsWith("#!")
                && (MAKES_FILE.matcher(code.before()).find()
                        || code.introduction() != Introduction.RUNS
                                && NAMES_SCRIPT.matcher(code.before().strip()).find());
    }
}
