package dev.warroom.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command as the shell starts it.
 *
 * @param words its name and arguments; at least one
 * @param redirections in their order
 * @param input what is known of its standard input: here-documents, here-strings, and what {@code
 *     echo} says to it
 * @param elsewhere whether it runs on another machine or in a container
 * @param wraps whether it only starts the commands that follow it
 * @param line in the script, counted from 1
 * @param column in that line, counted from 1
 */
public record Command(
        List<Word> words,
        List<Redirection> redirections,
        String input,
        boolean elsewhere,
        boolean wraps,
        int line,
        int column) {

    private static final int LONGEST_SHOWN = 100;

    /** Commands that say or look for their arguments and do nothing with them. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "echo", "printf", "grep", "egrep", "fgrep", "zgrep", "rg", "ag", "man", "help",
                    "which", "type", "whatis", "apropos", "logger", "cowsay", "say", "test", "[");

    public Command {
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words must not be empty");
        }
    }

    Command wrapping() {
        return new Command(words, redirections, input, elsewhere, true, line, column);
    }

    Command with(String newInput) {
        return new Command(words, redirections, newInput, elsewhere, wraps, line, column);
    }

    /** What {@code echo} and the like give to the next command of a pipe; else nothing. */
    String says() {
        return Set.of("echo", "printf").contains(name()) ? String.join(" ", arguments()) : "";
    }

    /** What it is called by: without the folder. */
    public String name() {
        String text = words.getFirst().text();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** What stands behind the name. */
    public List<String> arguments() {
        return words.stream().skip(1).map(Word::text).toList();
    }

    /** Arguments that are no options; values of options may be among them. */
    public List<String> operands() {
        return arguments().stream().filter(it -> !it.startsWith("-")).toList();
    }

    /** Whether the name is one of these. */
    public boolean isOneOf(String... names) {
        return Set.of(names).contains(name());
    }

    /** Whether one of {@code options} is given: {@code --force}, alone or with {@code =}. */
    public boolean has(String... options) {
        for (String argument : arguments()) {
            for (String option : options) {
                if (argument.equals(option)
                        || option.startsWith("--") && argument.startsWith(option + "=")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of these letters is given as an option, alone or among others: {@code -rf}. */
    public boolean hasLetter(String letters) {
        return arguments().stream()
                .filter(it -> it.length() > 1 && it.charAt(0) == '-' && it.charAt(1) != '-')
                .anyMatch(it -> it.chars().anyMatch(letter -> letters.indexOf(letter) >= 0));
    }

    /** Whether it is asked to show only what it would do. */
    public boolean isDryRun() {
        return arguments().stream()
                .anyMatch(it -> it.startsWith("--dry-run") && !it.endsWith("=none"));
    }

    /** Whether it only says or looks for its arguments, so that they mean nothing. */
    public boolean isHarmless() {
        return HARMLESS.contains(name());
    }

    /** The command on one line, at most 100 characters of it. */
    public String shown() {
        String text =
                words.stream()
                        .map(Word::text)
                        .collect(Collectors.joining(" "))
                        .replaceAll("\\s+", " ");
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
    }
}
