package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Tally;
import dev.warroom.policy.Check;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.policy.QuietHours;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of the probes, in real files. */
class HistoryKeeperTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Path SHOP = Path.of("/srv/shop");

    @TempDir Path state;
    private final List<String> trouble = new ArrayList<>();
    private Probe api =
            new Probe(
                    "api",
                    new Check.Tcp("127.0.0.1", 80),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2));
    private final Probe disk =
            new Probe("disk", new Check.Disk("/"), Duration.ofSeconds(30), Duration.ofSeconds(2));
    private Instant now = NOON;

    private HistoryKeeper keeper() {
        return new HistoryKeeper(
                state, SHOP, Policy.usual().probing(List.of(api, disk)), trouble::add);
    }

    private static void look(HistoryKeeper keeper, String probe, Health health, Instant at) {
        keeper.keep(new Reading(probe, health, at, Duration.ofMillis(20), "said"));
    }

    /** Looks at the api at each of its intervals for {@code seconds}. */
    private void looks(HistoryKeeper keeper, Health health, int seconds) {
        Instant end = now.plusSeconds(seconds);
        for (; now.isBefore(end); now = now.plusSeconds(10)) {
            look(keeper, "api", health, now);
        }
    }

    private History read() throws IOException {
        return HistoryFolder.of(state, SHOP)
                .read(NOON.minusSeconds(86_400), now.plusSeconds(86_400), Slot.MINUTE);
    }

    private Tally time(String probe) throws IOException {
        return read().whole(probe).map(Slot::time).orElse(Tally.NONE);
    }

    private Path folder() throws IOException {
        try (Stream<Path> all = Files.list(state.resolve("health"))) {
            return all.findFirst().orElseThrow();
        }
    }

    @Test
    void eachLookCountsUntilTheNextOne() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 90);
            looks(keeper, Health.CRITICAL, 30);
            look(keeper, "api", Health.OK, now);
        }
        assertThat(time("api")).isEqualTo(new Tally(90_000, 0, 30_000, 0, 0));
        Slot whole = read().whole("api").orElseThrow();
        assertThat(whole.looks()).isEqualTo(new Tally(10, 0, 3, 0, 0));
        assertThat(whole.took().within(1)).isEqualTo(Duration.ofMillis(20));
        assertThat(whole.shown().mean()).isEqualTo(20);
        assertThat(trouble).isEmpty();
    }

    @Test
    void afterALookThatIsStaleNobodyHasWatched() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            look(keeper, "api", Health.OK, NOON);
            look(keeper, "api", Health.OK, NOON.plusSeconds(3_600));
        }
        assertThat(time("api")).isEqualTo(new Tally(22_000, 0, 0, 0, 0));
        assertThat(time(Slot.SERVICE)).isEqualTo(time("api"));
    }

    @Test
    void theServiceIsAsItsWorstProbeThatAsksAsUsersDo() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            look(keeper, "disk", Health.CRITICAL, NOON);
            looks(keeper, Health.OK, 30);
            look(keeper, "disk", Health.CRITICAL, now);
            looks(keeper, Health.CRITICAL, 20);
            look(keeper, "api", Health.OK, now);
        }
        assertThat(time(Slot.SERVICE)).isEqualTo(new Tally(30_000, 0, 20_000, 0, 0));
    }

    @Test
    void whatIsSilentNeitherCountsAsUpNorAsDown() throws IOException {
        api =
                api.quietIn(
                        new QuietHours(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.of(12, 0),
                                LocalTime.of(12, 1),
                                ZoneOffset.UTC));
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.CRITICAL, 70);
            look(keeper, "api", Health.OK, now);
        }
        assertThat(time("api")).isEqualTo(new Tally(0, 0, 10_000, 0, 60_000));
    }

    /** Looks for 130 s at the probe, and then does nothing until it is killed. */
    static void main(String[] folder) throws IOException {
        HistoryKeeperTest test = new HistoryKeeperTest();
        test.state = Path.of(folder[0]);
        test.looks(test.keeper(), Health.OK, 130);
        System.out.println("looked");
        System.in.read();
    }

    @Test
    void aProcessThatIsKilledLosesTheMinuteThatWasNotOver() throws Exception {
        Process keeping =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HistoryKeeperTest.class.getName(),
                                state.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = keeping.inputReader()) {
            assertThat(said.readLine()).isEqualTo("looked");
        } finally {
            keeping.destroyForcibly().waitFor();
        }
        assertThat(time("api").ok()).isEqualTo(120_000);
        try (HistoryKeeper next = keeper()) {
            now = NOON.plusSeconds(130);
            looks(next, Health.OK, 70);
        }
        assertThat(read().unreadable()).isZero();
        assertThat(time("api").ok()).isGreaterThan(170_000);
    }

    @Test
    void aLineThatIsHalfWrittenSpoilsNoOther() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 70);
        }
        Path file = folder().resolve("minutes-2026-03-01.jsonl");
        String text = Files.readString(file);
        for (int cut = 1; cut < 40; cut += 3) {
            Files.writeString(file, text.substring(0, text.length() - cut));
            now = NOON.plusSeconds(600);
            try (HistoryKeeper keeper = keeper()) {
                looks(keeper, Health.CRITICAL, 70);
            }
            assertThat(time("api").critical()).isEqualTo(60_000);
            assertThat(time("api").ok()).isBetween(50_000L, 60_000L);
            // A line that lacks its end only is whole.
            assertThat(read().unreadable()).isEqualTo(cut == 1 ? 0 : 1);
        }
    }

    @Test
    void foldersAndFilesAreNobodyElsesBusiness() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 70);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(
                            it ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(it)))
                                            .isEqualTo("rw-------"));
        }
        assertThat(folder().resolve("workspace")).hasContent("/srv/shop\n");
    }

    @Test
    void ofTwoThatLookOneKeepsAndTheOtherTakesOver() throws IOException {
        HistoryKeeper first = keeper();
        try (HistoryKeeper second = keeper()) {
            for (int i = 0; i < 60; i += 10) {
                look(first, "api", Health.OK, now);
                look(second, "api", Health.OK, now);
                now = now.plusSeconds(10);
            }
            first.close();
            looks(second, Health.OK, 120);
        }
        assertThat(time("api").ok()).isBetween(100_000L, 170_000L);
        assertThat(read().slots())
                .allSatisfy(it -> assertThat(it.time().whole()).isLessThanOrEqualTo(60_000));
    }

    @Test
    void whatIsOlderThanAWeekIsKeptByTheHourAndWhatIsOlderThanAYearGoes() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 600);
        }
        Path hours = folder().resolve("hours-2025-01-01.jsonl");
        Files.createFile(hours);
        Path minutes = folder().resolve("minutes-2026-03-01.jsonl");
        long before = Files.size(minutes);
        History kept = read();

        now = NOON.plus(Duration.ofDays(9));
        try (HistoryKeeper keeper = keeper()) {
            look(keeper, "api", Health.OK, now);
        }
        assertThat(minutes).doesNotExist();
        assertThat(hours).doesNotExist();
        assertThat(Files.size(folder().resolve("hours-2026-03-01.jsonl"))).isLessThan(before / 4);
        History after = read().between(NOON, NOON.plus(Duration.ofDays(1)));
        assertThat(after.whole("api").orElseThrow().time())
                .isEqualTo(kept.whole("api").orElseThrow().time());
        assertThat(after.whole("api").orElseThrow().took())
                .isEqualTo(kept.whole("api").orElseThrow().took());
    }

    @Test
    void byTheHourThereAreFewSlotsWithAllThatIsInTheMinutes() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 5_000);
            looks(keeper, Health.CRITICAL, 400);
        }
        History hours =
                HistoryFolder.of(state, SHOP)
                        .read(NOON.plusSeconds(600), now.plusSeconds(60), Slot.HOUR);
        assertThat(hours.of("api")).hasSize(2);
        assertThat(hours.whole("api").orElseThrow().time())
                .isEqualTo(new Tally(4_400_000, 0, 390_000, 0, 0));
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsForgottenAfterAYearAndNothingElseIsTouched() throws IOException {
        Path left = state.resolve("health/left");
        Path theirs = state.resolve("health/theirs");
        for (Path each : List.of(left, theirs)) {
            Files.createDirectories(each);
            Files.createFile(each.resolve("minutes-2025-01-01.jsonl"));
            Files.writeString(each.resolve("workspace"), "/srv/gone\n");
        }
        Files.createFile(theirs.resolve("notes.txt"));
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 70);
        }
        assertThat(left).doesNotExist();
        assertThat(theirs).isDirectoryContaining("glob:**notes.txt");
        assertThat(time("api").ok()).isEqualTo(60_000);
    }

    @Test
    void aYearOfTenProbesStaysSmall() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 600);
        }
        long minute = Files.size(folder().resolve("minutes-2026-03-01.jsonl")) / 20;
        assertThat(minute).isLessThan(160);
        long minutes = minute * 10 * 1_440 * HistoryFolder.DAYS_OF_MINUTES;
        long hours = 3 * minute * 10 * 24 * HistoryFolder.DAYS_OF_HOURS;
        assertThat(minutes + hours).isLessThan(64L << 20);
    }

    @Test
    void whatCannotBeKeptIsSaidOnce() throws IOException {
        Files.writeString(state.resolve("health"), "a file in the way");
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 180);
        }
        assertThat(trouble).singleElement().asString().contains("not kept", "health");
    }

    @Test
    void linesThatAreNoneAreCountedAndPassedOver() throws IOException {
        try (HistoryKeeper keeper = keeper()) {
            looks(keeper, Health.OK, 70);
        }
        Path file = folder().resolve("minutes-2026-03-01.jsonl");
        Files.writeString(
                file,
                """
                {"p":"api","t":-5,"n":1,"s":[1,0,0,0,0]}
                {"p":"api","t":29539440,"n":7,"s":[1,0,0,0,0]}
                {"p":"api","t":29539440,"n":1,"s":[-1,0,0,0,0]}
                {"p":"api","t":29539440,"n":1,"s":[1,0]}
                {"p":"api","t":29539440,"n":1,"s":[1,0,0,0,0],"h":{"x":1}}
                {"p":"api","t":29539440,"n":1,"s":[1,0,0,0,0],"l":"many"}
                {"t":29539440,"n":1,"s":[1,0,0,0,0]}
                [] \u001b[31m
                {"p":"api"
                """,
                StandardOpenOption.APPEND);
        assertThat(read().unreadable()).isEqualTo(9);
        assertThat(time("api").ok()).isEqualTo(60_000);
    }
}
