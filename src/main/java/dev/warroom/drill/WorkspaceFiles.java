package dev.warroom.drill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out a drill's folder as a workspace.
 *
 * @param workspace the folder, empty at first
 */
record WorkspaceFiles(Workspace workspace) {

    private static final Path NOT_COPIED = Path.of("scripts", "dev");

    /**
     * Copies what the product brings along.
     *
     * @param productHome has {@code runbooks} and {@code scripts}, and {@code layouts} if any
     * @throws IOException where one of them is missing or cannot be copied
     */
    void copyFrom(Path productHome) throws IOException {
        for (String part : List.of("runbooks", "scripts")) {
            if (!Files.isDirectory(productHome.resolve(part))) {
                throw new IOException(
                        productHome + " has no folder " + part + ": the product is not complete");
            }
        }
        for (String part : List.of("runbooks", "scripts", "layouts")) {
            copy(productHome, Path.of(part));
        }
        // The scripts that write reports look for the program beside their folder.
        Path program = productHome.resolve("warroom");
        if (Files.isExecutable(program)) {
            Files.createSymbolicLink(workspace.folder().resolve("warroom"), program);
        }
    }

    private void copy(Path home, Path part) throws IOException {
        Files.createDirectories(workspace.folder().resolve(part));
        if (!Files.isDirectory(home.resolve(part))) {
            return;
        }
        try (Stream<Path> entries = Files.list(home.resolve(part))) {
            for (Path entry : entries.toList()) {
                Path inside = home.relativize(entry);
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    if (!inside.equals(NOT_COPIED)) {
                        copy(home, inside);
                    }
                } else {
                    copyFile(entry, workspace.folder().resolve(inside));
                }
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        // An archive may have lost the permission on its way.
        boolean script = to.toString().endsWith(".sh");
        if (script && !Files.isExecutable(to) && !to.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + to + " executable");
        }
    }

    /**
     * Puts the scenario's files in place and lets {@code current} name what was deployed last.
     *
     * @param ownerPid the process that the folder must not outlive
     */
    void lay(Scenario scenario, long ownerPid) throws IOException {
        workspace.create(ownerPid);
        for (String file : scenario.files()) {
            Path to = workspace.folder().resolve(file);
            Files.createDirectories(to.getParent());
            try (InputStream in = scenario.open(file)) {
                Files.copy(in, to);
            }
        }
        String version = scenario.deployments().getLast().version();
        Files.createSymbolicLink(workspace.current(), Path.of("releases", version));
    }

    /**
     * Writes {@code warroom.yaml}.
     *
     * @param port of the service on 127.0.0.1
     */
    void writePolicy(int port) throws IOException {
        Files.writeString(
                workspace.folder().resolve("warroom.yaml"),
                """
                # What the war room looks at during this drill.
                service: %1$s
                logs:
                  - logs/*.log
                probes:
                  - name: api /health
                    http: http://127.0.0.1:%2$d/health
                    every: 2s
                    timeout: 2s
                  - name: error rate
                    command: ./scripts/check-error-rate.sh
                    every: 2s
                  - name: api port
                    tcp: 127.0.0.1:%2$d
                    every: 5s
                  - name: disk
                    command: ./scripts/check-disk.sh
                    every: 30s
                """
                        .formatted(PracticeProduction.SERVICE, port));
    }
}
