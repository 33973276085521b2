package dev.warroom.cli;

import static dev.warroom.text.ShellWords.quoted;

import dev.warroom.delivery.Delivery;
import dev.warroom.delivery.DeliveryException;
import dev.warroom.delivery.Parcel;
import dev.warroom.delivery.Repacking;
import dev.warroom.incident.Where;
import dev.warroom.room.Size;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Puts the program on another host. */
@Command(
        name = "push",
        description = {
            "Put this program on a host, through your own ssh, and print the command that opens it"
                    + " there in tmux.",
            "It goes to ~/.local/share/warroom/VERSION there, whose SHA-256 sum is checked; what"
                + " was cut off goes on where it was. Older versions stay until they are removed.",
        },
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {

    /** Where versions are there, seen from the home folder. */
    private static final String THERE = ".local/share/warroom/";

    /** As ssh takes them, with or without a user; nothing that it or a shell reads otherwise. */
    private static final String HOST = "[A-Za-z0-9_][A-Za-z0-9_.@:%-]*";

    @Parameters(paramLabel = "HOST", description = "As ssh knows it: a name, or user@name.")
    private String host;

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description =
                    "The .tar.gz from scripts/dev/package (default: this installation, packed"
                            + " again).")
    private Path file;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "The workspace on the host that the printed command opens (default: what the"
                            + " program brings).")
    private String workspace;

    @Option(names = "--list", description = "Only say which versions are there.")
    private boolean list;

    @Option(
            names = "--use",
            paramLabel = "VERSION",
            description = "Send nothing; let a version that is there be the current one.")
    private String used;

    @Option(
            names = "--remove",
            paramLabel = "VERSION",
            description = "Send nothing; remove a version that is not in use.")
    private List<String> removed = List.of();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "Afterwards remove all but the N newest versions, from 1; never the current"
                            + " one, nor one in use.")
    private Integer keep;

    /** Taken as by every command, so that a wrapper can add it to any; nothing is kept here. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!host.matches(HOST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + Quoting.briefly(host) + "\" cannot be the name of a host.");
        }
        if (keep != null && keep < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--keep " + keep + ": a whole number from 1.");
        }
        try (SshPlaces places = SshPlaces.ofLooks()) {
            if (list || used != null || !removed.isEmpty()) {
                tidy(places);
            } else {
                deliver(places);
            }
            return 0;
        } catch (DeliveryException e) {
            throw new Failure(e.getMessage());
        } catch (IOException e) {
            throw new Failure("The program cannot be put on " + host + ": " + e.getMessage());
        }
    }

    private void tidy(SshPlaces places) throws IOException {
        try (Delivery delivery = Delivery.to(places.place(new Where(host, "", "")))) {
            if (used != null) {
                delivery.use(used);
            }
            for (String each : removed) {
                delivery.remove(each);
            }
            trim(delivery);
            tell(delivery.kept());
        }
    }

    private void deliver(SshPlaces places) throws IOException, InterruptedException {
        Path scratch = null;
        try {
            if (file == null) {
                scratch = Files.createTempFile("warroom-", ".tar.gz");
                repack(scratch);
            }
            Parcel parcel = Parcel.of(file == null ? scratch : file);
            try (Delivery delivery = Delivery.to(places.place(new Where(host, "", "")))) {
                var progress = new PushProgress(out(), terminal());
                Delivery.Delivered done = delivery.put(parcel, progress);
                progress.end();
                trim(delivery);
                tell(done, delivery.kept());
            }
        } finally {
            if (scratch != null) {
                Files.deleteIfExists(scratch);
            }
        }
    }

    private void repack(Path into) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("warroom.home", ""));
        String version = Version.class.getPackage().getImplementationVersion();
        if (home.toString().isEmpty() || version == null || !Repacking.possible(home)) {
            throw new Failure(
                    "This is a source tree: call scripts/dev/package first, and then: "
                            + Program.typed()
                            + " push "
                            + host
                            + " --package "
                            + made(home).orElse("target/package/warroom-VERSION-linux-x64.tar.gz"));
        }
        out().println("Packing this installation …");
        Repacking.into(into, home, version, System.getProperty("os.arch"));
    }

    private static Optional<String> made(Path home) throws IOException {
        Path folder = home.resolve("target/package");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(it -> it.endsWith(".tar.gz")).findFirst();
        }
    }

    private void trim(Delivery delivery) throws IOException {
        if (keep == null) {
            return;
        }
        long others = keep - 1L;
        for (Delivery.Kept each : delivery.kept()) {
            if (each.current()) {
                continue;
            }
            if (others > 0) {
                others--;
            } else if (each.users().isEmpty()) {
                delivery.remove(each.name());
                out().println("Removed " + each.name() + ".");
            }
        }
    }

    private void tell(Delivery.Delivered done, List<Delivery.Kept> kept) {
        out().printf(
                        "%s %s, in ~/%s%s.%n",
                        host,
                        done.sent() == 0
                                ? "has this version already"
                                : "has it now (" + Size.words(done.sent()) + " were sent)",
                        THERE,
                        done.name());
        if (kept.size() > 1) {
            tell(kept);
        }
        if (!done.tmux()) {
            out().println("It has no tmux, in which the room outlives the connection: install it.");
        }
        out().println("To open it there:");
        out().println("  " + command());
    }

    private void tell(List<Delivery.Kept> kept) {
        if (kept.isEmpty()) {
            out().println("There is no version on " + host + ".");
        }
        for (Delivery.Kept each : kept) {
            out().printf(
                            "%s %s%s%n",
                            each.current() ? "*" : " ",
                            Quoting.briefly(each.name()),
                            each.users().isEmpty() ? "" : "  in use by process " + each.users());
        }
    }

    /** For the shell here, which hands it to the one there, whose tmux starts it in the home. */
    private String command() {
        String current = THERE + "current";
        String there = workspace == null ? current : workspace;
        String plain = "[A-Za-z0-9_./~-]+";
        String folder = there.matches(plain) ? there : quoted(quoted(there));
        return "ssh -t %s tmux new -A -s warroom %s/warroom open --workspace %s"
                .formatted(host, current, folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static boolean terminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
