package dev.warroom.view;

import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Rooms as they are worth looking at, by name. */
final class Scenes {

    /** Makes the room of a scene for a number of columns and rows. */
    interface Scene extends BiFunction<Integer, Integer, Desk> {}

    private Scenes() {}

    static Map<String, Scene> all() {
        Map<String, Scene> scenes = new TreeMap<>();
        scenes.put("incident", Scenes::incident);
        scenes.put("first", Scenes::first);
        scenes.put("find", (columns, rows) -> first(columns, rows).type("night alert"));
        scenes.put("help", (columns, rows) -> incident(columns, rows).type("?"));
        scenes.put("preview", Scenes::preview);
        scenes.put("output", Scenes::output);
        scenes.put("unreached", Scenes::unreached);
        scenes.put("question", Scenes::question);
        scenes.put("probe", HealthScenes::probe);
        scenes.put("past", HealthScenes::past);
        scenes.put("calendar", HealthScenes::calendar);
        scenes.put("health", HealthScenes::health);
        scenes.put("walked", WalkScenes::walked);
        scenes.put("choosing", WalkScenes::choosing);
        scenes.put("chosen", WalkScenes::chosen);
        scenes.put("filling", WalkScenes::filling);
        scenes.put("followed", WalkScenes::followed);
        scenes.put("changed", WalkScenes::changed);
        scenes.put("reopening", (columns, rows) -> WalkScenes.followed(columns, rows).type("r"));
        scenes.put("holds", WalkScenes::holds);
        scenes.put("onward", WalkScenes::readOn);
        scenes.put("below", (columns, rows) -> WalkScenes.readOn(columns, rows).type("r"));
        scenes.put("message", Scenes::message);
        scenes.put("writing", (columns, rows) -> message(columns, rows).type("e\n订"));
        scenes.put("fleet", FleetScenes::fleet);
        scenes.put("sought", FleetScenes::sought);
        scenes.put("connecting", FleetScenes::connecting);
        scenes.put("unshared", SharedScenes::unshared);
        scenes.put("seat", SharedScenes::seat);
        scenes.put("driven", SharedScenes::driven);
        scenes.put("joined", SharedScenes::joined);
        scenes.put("borrowed", SharedScenes::borrowed);
        scenes.put("silent", SharedScenes::silent);
        return scenes;
    }

    /** A P1 in the middle of its walk. */
    static Desk incident(int columns, int rows) {
        Desk desk = Desk.ready(columns, rows).press(Key.Kind.ENTER);
        desk.type("cards are refused since 1.4.2").press(Key.Kind.ENTER);
        logs(desk);
        probes(desk, Health.OK, "200");
        desk.pass(Duration.ofSeconds(48)).type("a");
        desk.select("Declare the incident").type("x");
        run(desk, "Look at the disks", Outcome.PASSED, 0, Duration.ofMillis(420));
        desk.pass(Duration.ofMinutes(3));
        probes(desk, Health.CRITICAL, "503");
        run(desk, "Look at the gateway", Outcome.FAILED, 22, Duration.ofMillis(3100));
        desk.select("Read the errors").type("sthe log pane shows them").press(Key.Kind.ENTER);
        desk.select("Watch the queue").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.signal(
                new Signal.OutputArrived(
                        "INC-1-3", List.of("waiting 812", "waiting 840", "waiting 907"), 0));
        desk.press(Key.Kind.ESCAPE).select("Roll back").press(Key.Kind.ENTER);
        desk.type("the schema changed").press(Key.Kind.ENTER).press(Key.Kind.ESCAPE);
        desk.pass(Duration.ofMinutes(8)).update("we are rolling back");
        desk.pass(Duration.ofSeconds(40));
        for (String probe : List.of("gateway", "database", "disk")) {
            Health health =
                    switch (probe) {
                        case "gateway" -> Health.CRITICAL;
                        case "disk" -> Health.WARNING;
                        default -> Health.OK;
                    };
            desk.probe(probe, health, probe.equals("disk") ? "82 % used" : "");
        }
        return desk.pass(Duration.ofSeconds(6));
    }

