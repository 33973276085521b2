package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What a machine reads of expectations in a step's output. */
class MeasurementTest {

    private static Optional<Measurement> read(String expectation, String title, String output) {
        return Measurement.of(
                ExpectationRule.of("- " + expectation).comparison().orElseThrow(),
                title,
                output.lines().toList());
    }

    private static String judged(String expectation, String title, String output) {
        Expectation.Comparison wanted =
                ExpectationRule.of("- " + expectation).comparison().orElseThrow();
        return read(expectation, title, output)
                .map(
                        it ->
                                (it.holds(wanted.relation(), wanted.number()) ? "holds " : "fails ")
                                        + it.value().toPlainString())
                .orElse("asked");
    }

    @Test
    void aLineThatNamesItAndANumberBehind() {
        assertThat(judged("Error rate < 0.1%", "Look", "requests 812\nerror rate: 0.05 %\n"))
                .isEqualTo("holds 0.05");
        assertThat(judged("Error rate < 0.1%", "Look", "error rate 9.4%")).isEqualTo("fails 9.4");
        assertThat(judged("Open connections below 50", "Look", "open connections: 12 of 100"))
                .isEqualTo("holds 12");
    }

    @Test
    void theWorstRowOfAColumnWithAHeadingLikeIt() {
        String df =
                """
                Filesystem      Size  Used Avail Use% Mounted on
                /dev/sda1        98G   60G   38G  61% /
                /dev/sdb1       500G  460G   40G  92% /data
                """;
        assertThat(judged("Disk usage < 80%", "Monitor resource usage", df)).isEqualTo("fails 92");
        assertThat(read("Disk usage < 80%", "Disks", df).orElseThrow().evidence())
                .isEqualTo("/dev/sdb1       500G  460G   40G  92% /data");
    }

    @Test
    void timesAreReadInTheirOwnUnits() {
        assertThat(judged("API response times < 500ms", "Check response times", "API time: 0.31 s"))
                .isEqualTo("holds 310");
        assertThat(judged("Response time under 500 ms", "Look", "response time 812 ms"))
                .isEqualTo("fails 812");
    }

    @Test
    void whatTheOutputDoesNotSayIsAsked() {
        assertThat(judged("Error rate < 0.1%", "Look", "all fine")).isEqualTo("asked");
        assertThat(judged("Error rate < 0.1%", "Look", "error rate: unknown")).isEqualTo("asked");
        assertThat(judged("Error rate < 0.1%", "Look", "error 503 in 12 ms")).isEqualTo("asked");
        assertThat(judged("Disk usage < 80%", "Look", "disk usage 12 GB")).isEqualTo("asked");
        assertThat(judged("Disk usage < 80%", "Look", "")).isEqualTo("asked");
    }

    @Test
    void timesOfDayAndVersionsAreNoNumbers() {
        assertThat(judged("Failed jobs < 5", "Look", "failed jobs at 14:31 none"))
                .isEqualTo("asked");
    }

    @Test
    void everyRelationIsKept() {
        assertThat(judged("Replicas at least 3", "Look", "replicas 3")).isEqualTo("holds 3");
        assertThat(judged("Replicas = 3", "Look", "replicas 2")).isEqualTo("fails 2");
        assertThat(judged("Uptime > 99.9%", "Look", "uptime 99.95%")).isEqualTo("holds 99.95");
        assertThat(judged("Load <= 4", "Look", "load 4.00")).isEqualTo("holds 4.00");
    }

    @Test
    void notAboveIsAtMostAndNoSubjectIsAsked() {
        assertThat(judged("Latency not above 200 ms", "Look", "latency 120 ms"))
                .isEqualTo("holds 120");
        assertThat(judged("Latency is not over 200 ms", "Look", "latency 240 ms"))
                .isEqualTo("fails 240");
        assertThat(judged("Errors: no more than 5", "Look", "errors 5")).isEqualTo("holds 5");
        assertThat(judged("Replicas must not be below 3", "Look", "replicas 3"))
                .isEqualTo("holds 3");
        assertThat(judged("Replicas never less than 3", "Look", "replicas 2")).isEqualTo("fails 2");
        assertThat(ExpectationRule.of("- No more than 3 ships wait").comparison()).isEmpty();
        assertThat(ExpectationRule.of("- Load is not exactly 3").comparison()).isEmpty();
    }

    @Test
    void otherWordsForMoreAndLess() {
        assertThat(judged("Failed jobs fewer than 5", "Look", "failed jobs: 5"))
                .isEqualTo("fails 5");
        assertThat(judged("Error rate is lower than 1%", "Look", "error rate 0.4 %"))
                .isEqualTo("holds 0.4");
        assertThat(judged("Free space greater than 10 GB", "Look", "free space: 8 GB"))
                .isEqualTo("fails 8");
        assertThat(judged("Hit rate should be higher than 90%", "Look", "hit rate 93%"))
                .isEqualTo("holds 93");
    }
}
