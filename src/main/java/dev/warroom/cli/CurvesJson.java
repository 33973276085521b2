package dev.warroom.cli;

import dev.warroom.figures.Curve;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** Curves as a property {@code curves}, with one value for each step of time, or null. */
final class CurvesJson {

    private CurvesJson() {}

    static void write(JsonGenerator json, List<Curve> curves) {
        JsonText.objects(json, "curves", curves, it -> curve(json, it));
    }

    private static void curve(JsonGenerator json, Curve curve) {
        json.writeStringProperty("id", curve.id());
        json.writeStringProperty("name", curve.name());
        json.writeStringProperty("unit", curve.unit());
        json.writeNumberProperty("target", curve.target());
        json.writeNumberProperty("stepSeconds", curve.step().toSeconds());
        JsonText.objects(
                json,
                "points",
                curve.points(),
                point -> {
                    json.writeStringProperty("from", point.from().toString());
                    JsonText.number(json, "value", point.value());
                });
    }
}
