package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.room.Outgoing;

import java.time.Instant;

/** What a hook gets. */
final class MessageJson {

    private MessageJson() {}

    /**
     * One object: {@code message} (the template's name), {@code text}, and the incident's {@code
     * id}, {@code severity}, {@code title}, {@code service}, {@code began} and {@code level}, the
     * highest that was called, or 0.
     */
    static String of(Outgoing message) {
        Incident incident = message.incident();
        return JsonText.object(
                json -> {
                    json.writeStringProperty("message", message.name());
                    json.writeStringProperty("text", message.text());
                    json.writeStringProperty("id", incident.id());
                    json.writeStringProperty(
                            "severity", incident.severity().map(Enum::name).orElse(""));
                    json.writeStringProperty("title", incident.title());
                    json.writeStringProperty("service", incident.service());
                    json.writeStringProperty(
                            "began", incident.beganAt().map(Instant::toString).orElse(""));
                    json.writeNumberProperty("level", incident.command().level());
                });
    }
}
