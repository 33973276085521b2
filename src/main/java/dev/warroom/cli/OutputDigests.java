package dev.warroom.cli;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Incident;
import dev.warroom.incident.StepRecord;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What runs on this machine have printed, as sums of the files that are still there. */
final class OutputDigests {

    /** Larger files are not summed up: that would take minutes. */
    private static final long LARGEST = 256L << 20;

    private static final int MOST = 5_000;

    private OutputDigests() {}

    /** SHA-256 in hexadecimal, by run id. */
    static Map<String, String> of(Path state, Incident incident) {
        Map<String, String> digests = new HashMap<>();
        incident.steps().values().stream()
                .map(StepRecord::attempts)
                .flatMap(it -> it.stream())
                .map(Attempt::run)
                .filter(it -> it.matches("[A-Za-z0-9-]+"))
                .limit(MOST)
                .forEach(
                        run -> {
                            Path file = state.resolve("runs").resolve(run).resolve("output");
                            String digest = digest(file);
                            if (!digest.isEmpty()) {
                                digests.put(run, digest);
                            }
                        });
        return digests;
    }

    /** Empty where it cannot be read, or is too large. */
    private static String digest(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return "";
            }
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    sum.update(buffer, 0, count);
                }
            }
            return HexFormat.of().formatHex(sum.digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
