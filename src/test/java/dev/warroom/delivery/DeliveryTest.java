package dev.warroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.delivery.Delivery.Delivered;
import dev.warroom.delivery.Delivery.Kept;
import dev.warroom.execution.Place;
import dev.warroom.execution.SmallDisk;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A shell of this machine stands for that of a host; {@code PushIT} has a real connection. */
class DeliveryTest {

    private static final String STARTS = "#!/bin/sh\necho warroom 9.9.9\n";

    @TempDir private Path scratch;
    private Path home;
    private Path tools;

    @BeforeEach
    void begin() throws IOException {
        home = Files.createDirectory(scratch.resolve("home of them"));
        tools = Files.createDirectory(scratch.resolve("tools"));
    }

    /** The host, whose tools are looked for in {@code path}. */
    private Place host(String path) {
        return new Place(
                "app-1",
                List.of("/usr/bin/env", "HOME=" + home, "PATH=" + path, "/bin/sh"),
                Optional.empty(),
                List.of(),
                "",
                "");
    }

    private Place host() {
        return host(tools + ":/usr/bin:/bin");
    }

    /** A tool that is there before the machine's own. */
    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A package whose program is {@code script}; of the same script, the same. */
    private Parcel parcel(String version, String script) throws Exception {
        String top = "warroom-" + version + "-linux-x64";
        Path made = Files.createTempDirectory(scratch, "made");
        Path folder = Files.createDirectories(made.resolve(top));
        Path program = Files.writeString(folder.resolve("warroom"), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.write(folder.resolve("filler"), incompressible());
        Path file = made.resolve("package.tar.gz");
        run(
                "tar --mtime=@0 --sort=name -C '%s' -cf - %s | gzip -n >'%s'"
                        .formatted(made, top, file));
        return Parcel.of(file);
    }

    private static byte[] incompressible() {
        byte[] bytes = new byte[300_000];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void run(String script) throws Exception {
        Process run = new ProcessBuilder("bash", "-c", script).inheritIO().start();
        assertThat(run.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
    }

    private Delivered put(Parcel parcel) throws IOException {
        try (Delivery delivery = Delivery.to(host())) {
            return delivery.put(parcel, (bytes, all) -> {});
        }
    }

    private void refuses(Place place, Parcel parcel, String... words) {
        assertThatThrownBy(
                        () -> {
                            try (Delivery delivery = Delivery.to(place)) {
                                delivery.put(parcel, (bytes, all) -> {});
                            }
                        })
                .isInstanceOf(DeliveryException.class)
                .hasMessageNotContaining("\n")
                .satisfies(it -> assertThat(it.getMessage()).contains(words));
        assertThat(versions().resolve("current")).doesNotExist();
    }

    private Path versions() {
        return home.resolve(".local/share/warroom");
    }

    private Path part(Parcel parcel) {
        return versions().resolve("incoming/" + parcel.sum() + ".part");
    }

    @Test
    void aPackageBecomesAVersionThatIsTheCurrentOneOnceItHasStarted() throws Exception {
        Parcel parcel = parcel("9.9.9", STARTS);
        List<Long> seen = new ArrayList<>();
        try (Delivery delivery = Delivery.to(host())) {
            Delivered done = delivery.put(parcel, (bytes, all) -> seen.add(bytes));
            assertThat(done.name()).isEqualTo("9.9.9");
            assertThat(done.sent()).isEqualTo(parcel.bytes());
            assertThat(delivery.kept()).containsExactly(new Kept("9.9.9", true, ""));
        }
        assertThat(seen.getFirst()).isZero();
        assertThat(seen.getLast()).isEqualTo(parcel.bytes());
        assertThat(versions().resolve("current/warroom")).hasContent(STARTS);
        assertThat(versions().resolve("incoming")).isEmptyDirectory();
        assertThat(put(parcel).sent()).as("the second time").isZero();
    }

    @Test
    void whatWasCutOffGoesOnWhereItWasThoughTheOtherEndStillWrites() throws Exception {
        Parcel parcel = parcel("9.9.9", STARTS);
        byte[] all = Files.readAllBytes(parcel.file());
        Files.createDirectories(part(parcel).getParent());
        Files.write(part(parcel), java.util.Arrays.copyOf(all, 100_000));
        try (var late =
                        Files.newOutputStream(
                                part(parcel), java.nio.file.StandardOpenOption.APPEND);
                Delivery delivery = Delivery.to(host())) {
            Delivered done =
                    delivery.put(
                            parcel,
                            (bytes, whole) -> {
                                try {
                                    late.write(7);
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            assertThat(done.sent()).isEqualTo(parcel.bytes() - 100_000);
        }
        assertThat(versions().resolve("current/warroom")).hasContent(STARTS);
    }

    @Test
    void whatCameDamagedIsThrownAwayAndTheNextTimeIsWhole() throws Exception {
        Parcel parcel = parcel("9.9.9", STARTS);
        Files.createDirectories(part(parcel).getParent());
        Files.write(part(parcel), new byte[1000]);
        refuses(host(), parcel, "SHA-256", "push again");
        assertThat(part(parcel)).doesNotExist();

        Files.write(part(parcel), new byte[(int) parcel.bytes() + 1]);
        assertThat(put(parcel).sent()).isEqualTo(parcel.bytes());
    }

    @Test
    void olderVersionsStayUntilTheyAreRemovedAndMayBeUsedAgain() throws Exception {
        Parcel first = parcel("9.9.8", STARTS);
        Parcel second = parcel("9.9.9", STARTS);
        Parcel another = parcel("9.9.9", STARTS + "# another build\n");
        put(first);
        put(second);
        String name = put(another).name();
        assertThat(name).isEqualTo("9.9.9-" + another.sum().substring(0, 8));
        try (Delivery delivery = Delivery.to(host())) {
            assertThat(delivery.kept())
                    .extracting(Kept::name)
                    .containsExactlyInAnyOrder("9.9.8", "9.9.9", name);
            assertThatThrownBy(() -> delivery.remove(name)).hasMessageContaining("--use");
            delivery.use("9.9.8");
            delivery.remove(name);
            assertThatThrownBy(() -> delivery.use(name)).hasMessageContaining("it has: 9.9.");
            assertThatThrownBy(() -> delivery.remove("../../..")).hasMessageContaining("has no");
            assertThat(delivery.kept())
                    .containsExactlyInAnyOrder(
                            new Kept("9.9.8", true, ""), new Kept("9.9.9", false, ""));
        }
        assertThat(put(second).sent()).as("it is there").isZero();
        assertThat(Files.readSymbolicLink(versions().resolve("current"))).hasToString("9.9.9");
    }

    @Test
    void aVersionThatIsInUseIsNotRemoved() throws Exception {
        put(parcel("9.9.8", STARTS));
        put(parcel("9.9.9", STARTS));
        Path sleep = versions().resolve("9.9.8/sleep");
        Files.copy(Path.of("/bin/sleep"), sleep);
        sleep.toFile().setExecutable(true);
        Process used = new ProcessBuilder(sleep.toString(), "600").start();
        try (Delivery delivery = Delivery.to(host())) {
            assertThatThrownBy(() -> delivery.remove("9.9.8"))
                    .hasMessageContaining("in use on app-1 (process " + used.pid() + ")");
            used.destroyForcibly().waitFor();
            delivery.remove("9.9.8");
            assertThat(delivery.kept()).hasSize(1);
        } finally {
            used.destroyForcibly();
        }
    }

    @Test
    void aHostOnWhichItCannotRunIsNamedWithTheReason() throws Exception {
        Parcel parcel = parcel("9.9.9", STARTS);
        tool("uname", "[ \"$1\" = -s ] && echo Linux || echo riscv64");
        refuses(host(), parcel, "app-1 is a machine of riscv64", "for x64");
        tool("uname", "echo FreeBSD");
        refuses(host(), parcel, "app-1 runs FreeBSD");
        Files.delete(tools.resolve("uname"));

        tool("getconf", "exit 1");
        tool("ldd", "echo 'musl libc (x86_64)' >&2; exit 1");
        refuses(host(), parcel, "no glibc (its C library is musl)");
        Files.delete(tools.resolve("getconf"));
        Files.delete(tools.resolve("ldd"));

        String lame = "#!/bin/sh\necho it lacks a library >&2\nexit 127\n";
        refuses(host(), parcel("9.9.7", lame), "does not start on app-1", "it lacks a library");
        assertThat(versions().resolve("9.9.7")).doesNotExist();
    }

    @Test
    void aToolThatIsMissingIsNamed() throws Exception {
        for (String each :
                List.of(
                        "sh", "bash", "tar", "head", "cut", "df", "mv", "ln", "sed", "uname",
                        "getconf", "mkdir", "touch", "rm", "find", "wc", "tail", "cat", "tmux")) {
            for (String folder : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(folder + each))) {
                    tool(each, "exec " + folder + each + " \"$@\"");
                    break;
                }
            }
        }
        refuses(host(tools.toString()), parcel("9.9.9", STARTS), "app-1 has no gzip, sha256sum:");
    }

    @Test
    void aHomeThatCannotBeWrittenToIsNamedWithTheReason() throws Exception {
        Files.createFile(home.resolve(".local"));
        refuses(host(), parcel("9.9.9", STARTS), "home folder of app-1", ".local");
    }

    @Test
    void withoutRoomItSaysHowMuchIsNeeded() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"), "mounting needs root");
        try (SmallDisk disk = SmallDisk.at(home)) {
            refuses(host(), parcel("9.9.9", STARTS), "4.2 MB left", "are needed", "--remove");
            // Where df cannot know, it is the writing that fails.
            tool("df", "echo h; echo 'd 9 9 999999999 1% /'");
            Parcel parcel = parcel("9.9.9", STARTS);
            disk.fill();
            refuses(host(), parcel, "No space left", "only the rest is sent");
            disk.free();
        }
    }

    @Test
    void whatIsNoPackageIsNotSent() throws Exception {
        Path text = Files.writeString(scratch.resolve("notes.tar.gz"), "no archive at all");
        assertThatThrownBy(() -> Parcel.of(text))
                .hasMessageContaining("no package of the war room");
        assertThatThrownBy(() -> Parcel.of(scratch.resolve("none")))
                .hasMessageContaining("scripts/dev/package");
        Path other = scratch.resolve("other.tar.gz");
        run("tar -C '%s' -czf '%s' tools".formatted(scratch, other));
        assertThatThrownBy(() -> Parcel.of(other))
                .hasMessageContaining("no package of the war room");
    }

    @Test
    void aShellThatEndsAtOnceIsNoWayThere() {
        Place none =
                new Place(
                        "app-1",
                        List.of("/bin/sh", "-c", "echo no shell for you >&2; exit 1"),
                        Optional.empty(),
                        List.of(),
                        "",
                        "");
        assertThatThrownBy(() -> Delivery.to(none))
                .hasMessageContaining("There is no way to app-1")
                .hasMessageContaining("no shell for you");
    }
}
