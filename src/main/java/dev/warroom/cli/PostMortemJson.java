package dev.warroom.cli;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Command;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.StepRecord;
import dev.warroom.report.Evidence;

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
        json.writeArrayPropertyStart("timeline");
        for (Fact fact : incident.facts()) {
            json.writeStartObject();
            json.writeNumberProperty("number", fact.number());
            json.writeStringProperty("at", fact.at().toString());
            json.writeStringProperty("who", fact.who());
            json.writeStringProperty("host", fact.host());
            json.writeStringProperty("words", FactWords.words(fact, incident.facts()));
            JsonText.text(
                    json,
                    "amended",
                    Optional.ofNullable(incident.command().amendments().get(fact.number())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void runs(JsonGenerator json, Incident incident, Evidence evidence) {
        json.writeArrayPropertyStart("runs");
        for (StepRecord step : incident.steps().values()) {
            for (Attempt it : step.attempts()) {
                json.writeStartObject();
                json.writeStringProperty("run", it.run());
                json.writeStringProperty("step", step.step());
                json.writeStringProperty("target", it.target());
                json.writeStringProperty("who", it.who());
                json.writeStringProperty("at", it.startedAt().toString());
                json.writeStringProperty("script", it.script());
                JsonText.text(
                        json, "outcome", it.outcome().map(o -> o.name().toLowerCase(Locale.ROOT)));
                if (it.exit().isPresent()) {
                    json.writeNumberProperty("exit", it.exit().getAsInt());
                }
                json.writeNumberProperty("bytes", it.bytes());
                JsonText.text(
                        json, "sha256", Optional.ofNullable(evidence.digests().get(it.run())));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void messages(JsonGenerator json, Incident incident) {
        json.writeArrayPropertyStart("messages");
        for (Fact fact : incident.facts()) {
            if (fact.event() instanceof MessageSent it) {
                json.writeStartObject();
                json.writeStringProperty("at", fact.at().toString());
                json.writeStringProperty("message", it.template());
                json.writeStringProperty("way", it.way());
                json.writeStringProperty("text", it.text());
                json.writeEndObject();
            } else if (fact.event() instanceof HookAnswered it) {
                json.writeStartObject();
                json.writeStringProperty("at", fact.at().toString());
                json.writeStringProperty("message", it.what());
                json.writeStringProperty("hook", it.hook());
                json.writeBooleanProperty("accepted", it.accepted());
                json.writeStringProperty("answer", it.answer());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void followUps(JsonGenerator json, Incident incident) {
        json.writeArrayPropertyStart("followUps");
        for (Command.FollowUp it : incident.command().followUps()) {
            json.writeStartObject();
            json.writeNumberProperty("number", it.number());
            json.writeStringProperty("text", it.text());
            json.writeStringProperty("owner", it.owner());
            json.writeBooleanProperty("done", it.done());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
