package dev.warroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.delivery.Repacking;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.testing.Await;

import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Property;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is packed for servers runs where there is no Java, no home, and nothing may be written. */
class PackageIT {

    private static final Duration LIMIT = Await.LIMIT;

    /** What goes to a server, in bytes, has to come through a thin line at night. */
    private static final long MOST_BYTES = 70_000_000;

    @TempDir private static Path scratch;
    private static Path home;

    /** Where whoever has no home folder keeps the start cache. */
    private static Path temporary;

    @BeforeAll
    static void packs() throws Exception {
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        temporary = Files.createDirectory(scratch.resolve("temporary"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path folder = Files.createDirectory(scratch.resolve("a folder with blanks"));
        home = Packed.tree(folder);
    }

    /**
     * Somebody else than who installed it, with next to no environment, where that can be tried.
     */
    private static ChildResult starts(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "LANG=C"));
        command.add("TMPDIR=" + temporary);
        command.add(home.resolve("warroom").toString());
        command.addAll(List.of(arguments));
        return Child.run(ChildCommand.of(scratch, LIMIT, command.toArray(String[]::new)));
    }

    @Test
    void itStartsWithTheJavaThatItBrings() throws Exception {
        ChildResult version = starts("--version");
        assertThat(version.errors()).isEmpty();
        assertThat(version.output()).startsWith("warroom ").contains("\nJava ");

        ChildResult runbooks = starts("runbooks", "--workspace", home.toString());
        assertThat(runbooks.succeeded()).isTrue();
        assertThat(runbooks.output()).contains("P1: Critical incident");
    }

    @Test
    void itHasItsManualItsCompletionsAndNoToolsOfItsMakers() {
        assertThat(home.resolve("share/warroom.1")).content().startsWith(".");
        assertThat(home.resolve("share/warroom.bash")).isRegularFile();
        assertThat(home.resolve("share/_warroom")).isRegularFile();
        assertThat(home.resolve("layouts/war-room.yaml")).isRegularFile();
        assertThat(home.resolve("scripts/deploy.sh")).isExecutable();
        assertThat(home.resolve("scripts/dev")).doesNotExist();
    }

    @Test
    void whatGoesToAServerIsSmallAndItsSumsStandBesideIt() throws Exception {
        assertThat(Files.size(Packed.archive())).isLessThan(MOST_BYTES);
        assertThat(Files.size(Packed.deb())).isLessThan(MOST_BYTES);
        Path folder = Packed.archive().getParent();
        ChildResult sums =
                Child.run(
                        ChildCommand.of(
                                folder, LIMIT, "sha256sum", "--strict", "-c", "SHA256SUMS"));
        assertThat(sums.succeeded()).as(sums.output() + sums.errors()).isTrue();
        assertThat(sums.output().lines())
                .containsExactlyInAnyOrder(
                        Packed.archive().getFileName() + ": OK",
                        Packed.deb().getFileName() + ": OK",
                        Packed.bill().getFileName() + ": OK");
    }

    @Test
    void twoPackagesOfTheSameAreTheSame() throws Exception {
        String compared =
                """
                tar -C "$(dirname "$0")" --sort=name --owner=0 --group=0 --numeric-owner \
                    --mode=u=rwX,go=rX --mtime="@$(stat -c %Y "$0/program/warroom.jar")" \
                    --exclude=program/start -cf - "$(basename "$0")" | sha256sum
                gzip -dc "$1" | sha256sum
                """;
        ChildResult sums =
                Child.run(
                        ChildCommand.of(
                                scratch,
                                LIMIT,
                                "bash",
                                "-c",
                                compared,
                                home.toString(),
                                Packed.archive().toString()));
        List<String> lines = sums.output().lines().toList();
        assertThat(lines).as(sums.errors()).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(lines.getLast());

        Path again = scratch.resolve("again.tar.gz");
        String version = starts("--version").output().replaceAll("(?s)warroom (\\S+).*", "$1");
        Repacking.into(again, home, version, System.getProperty("os.arch"));
        assertThat(again).hasSameBinaryContentAs(Packed.archive());
    }

    @Test
    void theBillOfMaterialsIsValidAndNamesEachFileThatOthersMade() throws Exception {
        Path bill = home.resolve("share/warroom.cdx.json");
        assertThat(bill).hasSameBinaryContentAs(Packed.bill());
        JsonParser parser = new JsonParser();
        assertThat(parser.validate(bill.toFile(), Version.VERSION_16)).isEmpty();

        Bom read = parser.parse(bill.toFile());
        Map<String, Component> named = new TreeMap<>();
        read.getComponents().forEach(it -> named.put(file(it), it));
        named.put(file(read.getMetadata().getComponent()), read.getMetadata().getComponent());
        try (Stream<Path> files = Files.walk(home.resolve("program"))) {
            List<String> jars =
                    files.filter(it -> it.toString().endsWith(".jar"))
                            .map(it -> home.relativize(it).toString())
                            .toList();
            assertThat(jars).contains("program/warroom.jar").hasSizeGreaterThan(10);
            List<String> all = new ArrayList<>(jars);
            all.add("runtime/lib/modules");
            assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(all);
        }
        for (var each : named.entrySet()) {
            Component component = each.getValue();
            assertThat(component.getVersion()).as(each.getKey()).isNotBlank();
            assertThat(component.getLicenses()).as(each.getKey()).isNotNull();
            byte[] content = Files.readAllBytes(home.resolve(each.getKey()));
            assertThat(component.getHashes())
                    .extracting(Hash::getValue)
                    .containsExactly(
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(content)));
        }
        String java = starts("--version").output().replaceAll("(?s).*Java (\\S+).*", "$1");
        assertThat(java).startsWith(named.get("runtime/lib/modules").getVersion());
    }

    private static String file(Component component) {
        return component.getProperties().stream()
                .filter(it -> it.getName().equals("warroom:file"))
                .map(Property::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDrillIsWonInItWhichNeedsNearlyAllOfTheJavaRuntime() throws Exception {
        Path state = Files.createDirectory(scratch.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        ChildResult drill = starts("drill", "--headless", "--state", state.toString());

        assertThat(drill.succeeded()).as(drill.output() + drill.errors()).isTrue();
        assertThat(drill.output())
                .contains("Healthy again", "Quickest", "No help")
                // The first step does what makes it worse, and ends well only where it does.
                .containsPattern("● .+, and see that .+");
        assertThat(drill.output() + drill.errors()).doesNotContain("Exception");
    }
}
