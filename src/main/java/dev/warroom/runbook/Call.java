package dev.warroom.runbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One call of a program, without what stands before it: {@code sudo}, variables, {@code time}.
 *
 * @param program without its folders; empty where nothing but such words stands there
 * @param rest the words behind it
 */
record Call(String program, List<String> rest) {

    private static final Set<String> BEFORE =
            Set.of("sudo", "nohup", "time", "exec", "stdbuf", "-oL", "command", "do", "env");

    /** Nobody types more; bounds how often one stands in another. */
    private static final int MOST_WORDS = 300;

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");

    /** Flags of "exec" and "run" behind which a word of theirs stands. */
    private static final Pattern OF_CONTAINER =
            Pattern.compile(
                    "-[ncuewvpmhl]|--(?:namespace|container|user|env|env-file|workdir|index|name"
                            + "|network|volume|publish|entrypoint|context|kubeconfig|memory"
                            + "|hostname|restart|cpus|mount|device|label|platform|pull|add-host"
                            + "|cap-add|gpus|shm-size|tmpfs|ulimit|security-opt|pid|image)");

    /**
     * @param words of a command, without quotes
     */
    static Call of(List<String> words) {
        int at = 0;
        while (at < words.size()
                && (BEFORE.contains(words.get(at))
                        || words.get(at).indexOf('=') > 0
                                && ASSIGNMENT.matcher(words.get(at)).matches()
                        || at > 0 && words.get(at).startsWith("-"))) {
            at += isFlagWithName(words.get(at)) ? 2 : 1;
        }
        return at >= words.size()
                ? new Call("", List.of())
                : new Call(name(words.get(at)), words.subList(at + 1, words.size()));
    }

    private static boolean isFlagWithName(String word) {
        int last = word.length() - 1;
        return last > 0
                && word.charAt(0) == '-'
                && word.charAt(1) != '-'
                && (last == 1 ? "ugp" : "u").indexOf(word.charAt(last)) >= 0;
    }

    private static String name(String command) {
        return command.substring(command.lastIndexOf('/') + 1);
    }

    /** Whether it has more words than somebody types. */
    boolean isLong() {
        return rest.size() > MOST_WORDS;
    }

    /**
     * The call that begins with the word at {@code from} of the rest; of nothing behind it, or in a
     * long one.
     */
    Call inside(int from) {
        return from >= rest.size() || isLong()
                ? new Call("", List.of())
                : of(rest.subList(from, rest.size()));
    }

    /**
     * What is started in a container: behind two dashes, else behind the container's name.
     *
     * @param verb "exec" or "run", which is among the rest
     */
    Call inContainer(String verb) {
        int dashes = rest.indexOf("--");
        int name = options(rest.indexOf(verb) + 1);
        return inside(dashes >= 0 ? dashes + 1 : isOfCluster() ? options(name + 1) : name + 1);
    }

    /**
     * The words that are for whatever keeps the container, and not for what is started in it.
     *
     * @param verb "exec" or "run", which is among the rest
     */
    Call forContainer(String verb) {
        int dashes = rest.indexOf("--");
        int from = rest.indexOf(verb) + 1;
        int name = options(from);
        int to = dashes >= 0 ? dashes : isOfCluster() ? options(name + 1) : name;
        return new Call(program, rest.subList(from, Math.max(from, to)));
    }

    /** Whether options may stand behind a container's name, too. */
    boolean isOfCluster() {
        return program.equals("kubectl") || program.equals("oc");
    }

    /** Where the options of a container end that begin at {@code from}. */
    private int options(int from) {
        int at = from;
        while (at < rest.size() && rest.get(at).startsWith("-")) {
            at += OF_CONTAINER.matcher(rest.get(at)).matches() ? 2 : 1;
        }
        return Math.min(at, rest.size());
    }

    /** Whether one of the words behind it is {@code word}. */
    boolean has(String word) {
        return rest.contains(word);
    }

    /** Whether one of the words behind it fits. */
    boolean has(Pattern pattern) {
        for (String word : rest) {
            if (pattern.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
