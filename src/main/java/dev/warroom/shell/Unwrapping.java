package dev.warroom.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Adds a command and those that it starts in its turn: {@code sudo}, {@code xargs}, {@code ssh}.
 */
final class Unwrapping {

    private static final int DEEPEST = 8;

    private final List<Command> all;
    private int depth;

    Unwrapping(List<Command> all) {
        this.all = all;
    }

    void add(Command command) {
        int place = all.size();
        all.add(command);
        if (++depth <= DEEPEST) {
            started(command);
        }
        depth--;
        if (all.size() > place + 1) {
            all.set(place, command.wrapping());
        }
    }

    private void started(Command command) {
        Optional<Wrapper> wrapper = Wrapper.of(command.name());
        if (wrapper.isPresent() && !command.has("-v", "-V")) {
            wrapper.get()
                    .rest(command.words())
                    .ifPresent(rest -> run(command, rest, wrapper.get()));
            return;
        }
        switch (command.name()) {
            case "bash", "sh", "zsh", "dash", "ksh", "ash", "su", "runuser", "script" ->
                    shell(command);
            case "eval" -> parse(command, joined(command.words(), 1), command.elsewhere());
            case "trap" -> parse(command, word(command, 1), command.elsewhere());
            case "find" -> find(command);
            case "kubectl", "oc", "lxc", "crictl" -> behindDashes(command, "exec", "debug");
            case "docker", "podman", "nerdctl", "docker-compose" -> container(command);
            case "ansible" -> valueOf(command, "-a", "--args");
            case "gcloud", "vagrant", "aws" -> valueOf(command, "--command", "-c", "--parameters");
            case String _ -> {}
        }
    }

    private void run(Command command, List<Word> rest, Wrapper wrapper) {
        if (wrapper.shell()) {
            String script = rest.isEmpty() ? command.input() : joined(rest, 0);
            parse(command, script, command.elsewhere() || wrapper.elsewhere());
        } else if (!rest.isEmpty()) {
            add(inner(command, rest, command.elsewhere() || wrapper.elsewhere()));
        }
    }

    /** {@code sh -c '…'}, {@code su -c '…'}, and a shell that reads what is said to it. */
    private void shell(Command command) {
        List<Word> words = command.words();
        boolean file = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            if (word.matches("-[a-z]*c") && i + 1 < words.size()) {
                parse(command, words.get(i + 1).text(), command.elsewhere());
                return;
            }
            file |= !word.startsWith("-");
        }
        if (!file && !command.input().isBlank()) {
            parse(command, command.input(), command.elsewhere());
        }
    }

    private void find(Command command) {
        List<Word> words = command.words();
        for (int i = 1; i < words.size() - 1; i++) {
            if (words.get(i).text().matches("-(exec|execdir|ok|okdir)")) {
                int end = i + 1;
                while (end < words.size() && !words.get(end).text().matches("[;+]")) {
                    end++;
                }
                if (end > i + 1) {
                    add(inner(command, words.subList(i + 1, end), command.elsewhere()));
                }
                i = end;
            }
        }
    }

    private void behindDashes(Command command, String... subcommands) {
        List<Word> words = command.words();
        boolean runs = command.operands().stream().anyMatch(List.of(subcommands)::contains);
        for (int i = 1; runs && i < words.size() - 1; i++) {
            if (words.get(i).text().equals("--")) {
                add(inner(command, words.subList(i + 1, words.size()), true));
                return;
            }
        }
    }

    /** Behind {@code exec} or {@code run}: options, a container's or an image's name, a command. */
    private void container(Command command) {
        List<Word> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).text().equals("exec") || words.get(i).text().equals("run")) {
                Wrapper rule = new Wrapper(CONTAINER_OPTIONS, 1, false, true);
                List<Word> tail = words.subList(i, words.size());
                rule.rest(tail)
                        .filter(it -> !it.isEmpty())
                        .ifPresent(rest -> add(inner(command, rest, true)));
                return;
            }
        }
    }

    private static final String CONTAINER_OPTIONS =
            "-e -u -w -v -p --env --user --workdir --name --network --volume --publish --entrypoint"
                    + " --index --mount -l --label --env-file";

    private void valueOf(Command command, String... options) {
        List<Word> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            for (String option : options) {
                if (word.equals(option) && i + 1 < words.size()) {
                    parse(command, words.get(i + 1).text(), true);
                } else if (word.startsWith(option + "=")) {
                    parse(command, word.substring(option.length() + 1), true);
                }
            }
        }
    }

    private void parse(Command outer, String script, boolean elsewhere) {
        if (script.isBlank() || depth > DEEPEST) {
            return;
        }
        List<Command> inner = new ArrayList<>();
        Cutting.cut(script, inner, new HashSet<>());
        for (Command command : inner) {
            add(
                    new Command(
                            command.words(),
                            command.redirections(),
                            command.input(),
                            elsewhere,
                            false,
                            outer.line(),
                            outer.column()));
        }
    }

    private static Command inner(Command outer, List<Word> words, boolean elsewhere) {
        return new Command(
                words,
                outer.redirections(),
                outer.input(),
                elsewhere,
                false,
                outer.line(),
                outer.column());
    }

    private static String word(Command command, int at) {
        return command.words().size() > at ? command.words().get(at).text() : "";
    }

    private static String joined(List<Word> words, int from) {
        List<String> texts = new ArrayList<>();
        words.subList(Math.min(from, words.size()), words.size())
                .forEach(it -> texts.add(it.text()));
        return String.join(" ", texts);
    }
}
