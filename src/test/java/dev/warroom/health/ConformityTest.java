package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.health.Oracle.Answer;
import dev.warroom.policy.Range;
import dev.warroom.policy.Thresholds;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;
import dev.warroom.testing.Await;
import dev.warroom.testing.EmptyAnswers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Ranges, exit codes and performance data, beside what the Monitoring Plugins make of them. */
class ConformityTest {

    @TempDir Path folder;

    /** Numbers as people write them into ranges. */
    private static String number(SplittableRandom random) {
        int whole = random.nextInt(-30, 31);
        return switch (random.nextInt(4)) {
            case 0 -> whole + "." + random.nextInt(10);
            case 1 -> "0";
            default -> Integer.toString(whole);
        };
    }

    private static String range(SplittableRandom random) {
        String end = number(random);
        String text =
                switch (random.nextInt(5)) {
                    case 0 -> end;
                    case 1 -> end + ":";
                    case 2 -> "~:" + end;
                    default -> number(random) + ":" + end;
                };
        return (random.nextInt(3) == 0 ? "@" : "") + text;
    }

    @Test
    void aRangeAlertsWhereThePerlLibrarySaysSo() throws Exception {
        SplittableRandom random = new SplittableRandom(20_260_301);
        StringBuilder input = new StringBuilder();
        List<String> ours = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String text = range(random);
            String value = number(random);
            String one = text + " " + value;
            Optional<Range> range = Range.parse(text);
            cases.add(one);
            input.append(one).append('\n');
            ours.add(
                    range.map(it -> it.alerts(Double.parseDouble(value)) ? "1" : "0")
                            .orElse("none"));
        }
        List<String> theirs = Oracle.perl("ranges.pl", input.toString());
        List<String> different = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                different.add(cases.get(i) + ": " + ours.get(i) + ", theirs " + theirs.get(i));
            }
        }
        assertThat(theirs).hasSameSizeAs(cases).contains("0", "1", "none");
        assertThat(different).isEmpty();
    }

    @Test
    void aRangeAlertsWhereAPluginDoes() throws Exception {
        String mark = "warroom-conformity-" + ProcessHandle.current().pid();
        List<Process> counted = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                // The name is what the plugin counts.
                counted.add(
                        new ProcessBuilder("bash", "-c", "exec -a " + mark + " sleep 600").start());
            }
            awaitFive(mark);
            for (String text :
                    List.of(
                            "5", "4", "5:", "6:", "~:5", "~:4", "5:5", "6:9", "1:4", "@1:5", "@6:9",
                            "@5:5", "@0:4", "0:0", "@0:100", "4.5:5.5")) {
                Answer answer = Oracle.plugin("check_procs", "-a", mark, "-w", text);
                boolean ours = Range.parse(text).orElseThrow().alerts(5);
                assertThat(answer.exit()).as("%s: %s", text, answer.said()).isEqualTo(ours ? 1 : 0);
            }
        } finally {
            for (Process each : counted) {
                each.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void awaitFive(String mark) throws Exception {
        Await.until(
                "the processes' beginning",
                () -> Oracle.plugin("check_procs", "-a", mark, "-w", "5:5").exit() == 0);
    }

    @Test
    void whatRealPluginsSayIsReadAsThePerlLibraryReadsIt() throws Exception {
        EmptyAnswers server = new EmptyAnswers(200);
        String port = Integer.toString(server.port());
        try {
            check(Oracle.plugin("check_load", "-w", "900,800,700", "-c", "990,980,970"));
            check(Oracle.plugin("check_disk", "-w", "1%", "-c", "0%", "-p", "/"));
            check(Oracle.plugin("check_disk", "-w", "100%", "-c", "0%", "-p", "/"));
            check(Oracle.plugin("check_procs", "-w", "1:100000", "-c", "1:"));
            check(Oracle.plugin("check_procs", "-w", "0:0", "-c", "0:0"));
            check(Oracle.plugin("check_users", "-w", "1000", "-c", "2000"));
            check(Oracle.plugin("check_tcp", "-H", "127.0.0.1", "-p", port, "-w", "9", "-c", "10"));
            check(Oracle.plugin("check_dummy", "3", "nobody knows"));
            check(Oracle.plugin("check_dummy", "2", "it is gone"));
        } finally {
            server.close();
        }
    }

    /** The state is the exit code, and each figure is as the library has it. */
    private void check(Answer answer) throws Exception {
        Path said = folder.resolve("said");
        Files.writeString(said, answer.said());
        Finding found =
                CommandLook.here(
                        "cat said; exit " + answer.exit(), Thresholds.NONE, folder, Await.LIMIT);
        assertThat(found.health()).as(answer.said()).isEqualTo(Health.values()[answer.exit()]);
        int bar = answer.said().indexOf('|');
        List<String> theirs =
                bar < 0
                        ? List.of()
                        : Oracle.perl("perfdata.pl", answer.said().substring(bar + 1).strip());
        assertThat(found.metrics()).as(answer.said()).hasSameSizeAs(theirs);
        for (int i = 0; i < theirs.size(); i++) {
            String[] parts = theirs.get(i).split("\t", -1);
            Metric metric = found.metrics().get(i);
            assertThat(metric.label()).isEqualTo(parts[0]);
            assertThat(metric.value().orElseThrow()).isEqualTo(Double.parseDouble(parts[1]));
            assertThat(metric.unit()).isEqualTo(parts[2]);
            assertThat(metric.warning()).as(theirs.get(i)).isEqualTo(Range.parse(parts[3]));
            assertThat(metric.critical()).as(theirs.get(i)).isEqualTo(Range.parse(parts[4]));
        }
    }
}
