package dev.warroom.delivery;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes the package again of the folder that it was unpacked to: the same, byte for byte. */
public final class Repacking {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * What {@code scripts/dev/package} does with the folder; without the start cache, which has
     * come since, and whatever umask it was unpacked with.
     */
    private static final String SCRIPT =
            """
            set -euo pipefail
            time=$(stat -c %Y "$0/program/warroom.jar")
            tar -C "$0" --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \\
                --mtime="@$time" --exclude=./program/start --exclude=./.sha256 \\
                --transform="s,^\\.,$1,S" -cf - . | gzip -6 -n >"$2"
            """;

    private Repacking() {}

    /** Whether the program runs from an unpacked package, and not from its source tree. */
    public static boolean possible(Path home) {
        return Files.isExecutable(home.resolve("runtime/bin/java"));
    }

    /**
     * Writes the package to {@code file}.
     *
     * @param home the unpacked folder, whatever it is called
     * @param version the program's
     * @param machine as the Java runtime calls the processor: {@code amd64}, {@code aarch64}
     * @throws DeliveryException where that is not possible here
     */
    public static void into(Path file, Path home, String version, String machine)
            throws IOException, InterruptedException {
        String top =
                "warroom-" + version + "-linux-" + (machine.equals("aarch64") ? "arm64" : "x64");
        ChildResult packed =
                Child.run(
                        ChildCommand.of(
                                Path.of("/"),
                                LIMIT,
                                "bash",
                                "-c",
                                SCRIPT,
                                home.toString(),
                                top,
                                file.toString()));
        if (!packed.succeeded()) {
            throw new DeliveryException(
                    "This installation cannot be packed again ("
                            + Sanitiser.line(packed.errors().lines().findFirst().orElse("no time"))
                            + "): give the package it came from, with --package FILE");
        }
    }
}
