package dev.warroom.room;

import dev.warroom.incident.Outcome;
import dev.warroom.room.Reading.Health;
import dev.warroom.runbook.Library;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Something that may happen to a room, at random. */
public record Act(String name, Consumer<Desk> on) {

    private static final List<String> TEXTS =
            List.of(
                    "plain words",
                    "",
                    " ",
                    "订单失败 ⚠️ 👩‍🚒 🇩🇪 ทำงาน é̂̃ \uD83D \t\u001b[2J\u001b]0;x\u0007\u009b31m",
                    "y",
                    "a".repeat(5_000),
                    "first\nsecond\r\nthird\u2028fourth",
                    "\u202eabc\u200b\u00ad\u0000\u0000",
                    "(a+)+$",
                    "(");

    private static final List<String> COMMANDS =
            List.of(
                    ":ack",
                    ":runbooks",
                    ":layout narrow",
                    ":layout nothing",
                    ":filter e",
                    ":help",
                    ":filter (",
                    ":resolve",
                    ":close",
                    ":role Commander",
                    ":severity P3 less bad",
                    ":mitigate rolled back",
                    ":reopen again",
                    ":extend 10m why",
                    ":escalate 2",
                    ":answered",
                    ":criteria",
                    ":followup ana write a test",
                    ":done 1",
                    ":postmortem +24h",
                    ":amend 1 better",
                    ":declare P2 another",
                    ":note it works",
                    ":message resolution",
                    ":message nothing",
                    ":quit",
                    ":zzz");

    @Override
    public String toString() {
        return name;
    }

