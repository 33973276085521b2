package dev.warroom.cli;

import dev.warroom.incident.Fact;
import dev.warroom.incident.FactKind;
import dev.warroom.journal.Damage;
import dev.warroom.journal.JournalPrinter;
import dev.warroom.journal.Journals;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Prints what happened. */
@Command(
        name = "log",
        description = "Print what happened in an incident, a line a fact.",
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Option(names = "--json", description = "The facts as they are stored, one JSON object a line.")
    private boolean json;

    @Option(
            names = "--kind",
            paramLabel = "K",
            description = "Only this kind: step, note, message, health or command.")
    private String kind;

    @Option(names = "--who", paramLabel = "NAME", description = "Only what this person did.")
    private String who;

    @Option(
            names = "--hosts",
            description = "Each host of a step on many, and not only all of them together.")
    private boolean hosts;

    private static final int MOST_PEOPLE = 20;

    /** Who stands in what was looked at, and whether any of it was printed. */
    private final TreeSet<String> people = new TreeSet<>();

    private boolean printed;

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path file = existing(state.folder(), incident);
        PrintWriter out = spec.commandLine().getOut();
        Optional<Damage> damage;
        Optional<FactKind> only = kind();
        if (json && (only.isPresent() || who != null)) {
            throw new Failure(
                    "--json prints all facts, so that they can be checked: leave out --kind and"
                            + " --who.");
        }
        if (json) {
            out.flush();
            damage = JournalPrinter.json(file, System.out);
            System.out.flush();
        } else {
            damage = JournalPrinter.words(file, it -> wanted(it, only), hosts, out);
            out.flush();
            if (!printed && who != null) {
                spec.commandLine().getErr().println(nobody());
            }
        }
        damage.ifPresent(it -> spec.commandLine().getErr().println(it));
        return damage.isPresent() ? 1 : 0;
    }

    private boolean wanted(Fact fact, Optional<FactKind> only) {
        people.add(fact.who());
        boolean wanted =
                (who == null || fact.who().equalsIgnoreCase(who.strip()))
                        && (only.isEmpty() || FactKind.of(fact) == only.get());
        printed |= wanted;
        return wanted;
    }

    private String nobody() {
        return "Nothing "
                + (kind == null ? "" : "of kind " + kind.strip() + " ")
                + "in "
                + incident
                + " is by \""
                + Quoting.briefly(who)
                + "\". Its people: "
                + people.stream().limit(MOST_PEOPLE).collect(Collectors.joining(", "))
                + ".";
    }

    private Optional<FactKind> kind() {
        if (kind == null) {
            return Optional.empty();
        }
        Optional<FactKind> parsed = FactKind.parse(kind);
        if (parsed.isEmpty()) {
            String all =
                    Arrays.stream(FactKind.values())
                            .map(FactKind::word)
                            .collect(Collectors.joining(", "));
            throw new Failure(
                    "--kind must be one of " + all + ", and is \"" + Quoting.briefly(kind) + "\".");
        }
        return parsed;
    }

    /** The journal of {@code incident}, which must be there. */
    static Path existing(Path state, String incident) {
        Path file = Journals.file(state, incident);
        if (!Files.isRegularFile(file)) {
            throw new Failure("There is no incident " + incident + " in " + state + ".");
        }
        return file;
    }
}
