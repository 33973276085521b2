package dev.warroom.cli;

import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.report.Evidence;
import dev.warroom.runbook.Option;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The post-mortem for programs: the same facts, without lines to fill in. */
final class PostMortemJson {

    private PostMortemJson() {}

    static String of(Incident incident, Instant now, Evidence evidence) {
        return JsonText.object(
                json -> {
                    summary(json, incident, now);
                    times(json, incident);
                    timeline(json, incident);
                    runs(json, incident, evidence);
                    messages(json, incident);
                    followUps(json, incident);
                    choices(json, incident, evidence);
                    CurvesJson.write(json, evidence.curves());
                });
    }

    private static void summary(JsonGenerator json, Incident incident, Instant now) {
        json.writeStringProperty("id", incident.id());
        JsonText.text(json, "severity", incident.severity().map(Enum::name));
        json.writeStringProperty("title", incident.title());
        json.writeStringProperty("service", incident.service());
        json.writeBooleanProperty("open", incident.open());
        json.writeNumberProperty("seconds", incident.elapsed(now).toMillis() / 1e3);
        Optional<Resolved> end =
                incident.facts().stream()
                        .map(Fact::event)
                        .filter(Resolved.class::isInstance)
                        .map(Resolved.class::cast)
                        .reduce((first, last) -> last)
                        .filter(it -> incident.endedAt().isPresent());
        JsonText.text(json, "rootCause", end.map(Resolved::rootCause));
        JsonText.text(json, "resolution", end.map(Resolved::resolution));
        json.writeObjectPropertyStart("roles");
        incident.command().roles().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void times(JsonGenerator json, Incident incident) {
        json.writeObjectPropertyStart("times");
        time(json, "began", incident.beganAt(), incident);
        time(json, "acknowledged", incident.acknowledgedAt(), incident);
        time(json, "mitigated", incident.command().mitigatedAt(), incident);
        time(json, "ended", incident.endedAt(), incident);
        JsonText.text(json, "postMortem", incident.command().postMortemAt().map(Instant::toString));
        json.writeEndObject();
    }

    /** When, and how long after the beginning. */
    private static void time(
            JsonGenerator json, String name, Optional<Instant> at, Incident incident) {
        JsonText.text(json, name, at.map(Instant::toString));
        if (at.isPresent() && !name.equals("began")) {
            Duration after = Duration.between(incident.beganAt().orElse(at.get()), at.get());
            json.writeNumberProperty(name + "After", after.toMillis() / 1e3);
        }
    }

    private static void timeline(JsonGenerator json, Incident incident) {
        JsonText.objects(
                json,
                "timeline",
                incident.facts(),
                fact -> {
                    json.writeNumberProperty("number", fact.number());
                    json.writeStringProperty("at", fact.at().toString());
                    json.writeStringProperty("who", fact.who());
                    json.writeStringProperty("host", fact.host());
                    json.writeStringProperty("words", FactWords.words(fact, incident.facts()));
                    JsonText.text(
                            json,
                            "amended",
                            Optional.ofNullable(
                                    incident.command().amendments().get(fact.number())));
                });
    }

    private static void runs(JsonGenerator json, Incident incident, Evidence evidence) {
        JsonText.objects(
                json,
                "runs",
                incident.steps().values().stream().flatMap(it -> it.attempts().stream()).toList(),
                it -> {
                    json.writeStringProperty("run", it.run());
                    json.writeStringProperty("step", incident.runs().getOrDefault(it.run(), ""));
                    json.writeStringProperty("target", it.target());
                    json.writeStringProperty("who", it.who());
                    json.writeStringProperty("at", it.startedAt().toString());
                    json.writeStringProperty("script", it.script());
                    JsonText.text(
                            json,
                            "outcome",
                            it.outcome().map(o -> o.name().toLowerCase(Locale.ROOT)));
                    if (it.exit().isPresent()) {
                        json.writeNumberProperty("exit", it.exit().getAsInt());
                    }
                    json.writeNumberProperty("bytes", it.bytes());
                    JsonText.text(
                            json, "sha256", Optional.ofNullable(evidence.digests().get(it.run())));
                });
    }

    private static void messages(JsonGenerator json, Incident incident) {
        JsonText.objects(
                json,
                "messages",
                incident.facts().stream()
                        .filter(
                                it ->
                                        it.event() instanceof MessageSent
                                                || it.event() instanceof HookAnswered)
                        .toList(),
                fact -> message(json, fact));
    }

    private static void message(JsonGenerator json, Fact fact) {
        json.writeStringProperty("at", fact.at().toString());
        if (fact.event() instanceof MessageSent it) {
            json.writeStringProperty("message", it.template());
            json.writeStringProperty("way", it.way());
            json.writeStringProperty("text", it.text());
        } else if (fact.event() instanceof HookAnswered it) {
            json.writeStringProperty("message", it.what());
            json.writeStringProperty("hook", it.hook());
            json.writeBooleanProperty("accepted", it.accepted());
            json.writeStringProperty("answer", it.answer());
        }
    }

    private static void followUps(JsonGenerator json, Incident incident) {
        JsonText.objects(
                json,
                "followUps",
                incident.command().followUps(),
                it -> {
                    json.writeNumberProperty("number", it.number());
                    json.writeStringProperty("text", it.text());
                    json.writeStringProperty("owner", it.owner());
                    json.writeBooleanProperty("done", it.done());
                });
    }

    private static void choices(JsonGenerator json, Incident incident, Evidence evidence) {
        JsonText.objects(
                json,
                "choices",
                incident.facts().stream().filter(it -> it.event() instanceof OptionChosen).toList(),
                fact -> {
                    OptionChosen it = (OptionChosen) fact.event();
                    json.writeStringProperty("at", fact.at().toString());
                    json.writeStringProperty("who", fact.who());
                    json.writeStringProperty("taken", it.title());
                    json.writeStringProperty("reason", it.reason());
                    JsonText.texts(
                            json,
                            "notTaken",
                            evidence.notTaken(it).stream().map(Option::title).toList());
                });
    }
}