    private static void run(Desk desk, String step, Outcome outcome, int exit, Duration took) {
        desk.select(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER).pass(took);
        desk.ends(outcome, exit, took);
        desk.press(Key.Kind.ESCAPE);
    }

    private static void probes(Desk desk, Health gateway, String detail) {
        desk.probe("gateway", gateway, detail);
        desk.probe("database", Health.OK, "");
        desk.probe("queue", Health.UNKNOWN, "host mq-1 does not answer");
    }

    private static void logs(Desk desk) {
        for (String source : List.of("api.log", "worker.log")) {
            desk.signal(
                    new Signal.LogSourceChanged(
                            new LogSource(source, LogSource.State.FOLLOWING, "")));
        }
        List<LogLine> lines = new ArrayList<>();
        for (LogLevel level : LogLevel.values()) {
            lines.add(
                    new LogLine(
                            "api.log",
                            level,
                            "02:13:0"
                                    + level.ordinal()
                                    + " "
                                    + level
                                    + " card payment took 31 ms"));
        }
        lines.add(
                new LogLine("worker.log", LogLevel.NONE, "    at Payment.charge(Payment.java:7)"));
        lines.add(new LogLine("worker.log", LogLevel.ERROR, "订单失败 ⚠️ retry 👩‍🚒 in 5 s 🇩🇪"));
        for (int i = 1; i <= 2; i++) {
            String text = "    at Order.retry(Order.java:" + i + ")";
            lines.add(new LogLine("worker.log", -1, LogLine.UNTIMED, LogLevel.ERROR, true, text));
        }
        desk.logs(lines.toArray(LogLine[]::new));
    }

    private static Desk first(int columns, int rows) {
        Desk desk = Desk.ready(columns, rows);
        return desk.signal(
                new Signal.IncidentsListed(
                        List.of(
                                new KnownIncident(
                                        "INC-7",
                                        Optional.of(Severity.P2),
                                        "search is slow",
                                        "/srv/shop",
                                        Desk.START.minusSeconds(3600),
                                        true),
                                new KnownIncident(
                                        "RUN-3",
                                        Optional.empty(),
                                        "Morning checks",
                                        "/srv/shop",
                                        Desk.START.minusSeconds(600),
                                        true))));
    }

    private static Desk preview(int columns, int rows) {
        Desk desk = incident(columns, rows).select("Roll back").press(Key.Kind.ENTER);
        return desk.type("1.4.1").press(Key.Kind.ENTER);
    }

    private static Desk output(int columns, int rows) {
        Desk desk = incident(columns, rows).select("Look at the disks").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            lines.add("/dev/disk" + i + "  100G  " + i + "G  " + i + " % /data/" + i);
        }
        desk.signal(new Signal.OutputArrived("INC-1-4", lines, 12));
        return desk.pass(Duration.ofSeconds(3)).type("2kkk");
    }

    /** Its host was not let in, so that it never ran. */
    private static Desk unreached(int columns, int rows) {
        Desk desk = incident(columns, rows).select("Look at the disks").press(Key.Kind.ENTER);
        desk.press(Key.Kind.ENTER);
        desk.signal(
                new Signal.RunEnded(
                        "INC-1-4",
                        Outcome.FAILED,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Duration.ZERO,
                        0,
                        "its host key is not known:"
                                + " SHA256:jGCfPpSeM5DUJHH1IFZFsDwxbfnRB2GrfyNB9DMeNyQ (ED25519);"
                                + " compare it, and accept it with: ssh app-1"));
        return desk.pass(Duration.ofSeconds(3)).type("2");
    }

    private static Desk message(int columns, int rows) {
        Desk desk = incident(columns, rows).type("ucards work again for most");
        return desk.press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    private static Desk question(int columns, int rows) {
        Desk desk = incident(columns, rows).type("tone 订 second");
        return desk.press(Key.Kind.LEFT).press(Key.Kind.LEFT);
    }
}
