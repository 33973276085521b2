package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.figures.Curve;
import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.EveryCommandEvent;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.policy.Policy;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.runbook.Library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The post-mortem's page in a real Chromium. */
class PostMortemInChromiumIT {

    private static final Pattern FOUND =
            Pattern.compile("<pre id=\"found\">(.*?)</pre>", Pattern.DOTALL);

    /** Looks at the page as it was loaded, then writes what it found where a dump shows it. */
    private static final String LOOK =
            """
            const own = document.querySelectorAll('script').length;
            const foreign = document.querySelectorAll(
                'img,iframe,object,embed,link,form,input,a,base,video,audio').length;
            let handlers = 0;
            for (const each of document.querySelectorAll('*')) {
              for (const name of each.getAttributeNames()) {
                if (name.startsWith('on') || name === 'href' || name === 'src') handlers++;
              }
            }
            const over = document.documentElement.scrollWidth - window.innerWidth;
            const marks = document.querySelectorAll('svg circle, svg rect').length;
            const lines = document.querySelectorAll('figure svg path').length;
            const dark = matchMedia('(prefers-color-scheme: dark)').matches;
            const outside = [...document.querySelectorAll('svg circle, svg rect, svg text, svg path')]
                .map(it => [it.getBBox(), it.ownerSVGElement.viewBox.baseVal, it.outerHTML])
                .filter(([box, view]) => box.x < -1 || box.x + box.width > view.width
                    || box.y + box.height > view.height)
                .map(([box, view, it]) => it);
            axe.run(document).then(found => {
              const pre = document.createElement('pre');
              pre.id = 'found';
              pre.textContent = ['scripts ' + own, 'foreign ' + foreign, 'handlers ' + handlers,
                  'hit ' + (window.hit || 0), 'over ' + Math.max(0, over), 'marks ' + marks,
                  'lines ' + lines, 'dark ' + dark,
                  'outside ' + outside.length, ...outside,
                  ...found.violations.map(it => 'violation ' + it.id + ' '
                      + it.nodes.slice(0, 2).map(n => n.target + ' ' + n.failureSummary).join())
                  ].join('\\n');
              document.body.append(pre);
            });
            """;

    @TempDir Path folder;

    private static String page(List<IncidentEvent> events) {
        return PostMortemPage.html(
                Incident.replay("INC-7", EveryEvent.facts(events)),
                Policy.usual(),
                EveryEvent.START.plusSeconds(3_600),
                ZoneId.of("Europe/Berlin"),
                new Evidence(Library.EMPTY, Map.of(), List.of(curve())));
    }

    /** With its values at the edges of the picture, and a gap. */
    private static Curve curve() {
        List<Curve.Point> points = new ArrayList<>();
        for (int minute = 0; minute < 90; minute++) {
            OptionalDouble value =
                    minute % 30 == 7
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(minute < 60 ? 0 : 100);
            Instant at = EveryEvent.START.plusSeconds(60L * (minute - 30));
            points.add(new Curve.Point(at, value));
        }
        return new Curve("down", "Down", "%", Duration.ofMinutes(1), points, 0.1);
    }

    private static List<IncidentEvent> everything() {
        List<IncidentEvent> events = new ArrayList<>(EveryEvent.events());
        events.removeIf(
                it ->
                        it instanceof IncidentEvent.ChecklistStarted
                                || it instanceof IncidentEvent.ChecklistClosed
                                || it instanceof IncidentEvent.Resolved);
        events.addAll(EveryCommandEvent.events());
        events.add(new HealthChanged("database", "", "ok", ""));
        events.add(new HealthChanged("api", "critical", "warning", "slow"));
        events.add(new HealthChanged("queue", "", "unknown", "no answer"));
        events.removeIf(it -> it instanceof CommandEvent.Reopened);
        events.add(new IncidentEvent.Resolved("a missing column", "rolled back"));
        return events;
    }

    private String chromium(String page, String... options) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "chromium",
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.add(file.toUri().toString());
        ChildResult result =
                Child.run(
                        ChildCommand.of(
                                        folder,
                                        Duration.ofSeconds(120),
                                        command.toArray(String[]::new))
                                .withMostOutput(8 << 20));
        assertThat(result.succeeded()).as(result.errors()).isTrue();
        return result.output();
    }

    /** What the page is like, line by line. The page itself lets no script run. */
    private List<String> look(String page, int columns, boolean dark) throws Exception {
        String axe;
        try (InputStream in = getClass().getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String open = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThat(open).isNotEqualTo(page);
        String looked =
                open.replace(
                        "</body>",
                        "<script>"
                                + axe.replace("</script", "<\\/script")
                                + "</script><script>"
                                + LOOK
                                + "</script></body>");
        Matcher found =
                FOUND.matcher(
                        chromium(
                                looked,
                                "--window-size=" + columns + ",900",
                                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                                "--virtual-time-budget=30000",
                                "--dump-dom"));
        assertThat(found.find()).as("the look at the page came to its end").isTrue();
        return found.group(1).lines().toList();
    }

    @ParameterizedTest
    @CsvSource({"1200, false", "500, true"})
    void anyoneCanReadItWideAndNarrowLightAndDark(int columns, boolean dark) throws Exception {
        assertThat(look(page(everything()), columns, dark))
                .contains("over 0", "outside 0", "scripts 2", "foreign 0", "handlers 0")
                .contains("dark " + dark)
                .anyMatch(it -> it.matches("lines [1-9]\\d*"))
                .noneMatch(it -> it.startsWith("violation"))
                .anyMatch(it -> it.matches("marks \\d\\d"));
    }

    @ParameterizedTest
    @CsvSource({"1200, false", "500, true"})
    void theReportOfAWeekCanBeReadAsWell(int columns, boolean dark) throws Exception {
        String page = Files.readString(Path.of("src/test/resources/report/weekly.html"));

        assertThat(look(page, columns, dark))
                .contains("over 0", "outside 0", "scripts 2", "foreign 0", "handlers 0")
                .contains("dark " + dark)
                .noneMatch(it -> it.startsWith("violation"))
                .anyMatch(it -> it.matches("lines [1-9]\\d*"));
    }

    @Test
    void hostileTextIsWordsAndNothingElse() throws Exception {
        String hostile =
                "</title></style></script></svg><script>window.hit=1</script>"
                        + "<img src=x onerror=window.hit=1><svg onload=window.hit=1>"
                        + "\"'><a href='javascript:window.hit=1'>x</a> [l](javascript:hit) ]]> -->"
                        + " <http://x.example> ![i](http://x.example/i)";
        List<String> found = look(page(PostMortemTest.everywhere(hostile)), 1200, false);

        assertThat(found).contains("scripts 2", "foreign 0", "handlers 0", "hit 0", "over 0");
    }

    @Test
    void itPrintsOnPages() throws Exception {
        Path file = folder.resolve("page.pdf");
        chromium(page(everything()), "--no-pdf-header-footer", "--print-to-pdf=" + file);

        String pdf = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-");
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count())
                .isBetween(2L, 8L);
    }

    @Test
    void itNeedsNothingFromElsewhere() {
        // The name of a language, from which nothing is fetched.
        String page = page(everything()).replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "url(", "@import", "<script");
    }
}
