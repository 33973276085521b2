package dev.warroom.cli;

import dev.warroom.figures.Figure;
import dev.warroom.figures.Figures;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.util.List;

/** The figures of a period as one JSON object. */
final class FiguresJson {

    private FiguresJson() {}

    /**
     * @param curves whether the curves are wanted too
     */
    static String of(Figures figures, boolean curves) {
        return JsonText.object(json -> write(json, figures, curves));
    }

    private static void write(JsonGenerator json, Figures figures, boolean curves) {
        json.writeStringProperty("service", figures.service());
        json.writeStringProperty("from", figures.period().from().toString());
        json.writeStringProperty("to", figures.period().to().toString());
        json.writeObjectPropertyStart("figures");
        figures.all().forEach(it -> figure(json, it));
        json.writeEndObject();
        json.writeObjectPropertyStart("bySeverity");
        figures.bySeverity()
                .forEach((severity, many) -> json.writeNumberProperty(severity.name(), many));
        json.writeEndObject();
        json.writeNumberProperty("open", figures.open().size());
        JsonText.objects(json, "incidents", figures.declared(), it -> incident(json, it));
        noted(json, "deployments", figures.deployments());
        noted(json, "security", figures.security());
        if (curves) {
            CurvesJson.write(json, figures.curves());
        }
    }

    private static void figure(JsonGenerator json, Figure figure) {
        json.writeObjectPropertyStart(figure.id());
        json.writeStringProperty("name", figure.name());
        JsonText.number(json, "value", figure.value());
        json.writeStringProperty("unit", figure.unit());
        json.writeStringProperty("words", figure.words());
        JsonText.text(json, "target", figure.target());
        json.writeName("met");
        if (figure.met().isPresent()) {
            json.writeBoolean(figure.met().get());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("note", figure.note());
        json.writeEndObject();
    }

    private static void incident(JsonGenerator json, Incident it) {
        json.writeStringProperty("id", it.id());
        json.writeStringProperty("severity", it.severity().orElseThrow().name());
        json.writeStringProperty("title", it.title());
        JsonText.text(json, "began", it.beganAt().map(Instant::toString));
        JsonText.text(json, "acknowledged", it.acknowledgedAt().map(Instant::toString));
        JsonText.text(json, "ended", it.endedAt().map(Instant::toString));
    }

    private static void noted(JsonGenerator json, String name, List<Fact> facts) {
        JsonText.objects(
                json,
                name,
                facts,
                fact -> {
                    json.writeStringProperty("at", fact.at().toString());
                    json.writeStringProperty("who", fact.who());
                    json.writeStringProperty(
                            "text", fact.event() instanceof KindNoted noted ? noted.text() : "");
                });
    }
}
