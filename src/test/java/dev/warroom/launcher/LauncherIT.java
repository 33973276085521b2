package dev.warroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.launcher.Installation.Ended;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The launcher: finds its files and a Java, and never lets a start cache do harm. */
class LauncherIT {

    @TempDir private static Path scratch;
    private static Installation installed;

    @BeforeAll
    static void installs() throws Exception {
        installed = Installation.in(scratch.resolve("a folder with blanks"));
        isWell(installed.version());
        assertThat(installed.cache().resolve("classes.aot")).isRegularFile();
    }

    private static void isWell(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("warroom ").contains("\nJava ");
        assertThat(ended.out().lines()).hasSize(2);
        assertThat(ended.code()).isZero();
    }

    private static void failsWith(Ended ended, String words) {
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(words);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void itStartsFromAnotherFolderAndThroughLinks() throws Exception {
        Path links = Files.createDirectory(scratch.resolve("links"));
        Path first = links.resolve("first");
        Files.createSymbolicLink(first, links.relativize(installed.home().resolve("warroom")));
        Path second = Files.createSymbolicLink(links.resolve("second"), first.getFileName());
        isWell(installed.start(scratch, Map.of(), second.toString(), "--version"));
    }

    @Test
    void whatItTellsPeopleToTypeCanBeTyped() throws Exception {
        String init = " init \"$(mktemp -d \"$PWD/XXXX\")\"";
        assertThat(installed.start(installed.home(), Map.of(), "bash", "-c", "./warroom" + init))
                .satisfies(it -> assertThat(it.out()).contains("Next: ./warroom check /"));
        String found = "PATH=\"$PWD:$PATH\" warroom" + init;
        assertThat(installed.start(installed.home(), Map.of(), "bash", "-c", found))
                .satisfies(it -> assertThat(it.out()).contains("Next: warroom check /"));
        String whole = "\"$PWD/warroom\"" + init;
        assertThat(installed.start(installed.home(), Map.of(), "bash", "-c", whole))
                .satisfies(it -> assertThat(it.out()).contains("folder\\ with\\ blanks/warroom"));
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Path old = Files.createDirectories(scratch.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho old\nexit 9\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        String launcher = installed.home().resolve("warroom").toString();
        isWell(
                installed.start(
                        scratch, Map.of("JAVA_HOME", old.toString()), launcher, "--version"));
    }

    @Test
    void withoutAJavaThatIsNewEnoughItSaysSoInOneSentence() throws Exception {
        Path launcher = installed.home().resolve("warroom-99");
        String text = Files.readString(installed.home().resolve("warroom"));
        Files.writeString(launcher, text.replace("needs=25", "needs=99"));
        failsWith(
                installed.start(scratch, Map.of(), "bash", launcher.toString(), "--version"),
                "no Java 99 or newer was found: install a JDK 99");
    }

    @Test
    void withoutMavenAProgramThatIsNotBuiltSaysSoInOneSentence() throws Exception {
        Path bare = Files.createDirectory(scratch.resolve("not built"));
        Files.copy(Path.of("warroom"), bare.resolve("warroom"));
        Path tools = Files.createDirectory(scratch.resolve("tools"));
        failsWith(
                installed.start(
                        scratch,
                        Map.of("PATH", tools.toString()),
                        "/bin/bash",
                        bare.resolve("warroom").toString()),
                "Maven (mvn) is not installed");
    }

    @Test
    void whereNothingCanBeWrittenBesideItTheCacheIsThePersons() throws Exception {
        Installation shut = trained("shut");
        // A file in the folder's place stops the owner of all rights, too.
        Files.createFile(shut.home().resolve("target/start"));
        isWell(shut.version());
        assertThat(shut.home().resolve("target/start"))
                .matches(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS));
        try (var made = Files.walk(shut.home().resolve("cache/warroom"))) {
            assertThat(made).anyMatch(it -> it.endsWith("classes.aot"));
        }
    }

    @Test
    void whereThereIsNoHomeEitherTheCacheIsInAFolderOfOnesOwn() throws Exception {
        Installation shut = trained("shut and homeless");
        Files.createFile(shut.home().resolve("target/start"));
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        String[] version = {shut.home().resolve("warroom").toString(), "--version"};
        Map<String, String> homeless =
                Map.of(
                        "XDG_CACHE_HOME",
                        "",
                        "HOME",
                        scratch.resolve("nowhere").toString(),
                        "TMPDIR",
                        temporary.toString());
        isWell(shut.start(scratch, homeless, version));
        Path first = cacheIn(temporary);
        Path own = first.getParent().getParent().getParent();
        assertThat(own.getParent()).isEqualTo(temporary);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");

        // An upgrade: another jar. The cache of the one before is gone.
        Path jar = shut.home().resolve("target/warroom.jar");
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
        isWell(shut.start(scratch, homeless, version));
        assertThat(cacheIn(temporary)).isNotEqualTo(first);

        // What somebody else has put there is not used.
        Path elsewhere = Files.createDirectory(scratch.resolve("elsewhere"));
        Files.move(own, elsewhere.resolve("moved"));
        Path bait = Files.createDirectory(elsewhere.resolve("bait"));
        Files.createSymbolicLink(own, bait);
        isWell(shut.start(scratch, homeless, version));
        assertThat(bait).isEmptyDirectory();
    }

    private static Path cacheIn(Path folder) throws Exception {
        try (var made = Files.walk(folder)) {
            List<Path> caches = made.filter(it -> it.endsWith("classes.aot")).toList();
            assertThat(caches).hasSize(1);
            return caches.getFirst();
        }
    }

    @Test
    void whileOneStartMakesTheCacheAnotherGoesWithout() throws Exception {
        Installation busy = copyOfInstalled("busy");
        Files.delete(busy.cache().resolve("classes.aot"));
        Path cache = busy.cache();
        Path part = cache.resolveSibling("part-another");
        Files.move(cache, part);
        isWell(busy.version());
        assertThat(busy.cache()).isEqualTo(part);

        // A machine that is far too busy takes minutes for it.
        Instant begun = Instant.now().minus(Duration.ofMinutes(10));
        Files.setLastModifiedTime(part, FileTime.from(begun));
        isWell(busy.version());
        assertThat(busy.cache()).isEqualTo(part);

        Files.setLastModifiedTime(part, FileTime.fromMillis(0));
        isWell(busy.version());
        assertThat(busy.cache().resolve("classes.aot")).isRegularFile();
    }

    @Test
    void aCacheThatCannotBeMadeIsNotTriedAgain() throws Exception {
        Path none = Files.createDirectory(scratch.resolve("no cache"));
        Installation lame = Installation.in(scratch.resolve("lame")).trained(none);
        isWell(lame.version());
        assertThat(lame.cache()).isEmptyDirectory();
        FileTime tried = Files.getLastModifiedTime(lame.cache());
        isWell(lame.version());
        assertThat(Files.getLastModifiedTime(lame.cache())).isEqualTo(tried);
    }

    @Test
    void aDamagedCacheSaysNothing() throws Exception {
        Installation damaged = copyOfInstalled("damaged");
        Path cache = damaged.cache().resolve("classes.aot");
        try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        isWell(damaged.version());
        Files.writeString(cache, "this is no cache\n".repeat(1_000));
        isWell(damaged.version());
    }

    @Test
    void aChangedJarGetsANewCacheThoughItsSizeAndTimeAreTheSame() throws Exception {
        Installation changed = copyOfInstalled("changed");
        Path before = changed.cache();
        Path jar = changed.home().resolve("target/warroom.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            // The time of the first entry, which nobody reads.
            file.seek(10);
            int old = file.read();
            file.seek(10);
            file.write(old ^ 1);
        }
        Files.setLastModifiedTime(jar, time);
        isWell(changed.version());
        assertThat(changed.cache().getFileName()).isNotEqualTo(before.getFileName());
    }

    @Test
    void aCacheThatTheJavaRuntimeRefusesSaysNothing() throws Exception {
        Installation other = copyOfInstalled("other");
        Path jar = other.home().resolve("target/warroom.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        isWell(other.version());
    }

    @Test
    void aJarThatWasBuiltAgainGetsANewCacheThoughTheSameIsInIt() throws Exception {
        Installation again = copyOfInstalled("again");
        Path cache = again.cache().resolve("classes.aot");
        Files.writeString(cache, "this is no cache\n");
        Files.setLastModifiedTime(cache.getParent(), FileTime.fromMillis(1_000_000_000_000L));
        isWell(again.version());
        assertThat(cache).satisfies(it -> assertThat(Files.size(it)).isGreaterThan(1_000_000));
    }

    /** Only the first one makes its cache, and {@code PackageIT}; what follows gets a copy. */
    private static Installation trained(String name) throws Exception {
        return Installation.in(scratch.resolve(name)).trained(installed.cache());
    }

    /** With the cache of the first one, which was made for the same jars in another place. */
    private static Installation copyOfInstalled(String name) throws Exception {
        Installation copy = trained(name);
        Path cache = installed.cache();
        Path to = copy.home().resolve("target/start").resolve(cache.getFileName());
        Files.createDirectories(to);
        try (var files = Files.list(cache)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
