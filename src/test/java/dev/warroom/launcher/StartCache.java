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
import java.util.stream.Stream;

/**
 * The start cache of the built program, which its first start makes. While it is made, other starts
 * go without, and each takes several times as long; so stories wait for it, once for all of them.
 */
public final class StartCache {

    private static final Path BUILT = Path.of("target").toAbsolutePath();

    private static boolean made;

    private StartCache() {}

    /** Waits until it is there, or makes it; comes back at once after that. */
    public static synchronized void awaitMade() throws IOException {
        if (made) {
            return;
        }
        MadeOnce.under(BUILT.resolve("start.lock"), StartCache::current, StartCache::start);
        made = true;
    }

    /** The launcher itself says whether it is the right one; this only saves starts. */
    private static boolean current() throws IOException {
        Path caches = BUILT.resolve("start");
        if (!Files.isDirectory(caches)) {
            return false;
        }
        FileTime jar = Files.getLastModifiedTime(BUILT.resolve("warroom.jar"));
        try (Stream<Path> all = Files.list(caches)) {
            for (Path cache : all.toList()) {
                if (!cache.getFileName().toString().startsWith("part-")
                        && Files.getLastModifiedTime(cache).compareTo(jar) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void start() throws IOException {
        Path home = BUILT.getParent();
        ChildCommand version =
                ChildCommand.of(home, Await.LIMIT, home.resolve("warroom").toString(), "--version")
                        .withEnvironment("JAVA_HOME", System.getProperty("java.home"));
        try {
            ChildResult started = Child.run(version);
            assertThat(started.succeeded()).as(started.output() + started.errors()).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
