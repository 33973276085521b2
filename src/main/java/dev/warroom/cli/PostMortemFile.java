package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.policy.Policy;
import dev.warroom.report.Evidence;
import dev.warroom.report.PostMortem;
import dev.warroom.runbook.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** The post-mortem beside the journal it was made from. */
final class PostMortemFile {

    private PostMortemFile() {}

    /** Writes it whole or not at all, for the owner only, and answers where it is. */
    static Path write(Path state, Incident incident, Policy policy, Instant now, ZoneId zone)
            throws IOException {
        Path file =
                state.resolve("incidents")
                        .resolve(incident.id() + "-postmortem.md")
                        .toAbsolutePath();
        Path part =
                Files.createTempFile(
                        file.getParent(),
                        incident.id(),
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Evidence evidence =
                    new Evidence(
                            Library.EMPTY, Map.of(), CurvesAround.of(state, incident, policy, now));
            String markdown = PostMortem.markdown(incident, policy, now, zone, evidence);
            Files.writeString(part, policy.secrets().masking().masked(markdown));
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }
}
