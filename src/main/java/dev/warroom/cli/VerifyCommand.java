package dev.warroom.cli;

import dev.warroom.journal.Signers;
import dev.warroom.journal.Verified;
import dev.warroom.text.Counted;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Checks that a journal is what was written. */
@Command(
        name = "verify",
        description = {
            "Check that an incident's journal is what was written: every line, every hash; of one"
                    + " that a room shares, every signature too, and say who has signed.",
            "Exit code 0 if it is, 1 with the first broken line if it is not."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = LogCommand.existing(state.folder(), incident);
        Verified verified = Verified.of(file, incident);
        PrintWriter out = spec.commandLine().getOut();
        long facts = verified.facts();
        if (verified.damage().isPresent()) {
            out.println(verified.damage().get());
            return 1;
        }
        if (verified.tornBytes() > 0) {
            out.println(
                    file
                            + ":"
                            + (facts + 1)
                            + ": the last line is not finished ("
                            + verified.tornBytes()
                            + " bytes): a crash cut it off. Opening the incident sets it aside.");
            return 1;
        }
        Signers signers = verified.signers();
        if (signers.falseAt().isPresent()) {
            out.println(
                    file
                            + ":"
                            + signers.falseAt().get()
                            + ": the line is not signed by whoever it says. Somebody has written"
                            + " it in another's name.");
            return 1;
        }
        out.println(
                incident + ": " + Counted.of(facts, "fact") + ", every line and hash as written.");
        if (signers.shared()) {
            out.println(words(signers));
        }
        return 0;
    }

    /** Names are those of the workspace, which need not be that of the incident. */
    private String words(Signers signers) {
        Map<String, String> names = new HashMap<>();
        WorkspaceReader.read(workspace.folder())
                .policy()
                .shared()
                .ifPresent(room -> room.members().forEach((name, key) -> names.put(key, name)));
        List<String> parts = new ArrayList<>();
        signers.lines()
                .forEach(
                        (key, lines) ->
                                parts.add(
                                        lines
                                                + " by "
                                                + (names.containsKey(key)
                                                        ? names.get(key) + " (" + key + ")"
                                                        : key)));
        if (parts.isEmpty()) {
            return "Nobody has signed them: whoever the room's server lets in may have written them"
                    + " in any name.";
        }
        return "Signed: "
                + String.join(", ", parts)
                + (signers.unsigned() > 0 ? "; not signed: " + signers.unsigned() : "")
                + ".";
    }
}
