package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.launcher.Packed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The .deb in a system that was made of Debian's packages, which takes minutes to make: no part of
 * a build, but of {@code scripts/dev/soak nojava}.
 */
class DebOnDebian {

    @TempDir Path temp;
    private Account account;
    private BareSystem system;

    @Test
    void itIsInstalledAndNothingIsLeftOfItAfterwards() throws Exception {
        account = new Account(temp.resolve("account"));
        system = BareSystem.with(temp, temp, account);
        List<String> before = files();
        Files.copy(Packed.deb(), system.root().resolve("tmp/warroom.deb"));
        try {
            asRoot("dpkg -i /tmp/warroom.deb");
            Ended version = asRoot("cd / && warroom --version");
            assertThat(version.out()).startsWith("warroom ");
            assertThat(files())
                    .contains("usr/bin/warroom", "usr/share/man/man1/warroom.1.gz")
                    .anyMatch(it -> it.matches("opt/warroom/program/start/.*/classes[.]aot"));
        } finally {
            asRoot("dpkg -r warroom");
        }
        assertThat(files()).isEqualTo(before);
        Ended listed = asRoot("dpkg-query -W");
        assertThat(listed.out()).doesNotContain("warroom");
    }

    private Ended asRoot(String script) throws Exception {
        Ended ended =
                account.run(
                        system.command("0:0", "LANG=C", "HOME=/root", "bash", "-c", script)
                                .toArray(String[]::new));
        assertThat(ended.exit()).as(ended.said()).isZero();
        return ended;
    }

    /** All that is there but what dpkg keeps of its own work. */
    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(system.root())) {
            return all.map(it -> system.root().relativize(it).toString())
                    .filter(
                            it ->
                                    !it.matches(
                                            "(tmp|proc|dev|var/lib/dpkg|var/log|var/cache)(/.*)?"))
                    .sorted()
                    .toList();
        }
    }
}
