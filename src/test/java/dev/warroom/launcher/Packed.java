package dev.warroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The package as it is built, made once for all stories that need it: packing takes a while. */
public final class Packed {

    private static final Path FOLDER = Path.of("target/packed").toAbsolutePath();

    /** What the archive's times are, so that a commit in between does not change them. */
    private static final String TIME = "1767225600";

    /** It is several programs, beside other stories, on a machine that may be far too busy. */
    private static final Duration LIMIT = Await.LIMIT.multipliedBy(4);

    private Packed() {}

    /** The archive. */
    public static Path archive() throws Exception {
        return file(".tar.gz");
    }

    /** The same for dpkg. */
    public static Path deb() throws Exception {
        return file(".deb");
    }

    /** The bill of materials beside them. */
    public static Path bill() throws Exception {
        return file(".cdx.json");
    }

    /** The folder that is packed, made anew in {@code folder} by somebody of other habits. */
    static Path tree(Path folder) throws Exception {
        // Both need the bill of materials, which is made once: not by two at the same time.
        make();
        pack("umask 077; export TZ=Asia/Kathmandu", "--tree", folder);
        try (Stream<Path> made = Files.list(folder)) {
            return made.findFirst().orElseThrow();
        }
    }

    private static Path file(String end) throws Exception {
        make();
        try (Stream<Path> made = Files.list(FOLDER)) {
            return made.filter(it -> it.toString().endsWith(end)).findFirst().orElseThrow();
        }
    }

    private static void make() throws Exception {
        Files.createDirectories(FOLDER);
        MadeOnce.under(
                FOLDER.resolveSibling("packed.lock"),
                () -> current(FOLDER.resolve("SHA256SUMS")),
                () -> pack("umask 022", "--built", FOLDER));
    }

    private static boolean current(Path made) throws IOException {
        if (!Files.exists(made)) {
            return false;
        }
        FileTime time = Files.getLastModifiedTime(made);
        for (String part :
                List.of(
                        "target/warroom.jar",
                        "warroom",
                        "scripts",
                        "runbooks",
                        "layouts",
                        "README.md",
                        "CHANGELOG.md",
                        "warroom.yaml")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Packed::counts).toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Of what the program's makers use, only that which packs. */
    private static boolean counts(Path file) {
        return !file.startsWith("scripts/dev")
                || file.endsWith("package")
                || file.endsWith("Sbom.java");
    }

    private static void pack(String habits, String option, Path folder) throws Exception {
        StartCache.awaitMade();
        String script = habits + "; exec scripts/dev/package --built \"$0\" \"$1\"";
        ChildResult packed =
                Child.run(
                        ChildCommand.of(
                                        Path.of("").toAbsolutePath(),
                                        LIMIT,
                                        "bash",
                                        "-c",
                                        script,
                                        option,
                                        folder.toString())
                                .withEnvironment("SOURCE_DATE_EPOCH", TIME));
        assertThat(packed.succeeded()).as(packed.output() + packed.errors()).isTrue();
    }
}
