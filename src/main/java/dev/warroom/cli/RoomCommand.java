package dev.warroom.cli;

import dev.warroom.identity.SigningKey;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.policy.SharedRoom;
import dev.warroom.share.CutOffException;
import dev.warroom.share.Members;
import dev.warroom.share.RoomStream;
import dev.warroom.text.Counted;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;

/** The room over many machines. */
@Command(
        name = "room",
        description = {
            "Say whether the room over many machines can be reached, how much is in it, and what is"
                    + " not shared yet.",
            "Exit code 1 where it cannot."
        },
        mixinStandardHelpOptions = true)
final class RoomCommand implements Callable<Integer> {

    @Option(
            names = "--create",
            description = "Make the stream that it is kept in, where there is none.")
    private boolean create;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "On how many servers --create lets it be kept: 1, 3 or 5 (default: 1).")
    private Integer replicas;

    @Option(
            names = "--new-key",
            paramLabel = "FILE",
            description =
                    "Make a key to sign facts with, write it into FILE, and say what others are to"
                            + " know it by.")
    private Path newKey;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (replicas != null && (!create || !List.of(1, 3, 5).contains(replicas))) {
            throw new ParameterException(
                    spec.commandLine(), "--replicas is 1, 3 or 5, and goes with --create.");
        }
        if (newKey != null) {
            return makeKey();
        }
        SharedRoom room = named(workspace);
        tellWaiting();
        tellWho(room);
        try {
            if (create) {
                RoomStream.make(room, workspace.folder(), replicas == null ? 1 : replicas);
            }
            List<JournalSummary> all = RoomStream.incidents(room, workspace.folder());
            long open = all.stream().filter(JournalSummary::open).count();
            spec.commandLine()
                    .getOut()
                    .println(
                            "The room is there: "
                                    + Counted.of(all.size(), "incident")
                                    + ", "
                                    + open
                                    + " open. See: "
                                    + Program.typed()
                                    + " incidents --room");
            return 0;
        } catch (CutOffException e) {
            spec.commandLine().getErr().println("The room cannot be used: " + e.getMessage() + ".");
            return 1;
        }
    }

    private int makeKey() {
        String seed = SigningKey.newSeed();
        try {
            Files.createFile(
                    newKey,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(newKey, seed + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new Failure(newKey + " is there already, and may be somebody's key.");
        } catch (IOException e) {
            throw new Failure("Cannot write the key into " + newKey + ": " + e.getMessage() + ".");
        }
        String name = SigningKey.ofSeed(seed).orElseThrow().open().toString();
        spec.commandLine()
                .getOut()
                .println(
                        "The key is in "
                                + newKey
                                + ": keep it to yourself. Others know it by\n"
                                + name
                                + "\nIn warroom.yaml: room: {…, credentials: "
                                + newKey.getFileName()
                                + ", members: {"
                                + System.getProperty("user.name")
                                + ": "
                                + name
                                + "}}");
        return 0;
    }

    private void tellWho(SharedRoom room) {
        String words =
                room.members().isEmpty()
                        ? "Whoever the server lets in may write in any name: warroom.yaml lists no"
                                + " members."
                        : Members.name(room, workspace.folder())
                                .map(it -> "You write as " + it + ".")
                                .orElse(
                                        "What you record here the room refuses: your key is not"
                                                + " among its members.");
        spec.commandLine().getOut().println(words);
    }

    private void tellWaiting() {
        for (JournalSummary each : Journals.list(state.folder())) {
            int waiting =
                    RoomJournal.isShared(state.folder(), each.id())
                            ? RoomJournal.waiting(state.folder(), each.id())
                            : 0;
            if (waiting > 0) {
                spec.commandLine()
                        .getOut()
                        .println(
                                each.id()
                                        + ": "
                                        + Counted.of(waiting, "fact")
                                        + (waiting == 1 ? " is" : " are")
                                        + " not shared; whoever opens it here shares them.");
            }
        }
    }

    /**
     * What the workspace says of the room.
     *
     * @throws Failure if it names none
     */
    static SharedRoom named(WorkspaceOption workspace) {
        return WorkspaceReader.read(workspace.folder())
                .policy()
                .shared()
                .orElseThrow(
                        () ->
                                new Failure(
                                        "warroom.yaml names no room. Write for example: room:"
                                                + " {nats: \"nats://room.internal:4222\", stream:"
                                                + " ops}"));
    }
}
