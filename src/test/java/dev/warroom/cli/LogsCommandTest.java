package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

class LogsCommandTest {

    private static final String LOG =
            "2026-03-12T14:05:09Z INFO ready\n"
                    + "2026-03-12T14:05:10Z ERROR lost\n\tat shop.Cart.save(Cart.java:1)\n"
                    + "2026-03-12T14:05:11Z WARN slow\n";

    @TempDir Path folder;

    private final StringWriter err = new StringWriter();

    private String run(int exit, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            CommandLine line = Main.commandLine();
            line.setErr(new PrintWriter(err, true));
            assertThat(line.execute(arguments)).isEqualTo(exit);
        } finally {
            System.setOut(before);
        }
        return out.toString(UTF_8);
    }

    private String log(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void anEventIsAnObjectOnALine() throws Exception {
        String file = log("app.log", LOG);
        assertThat(run(0, "logs", "--json", "--level", "error", file))
                .isEqualTo(
                        "{\"file\":\""
                                + file
                                + "\",\"line\":2,\"offset\":32,\"at\":\"2026-03-12T14:05:10Z\","
                                + "\"level\":\"error\",\"source\":\"app\",\"text\":"
                                + "\"2026-03-12T14:05:10Z ERROR lost\\n\\tat"
                                + " shop.Cart.save(Cart.java:1)\"}\n");
    }

    @Test
    void whatALineDoesNotSayIsNull() throws Exception {
        assertThat(run(0, "logs", "--json", log("app.log", "hello\n")))
                .contains("\"at\":null,\"level\":null,");
    }

    @Test
    void eachLevelHasItsWord() throws Exception {
        String lines = "TRACE a\nDEBUG a\nINFO a\nNOTICE a\nWARN a\nERROR a\nFATAL a\nhello\n";
        assertThat(run(0, "logs", "--json", log("app.log", lines)).lines())
                .extracting(it -> it.replaceAll(".*\"level\":\"?(\\w+).*", "$1"))
                .containsExactly(
                        "trace", "debug", "info", "notice", "warning", "error", "critical", "null");
    }

    @Test
    void levelTimeAndExpressionSelectEvents() throws Exception {
        String file = log("app.log", LOG);
        assertThat(run(0, "logs", "--level", "warning", file).lines()).hasSize(3);
        assertThat(run(0, "logs", "--since", "2026-03-12 14:05:10", "--zone", "UTC", file))
                .startsWith("2026-03-12T14:05:10Z ERROR lost\n")
                .hasLineCount(3);
        assertThat(run(0, "logs", "--match", "slow|rea.y", file).lines()).hasSize(2);
        assertThat(run(0, "logs", "--match", "SLOW", file)).isEmpty();
    }

    @Test
    void timesWithoutAZoneAreInTheOneThatIsNamed() throws Exception {
        String file = log("app.log", "2026-07-12 14:05:10 INFO ready\n");
        assertThat(run(0, "logs", "--json", "--zone", "Europe/Berlin", file))
                .contains("\"at\":\"2026-07-12T12:05:10Z\"");
        assertThat(run(0, "logs", "--json", "--zone", "America/New_York", file))
                .contains("\"at\":\"2026-07-12T18:05:10Z\"");
    }

    @Test
    void severalLogsComeInTheOrderOfTimeAndAreNamed() throws Exception {
        String one = log("one.log", "2026-03-12T14:05:09Z a\n2026-03-12T14:05:11Z c\n");
        String two = log("two.log", "2026-03-12T14:05:10Z b\n");
        assertThat(run(0, "logs", one, two).lines().map(it -> it.charAt(it.length() - 1)))
                .containsExactly('a', 'b', 'c');
        assertThat(run(0, "logs", one, two)).contains("two 2026-03-12T14:05:10Z b");
    }

    @Test
    void patternsAreListedWithTheirCountsOrNamedByEachEvent() throws Exception {
        String lines =
                "2026-03-12T14:05:09Z INFO took 5 ms for \"/cart\"\n"
                        + "2026-03-12T14:05:10Z ERROR disk full\n"
                        + "2026-03-12T14:05:11Z INFO took 17 ms for \"/pay\"\n";
        String one = log("one.log", lines);
        assertThat(run(0, "logs", "--patterns", one).lines())
                .satisfiesExactly(
                        it ->
                                assertThat(it)
                                        .matches(" +2  info +\\w{8}  took <\\*> ms for \"<\\*>\""),
                        it -> assertThat(it).matches(" +1  error +\\w{8}  disk full"));
        String two = log("two.log", "2026-03-12T14:05:10Z ERROR disk full\n");
        assertThat(run(0, "logs", "--patterns", one, two)).contains("disk full  (one 1, two 1)\n");
        assertThat(run(0, "logs", "--patterns", "--json", one).lines())
                .hasSize(3)
                .allMatch(it -> it.matches(".*,\"pattern\":\"\\w{8}\"}"));
    }

    @Test
    void theStandardInputIsADash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(LOG.getBytes(UTF_8)));
        try {
            assertThat(run(0, "logs", "-", "--json"))
                    .contains("{\"file\":\"-\",\"line\":1,")
                    .hasLineCount(3);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void nothingThatATerminalObeysIsPrinted() throws Exception {
        String hostile = "2026-03-12T14:05:09Z \u001B]0;x\u0007 \u009B2J \u202Eabc \u0000 é\n";
        String file = log("app.log", hostile);
        assertThat(run(0, "logs", file).strip()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(run(0, "logs", "--json", file).strip())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                .contains("\\u001b]0;x\\u0007 \\u009b2J \\u202eabc \\u0000 \\u00e9");
    }

    @Test
    void wrongUseIsToldInOneLine() throws Exception {
        String file = log("app.log", LOG);
        run(2, "logs", folder.resolve("none.log").toString());
        run(2, "logs", folder.toString());
        run(2, "logs", "--match", "(", file);
        run(2, "logs", "--since", "soon", file);
        assertThat(err.toString().lines())
                .hasSize(4)
                .satisfiesExactly(
                        it -> assertThat(it).contains("none.log"),
                        it -> assertThat(it).contains("is a folder"),
                        it -> assertThat(it).contains("\"(\" is not a regular expression"),
                        it -> assertThat(it).contains("\"soon\" is not a time"));
        run(2, "logs", "--level", "loud", file);
        assertThat(err.toString()).contains("There is no level \"loud\"");
        run(2, "logs", "--zone", "Europe/Berln", file);
        assertThat(err.toString())
                .contains("There is no time zone \"Europe/Berln\": write one such as UTC");
    }

    @Test
    void anExpressionThatWouldNeverEndIsGivenUp() throws Exception {
        String file = log("app.log", "x".repeat(2_000) + "\n");
        run(2, "logs", "--match", ".*.*.*.*.*.*=", file);
        assertThat(err.toString()).contains("takes too long").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "15m, 2026-03-12T11:45:00Z",
        "2d, 2026-03-10T12:00:00Z",
        "09:30, 2026-03-12T07:30:00Z",
        "23:00, 2026-03-11T21:00:00Z",
        "2026-03-12, 2026-03-11T22:00:00Z",
        "2026-03-12 10:00:05, 2026-03-12T08:00:05Z",
        "2026-03-12T10:00:05Z, 2026-03-12T10:00:05Z",
        "2026-03-12T10:00:05.5+01:00, 2026-03-12T09:00:05.500Z",
    })
    void timesAreReadAsPeopleWriteThem(String text, Instant meant) {
        Instant now = Instant.parse("2026-03-12T12:00:00Z");
        assertThat(Since.read(text, now, ZoneOffset.ofHours(2))).isEqualTo(meant);
    }
}