    /** Any act, keys the most often. */
    public static Arbitrary<Act> any() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, letters()),
                net.jqwik.api.Tuple.of(8, keys()),
                net.jqwik.api.Tuple.of(4, lines()),
                net.jqwik.api.Tuple.of(3, outside()),
                net.jqwik.api.Tuple.of(2, sizes()),
                net.jqwik.api.Tuple.of(2, world()));
    }

    private static Arbitrary<Act> letters() {
        return Arbitraries.of("xsoKtuafUcCe=jk bgG1234z:?qyn".chars().boxed().toList())
                .map(c -> new Act("'" + (char) (int) c + "'", it -> it.press(Key.character(c))));
    }

    private static Arbitrary<Act> keys() {
        Arbitrary<Key> named = Arbitraries.of(Key.Kind.values()).map(Act::key);
        Arbitrary<Key> enter = Arbitraries.just(Key.of(Key.Kind.ENTER));
        Arbitrary<Key> control = Arbitraries.chars().range('a', 'z').map(Key::control);
        return Arbitraries.oneOf(named, enter, enter, control)
                .map(key -> new Act(key.label(), it -> it.press(key)));
    }

    private static Key key(Key.Kind kind) {
        return switch (kind) {
            case CHARACTER -> Key.character(0x1F692);
            case CONTROL -> Key.control('u');
            default -> Key.of(kind);
        };
    }

    private static Arbitrary<Act> lines() {
        Arbitrary<Act> pasted =
                Arbitraries.of(TEXTS)
                        .map(
                                text ->
                                        new Act(
                                                "paste " + shown(text),
                                                it -> it.signal(new Signal.Pasted(text))));
        Arbitrary<Act> answered =
                Arbitraries.of(TEXTS)
                        .map(
                                text ->
                                        new Act(
                                                "answer " + shown(text),
                                                it ->
                                                        it.signal(new Signal.Pasted(text))
                                                                .press(Key.Kind.ENTER)));
        Arbitrary<Act> commands =
                Arbitraries.of(COMMANDS)
                        .map(line -> new Act(line, it -> it.type(line).press(Key.Kind.ENTER)));
        return Arbitraries.oneOf(pasted, answered, answered, commands);
    }

    private static Arbitrary<Act> sizes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 100))
                .as(
                        (columns, rows) ->
                                new Act(
                                        columns + "x" + rows,
                                        it -> it.signal(new Signal.Resized(columns, rows))));
    }

    /** Logs, probes, outputs and the ends of runs. */
    private static Arbitrary<Act> outside() {
        Arbitrary<Act> logs =
                Combinators.combine(
                                Arbitraries.of(TEXTS),
                                Arbitraries.of(LogLevel.values()),
                                Arbitraries.integers().between(0, 700))
                        .as(
                                (text, level, many) ->
                                        new Act(
                                                many + " lines of " + shown(text),
                                                it -> logs(it, text, level, many)));
        Arbitrary<Act> probes =
                Combinators.combine(
                                Arbitraries.of("gateway", "database", "disk", "not there"),
                                Arbitraries.of(Health.values()),
                                Arbitraries.of(TEXTS))
                        .as(
                                (probe, health, text) ->
                                        new Act(
                                                probe + " is " + health,
                                                it -> it.probe(probe, health, text)));
        Arbitrary<Act> outputs =
                Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.integers().between(0, 3000))
                        .as(
                                (text, many) ->
                                        new Act(
                                                many + " lines of output",
                                                it -> output(it, text, many)));
        Arbitrary<Act> ends =
                Arbitraries.of(Outcome.values())
                        .map(outcome -> new Act("a run ends " + outcome, it -> ends(it, outcome)));
        return Arbitraries.oneOf(logs, probes, outputs, ends);
    }

    /** The journal, the disk and the clock. */
    private static Arbitrary<Act> world() {
        LogSource lost = new LogSource("a\tfile", LogSource.State.LOST, "gone\n" + TEXTS.get(3));
        KnownIncident known =
                new KnownIncident("INC-1", Optional.empty(), TEXTS.get(3), "", Desk.START, true);
        return Arbitraries.of(
                new Act("a second", it -> it.pass(Duration.ofSeconds(1))),
                new Act("an hour", it -> it.pass(Duration.ofHours(1))),
                new Act("the clock is set back", it -> it.pass(Duration.ofHours(-3))),
                new Act("slow", Desk::slow),
                new Act("quick", Desk::quick),
                new Act("answer", Desk::answer),
                new Act("the journal breaks", Desk::journalBreaks),
                new Act("the journal mends", Desk::journalMends),
                new Act("no library", it -> it.signal(Signal.LibraryRead.of(Library.EMPTY))),
                new Act("library", it -> it.signal(Signal.LibraryRead.of(Practice.library()))),
                new Act("no layouts", it -> it.signal(new Signal.LayoutsRead(java.util.Map.of()))),
                new Act("layouts", it -> it.signal(new Signal.LayoutsRead(Practice.layouts()))),
                new Act("a source is lost", it -> it.signal(new Signal.LogSourceChanged(lost))),
                new Act("listed", it -> it.signal(new Signal.IncidentsListed(List.of(known)))),
                new Act("said", it -> it.signal(new Signal.Said(Notice.bad(TEXTS.get(3))))));
    }

    private static void logs(Desk desk, String text, LogLevel level, int many) {
        LogLine line = new LogLine("app", level, text);
        desk.signal(new Signal.LogArrived(java.util.Collections.nCopies(many, line), many % 3));
    }

    private static void output(Desk desk, String text, int many) {
        String run = desk.running().isEmpty() ? "RUN-0-1" : desk.running().getFirst();
        desk.signal(
                new Signal.OutputArrived(run, java.util.Collections.nCopies(many, text), many % 2));
    }

    private static void ends(Desk desk, Outcome outcome) {
        if (!desk.running().isEmpty()) {
            desk.ends(
                    desk.running().getFirst(),
                    outcome,
                    outcome == Outcome.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(1),
                    Duration.ofMillis(1234),
                    TEXTS.get(3));
        }
    }

    private static String shown(String text) {
        return "\"" + text.codePoints().limit(20).boxed().map(Integer::toHexString).toList() + "\"";
    }
}
