package dev.warroom.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * This machine as one that is no Linux: there is no {@code /proc}, programs refuse the options that
 * only GNU's have, {@code wc} pads, {@code stat} is a BSD's, and there is no {@code setsid}. Needs
 * root.
 */
public final class PosixHost {

    /** What Linux alone has, of what is mostly installed. */
    private static final Set<String> MISSING =
            Set.of(
                    "setsid",
                    "flock",
                    "timeout",
                    "fallocate",
                    "stdbuf",
                    "tac",
                    "shuf",
                    "truncate",
                    "nproc",
                    "sha256sum",
                    "busybox",
                    "netstat",
                    "python3");

    private static final Set<String> STRICT =
            Set.of(
                    "awk",
                    "cat",
                    "chmod",
                    "cp",
                    "cut",
                    "date",
                    "dd",
                    "df",
                    "du",
                    "env",
                    "find",
                    "getconf",
                    "grep",
                    "head",
                    "ln",
                    "ls",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "pgrep",
                    "ps",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sed",
                    "sleep",
                    "sort",
                    "stat",
                    "tail",
                    "touch",
                    "tr",
                    "uptime",
                    "wc",
                    "xargs");

    private static final List<String> SHELLS =
            List.of("/usr/bin/dash", "/usr/bin/bash", "/usr/bin/zsh", "/usr/bin/busybox");

    private final Path folder;

    private PosixHost(Path folder) {
        this.folder = folder;
    }

    /** Whether the one who runs the tests may do this. */
    public static boolean possible() {
        return Files.isWritable(Path.of("/proc/sys/kernel/hostname"))
                && Files.isExecutable(Path.of("/usr/bin/unshare"));
    }

    /** What can stand as {@code /bin/sh} there. */
    public static Stream<String> shells() {
        return SHELLS.stream().filter(it -> Files.isExecutable(Path.of(it)));
    }

    /**
     * @param folder which it makes
     */
    public static PosixHost in(Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectory(folder.resolve("proc"));
        program("host", folder.resolve("host"));
        program("strict", folder.resolve("strict"));
        try (Stream<Path> programs = Files.list(Path.of("/usr/bin"))) {
            for (Path program : programs.toList()) {
                String name = program.getFileName().toString();
                if (!MISSING.contains(name)) {
                    Files.createSymbolicLink(
                            bin.resolve(name),
                            STRICT.contains(name) ? folder.resolve("strict") : program);
                }
            }
        }
        return new PosixHost(folder);
    }

    private static void program(String name, Path file) throws IOException {
        try (InputStream text = PosixHost.class.getResourceAsStream("/posix/" + name + ".sh")) {
            Files.copy(text, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The command line that runs {@code command} there, {@code shell} being {@code /bin/sh}. */
    public List<String> command(String shell, String... command) {
        List<String> line =
                new ArrayList<>(List.of("unshare", "-m", folder.resolve("host").toString(), shell));
        line.addAll(List.of(command));
        return List.copyOf(line);
    }

    /** Where its programs are. */
    public Path bin() {
        return folder.resolve("bin");
    }

    /** The options that programs were given and refused; empty where there were none. */
    public List<String> refused() throws IOException {
        Path refused = folder.resolve("refused");
        return Files.exists(refused) ? Files.readAllLines(refused) : List.of();
    }
}
