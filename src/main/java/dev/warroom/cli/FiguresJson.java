package dev.warroom.cli;

import dev.warroom.figures.Curve;
import dev.warroom.figures.Figure;
import dev.warroom.figures.Figures;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

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
        json.writeArrayPropertyStart("incidents");
        figures.declared().forEach(it -> incident(json, it));
        json.writeEndArray();
        noted(json, "deployments", figures.deployments());
        noted(json, "security", figures.security());
        if (curves) {
            json.writeArrayPropertyStart("curves");
            figures.curves().forEach(it -> curve(json, it));
            json.writeEndArray();
        }
    }

    private static void figure(JsonGenerator json, Figure figure) {
        json.writeObjectPropertyStart(figure.id());
        json.writeStringProperty("name", figure.name());
        number(json, "value", figure.value());
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
        json.writeStartObject();
        json.writeStringProperty("id", it.id());
        json.writeStringProperty("severity", it.severity().orElseThrow().name());
        json.writeStringProperty("title", it.title());
        JsonText.text(json, "began", it.beganAt().map(Instant::toString));
        JsonText.text(json, "acknowledged", it.acknowledgedAt().map(Instant::toString));
        JsonText.text(json, "ended", it.endedAt().map(Instant::toString));
        json.writeEndObject();
    }

    private static void noted(JsonGenerator json, String name, List<Fact> facts) {
        json.writeArrayPropertyStart(name);
        for (Fact fact : facts) {
            json.writeStartObject();
            json.writeStringProperty("at", fact.at().toString());
            json.writeStringProperty("who", fact.who());
            json.writeStringProperty(
                    "text", fact.event() instanceof KindNoted noted ? noted.text() : "");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void curve(JsonGenerator json, Curve curve) {
        json.writeStartObject();
        json.writeStringProperty("id", curve.id());
        json.writeStringProperty("name", curve.name());
        json.writeStringProperty("unit", curve.unit());
        json.writeNumberProperty("target", curve.target());
        json.writeNumberProperty("stepSeconds", curve.step().toSeconds());
        json.writeArrayPropertyStart("points");
        for (Curve.Point point : curve.points()) {
            json.writeStartObject();
            json.writeStringProperty("from", point.from().toString());
            number(json, "value", point.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) {
        json.writeName(name);
        if (value.isPresent()) {
            json.writeNumber(value.getAsDouble());
        } else {
            json.writeNull();
        }
    }
}
