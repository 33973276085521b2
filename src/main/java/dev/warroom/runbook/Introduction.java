package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: what the words before a block say of it: "run this command", "the output is". */
enum Introduction {
    /** It is to be run. */
    RUNS,
    /** It is to be looked at. */
    SHOWS,
    /** It is to be looked at, and a command printed it. */
    PRINTS,
    /** It tells how a command, or something else, is built. */
    DEFINES,
    /** It stands in a file, or belongs into one: they are its name, or say where to add it. */
    NAMES_FILE,
    /** Nothing. */
    SILENT;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)(?:.*\\b(?:syntax|synopsis|signatures?|general form|naming"
                            + " (?:schema|scheme)|usage)\\b[^.]{0,40}:?|usage:?)\\s*");

    /** What stands in every {@link #FORM}. */
    private static final Hints FORM_HOLDS =
            Hints.inAnyCase("syntax", "synopsis", "signature", "general form", "naming", "usage");

    /** An output folder is where something is put, nothing that is printed. */
    private static final String NOT_WHERE = "(?! (?:director|folder|path|file ?name))";

    /** Somebody can do it, or does it to see something; no program does. */
    private static final String IF_NOT_TOLD = "(?<!\\b(?:can|may|to) )";

    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?i)\\b(?:outputs?"
                            + NOT_WHERE
                            + "|returns?|looks? like|looks? similar|similar to|should see|will"
                            + " see|you(?:'ll| will)? (?:should"
                            + " )?(?:get|see)|displays?|prints?|shows?|responses?|responds?|replies|log"
                            + " (?:lines?|entries|messages?)|in the"
                            + " logs?|results?|config(?:uration)?|contents?|add(?: the following|"
                            + " these| this)?|error(?:"
                            + " message)?s?|failures?|query|queries|promql|structure|layout|format|message|set"
                            + " the following|example)\\b");
    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?i)\\b(?:outputs?"
                            + NOT_WHERE
                            + "|returns?|(?:looks?|something) like|similar to|should"
                            + " see|will see|"
                            + IF_NOT_TOLD
                            + "(?:displays?|prints?)|responses?|responds?|replies|log"
                            + " (?:lines?|entries|messages?)|in the logs?|results?|errors?|error"
                            + " message|failures?)\\b");
    private static final Hints PRINTED_HOLDS =
            Hints.inAnyCase(
                    "output", "return", "like", "similar", "see", "display", "print", "respon",
                    "replies", "log", "result", "error", "failure");
    private static final Pattern RUN =
            Pattern.compile(
                    "(?i)\\b(?:run|running|runs|execute|executing|commands?"
                            + "|connect|install|restart|start|stop|reload|check|verify"
                            + "|list|delete|remove|find|fetch|get|create|apply|build|deploy"
                            + "|clone|copy|login|log"
                            + " in|ssh)\\b");

    /** Says how something is done, which may be by a setting as well. */
    private static final Pattern MEANS = Pattern.compile("(?i)\\b(?:with|using|use|via|by)\\b");

    private static final Pattern SET_UP = Pattern.compile("(?i)\\b(?:re)?config|\\bsettings?\\b");

    /** "Use the following command to …:", and not what it prints. */
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?is).*\\b(?:run|use|execute|issue|enter|type|invoke)"
                        + "\\s(?:the\\s(?:following|below)|this|these)\\s(?:[\\w'-]+\\s){0,3}commands?\\b(?!.*\\b(?:outputs?|returns?|see|looks?"
                        + " like|similar|responds?|replies|prints?|displays?|shows?)\\b).*:");

    /** "In `tide-cli`, type:": what follows is for that program, and not for the shell. */
    private static final Pattern TO_CONSOLE =
            Pattern.compile(
                    "(?is).*\\b(?:in|into|use|using|open|start)\\s(?:the\\s)?`?[\\w-]*(?:-cli|sql|mongosh?"
                        + "|sqlite3)`?(?:\\s(?:prompt|console|shell))?(?:,|\\sand)"
                        + "\\s(?:then\\s)?(?:type|enter|run|execute|issue)\\b.*");

    private static final Pattern ORDER =
            Pattern.compile(
                    "(?i)[.\\s]*(?:(?:if"
                        + " so|then|now|next|first|finally|afterwards),?\\s+)?(?:consider\\s+)?(?"
                        + ":run|execut|check|verify|list|delet|remov|log"
                        + " ?in|connect|restart|start|stop|reload|create|deploy|install"
                        + "|us(?:e|ing)|scal|fetch|get|find|confirm|drain|enabl|disabl|load|add"
                        + " |save|build)");

    private static final Pattern NAME_OF_FILE =
            Pattern.compile(
                    "[`*]{0,3}(?:[/~][\\w.@/-]+|[\\w.@/-]*\\.(?:conf|cfg|ini|ya?ml|json|toml|env|service"
                        + "|timer|rules|properties|xml|list))[`*]{0,3}:?[`*]{0,3}:?");
    private static final int LONGEST_NAME = 100;

    /** Characters of the words before a block that are looked at: the last ones. */
    private static final int MOST_WORDS = 300;

    private static final Hints ADDS =
            Hints.inAnyCase(
                    "add",
                    "put",
                    "past",
                    "append",
                    "insert",
                    "plac",
                    "writ",
                    "includ",
                    "to:",
                    "edit",
                    "` contain",
                    "` file contain",
                    "` has",
                    "` file has");

    private static final String ADDING =
            "(?:add(?:ing)?|put(?:ting)?|past(?:e|ing)|append(?:ing)?|insert(?:ing)?"
                    + "|plac(?:e|ing)|writ(?:e|ing)|includ(?:e|ing))";

    /** "Make sure that `/etc/gate` contains the following lines, so that …:". */
    private static final Pattern HOLDS =
            Pattern.compile(
                    "(?is)(?!.*\\b(?:if|when|whenever|whether|once|run)\\b).*`[^`\\s]*[./][^`\\s]*`"
                        + "(?:\\sfile)?\\s(?:contains?|has|have|includes?)"
                        + "\\s(?:the\\sfollowing|these|this)(?:\\s?[:(,].*|\\s(?:lines?|contents?"
                        + "|code|section|block|settings?|values?|entry|entries|text)\\b.*)?");

    /** "It needs to be changed to:". */
    private static final Pattern CHANGED_TO =
            Pattern.compile("(?is).*\\b(?:be changed|change (?:it|them|this|that)) to:?");

    /** "Edit `/etc/gate`:", "Edit `/etc/gate`, and add the following lines:". */
    private static final Pattern EDITED =
            Pattern.compile(
                    "(?is)(?:.*\\b)?(?:edit|create|open)(?:/\\w+)?\\s(?:the\\s(?:file\\s)?)?`[~/][^`]+`,?"
                        + "\\s(?:and|to)\\s"
                            + ADDING
                            + "\\s(?:the following|these|this)(?:\\slines?)?:"
                            + "|edit\\s(?:the\\s(?:file\\s)?)?`[^`]*[./][^`]*`:");

    /** "Add the following lines to your `Berthfile`", "to gates.txt", but not to the `PATH`. */
    private static final Pattern ADDED_TO_FILE =
            Pattern.compile(
                    "(?i).*\\b"
                            + ADDING
                            + "\\s(?:the (?:following|below)|this|these)(?:\\s[a-z]+){0,2}"
                            + "\\s(?:to|into|in|inside|at the (?:end|top|bottom) of)"
                            + "\\s(?:[a-z']+\\s){0,2}"
                            + "(?:`(?:[^`]*[./][^`]*|[a-z]+file)`.*|[\\w/~-]+\\.[a-z]{2,5}:?)");

    /** The same of a file that was named before: "add the following to the end of the file". */
    private static final Pattern ADDED_TO_THE_FILE =
            Pattern.compile(
                    "(?i).*\\b"
                            + ADDING
                            + "\\s(?:the following|this|these)(?:\\s[a-z]+){0,2}"
                            + "\\s(?:to|into|in|inside|at)\\s(?:[a-z']+\\s){0,5}file\\W{0,2}");

    /** "Find the line", "change this line to": it stands somewhere already. */
    private static final Pattern LINE_OF_FILE =
            Pattern.compile(
                    "(?i)\\b(?:find|look for|locate|search for|change|replace|(?:un)?comment(?:"
                        + " out)?"
                        + "|modify|edit)\\s(?:the|this|these|that)(?:\\sfollowing)?\\slines?\\b");

    /** "Install the following packages:": their names follow. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?is)(?!.*\\b(?:with|using|via|by|run|running|commands?):?$).*\\b(?:packages"
                            + "|dependencies|modules|plugins|libraries|extensions|roles|programs"
                            + "|tools)\\b[^.:]{0,40}:?");

    private static final Hints EDITORS = Hints.of("vi ", "vim ", "nano ", "emacs ", "gedit ");

    /** A command that opens a file is the last that the words hold: "`vi gate.conf`, and write". */
    private static final Pattern OPENED =
            Pattern.compile(
                    "(?s).*[`\\[(](?:sudo )?(?:vim?|nvim|nano|emacs|gedit)"
                            + " [\\w./~@-]+[`\\])][^`]*");

    /** Whether words may say that a command printed what follows; tells less than {@link #of}. */
    static boolean mayPrint(String words) {
        return PRINTED_HOLDS.standIn(words);
    }

    /**
     * @param words the paragraph before a block; may be empty
     */
    static Introduction of(String words) {
        String last = words.strip();
        if (!last.isEmpty()
                && last.length() < LONGEST_NAME
                && last.indexOf(' ') < 0
                && NAME_OF_FILE.matcher(last).matches()) {
            return NAMES_FILE;
        }
        last = lastSentence(last);
        if (mayOpen(last) && OPENED.matcher(last).matches()) {
            return NAMES_FILE;
        }
        if (last.contains("line") && LINE_OF_FILE.matcher(last).find()) {
            return NAMES_FILE;
        }
        if (isForFile(last)) {
            return NAMES_FILE;
        }
        if (mayDefine(last) && FORM.matcher(last).matches()) {
            return DEFINES;
        }
        if (last.contains("command") && TOLD.matcher(last).matches()) {
            return RUNS;
        }
        if (mayBeForConsole(last) && TO_CONSOLE.matcher(last).matches()) {
            return SHOWS;
        }
        if (SHOWN.matcher(last).find()) {
            boolean printed = PRINTED.matcher(last).find() && !runs(last);
            return printed ? PRINTS : SHOWS;
        }
        boolean runs =
                (last.endsWith(":") || last.endsWith("command") || last.endsWith("commands"))
                                && (RUN.matcher(last).find()
                                        || MEANS.matcher(last).find()
                                                && !SET_UP.matcher(last).find())
                        || ORDER.matcher(last).lookingAt();
        return runs ? RUNS : SILENT;
    }

    /** The last sentence of words without blanks around them, or what counts of a long one. */
    static String lastSentence(String words) {
        int end = Math.max(0, words.length() - 2);
        int sentence = Math.max(words.lastIndexOf(". ", end), words.lastIndexOf(".\n", end));
        int cut = Math.max(sentence, words.length() - MOST_WORDS);
        return cut > 0 ? words.substring(cut) : words;
    }

    /** Whether words may announce the names of what is to be installed, or must be there. */
    static boolean mayName(String words) {
        return NAMES.matcher(words.substring(Math.max(0, words.length() - MOST_WORDS)).strip())
                .matches();
    }

    private static boolean mayBeForConsole(String words) {
        return words.contains("-cli") || words.contains("sql") || words.contains("mongo");
    }

    private static boolean mayOpen(String words) {
        return EDITORS.standIn(words);
    }

    /**
     * Whether words ask to add what follows to a file, or to change it to that.
     *
     * @param words of a paragraph, of which the last count
     */
    static boolean isForFile(String words) {
        String last = words.substring(Math.max(0, words.length() - MOST_WORDS));
        if (!ADDS.standIn(last) && !mayAddToFile(last)) {
            return false;
        }
        String line = last.strip().replace('\n', ' ');
        return ADDED_TO_FILE.matcher(line).matches()
                || mayAddToFile(line) && ADDED_TO_THE_FILE.matcher(line).matches()
                || EDITED.matcher(line).matches()
                || CHANGED_TO.matcher(line).matches()
                || HOLDS.matcher(line).matches();
    }

    private static boolean mayAddToFile(String words) {
        return words.startsWith("file", words.length() - 4)
                || words.startsWith("file", words.length() - 5);
    }

    private static boolean runs(String words) {
        return RUN.matcher(words).find() || MEANS.matcher(words).find();
    }

    /** Whether words may say that a form follows; tells less than {@link #of}. */
    static boolean mayDefine(String words) {
        return FORM_HOLDS.standIn(words);
    }
}
