package dev.warroom.report;

import dev.warroom.figures.Curve;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Option;

import java.util.List;
import java.util.Map;

/**
 * What a post-mortem can show beside the record.
 *
 * @param library names the options that were not taken
 * @param digests SHA-256 of the output, by run id, where the file is still there
 * @param curves of the service around it; none where nobody watched
 */
public record Evidence(Library library, Map<String, String> digests, List<Curve> curves) {

    /** Nothing beside the record. */
    public static final Evidence NONE = new Evidence(Library.EMPTY, Map.of());

    public Evidence {
        digests = Map.copyOf(digests);
        curves = List.copyOf(curves);
    }

    /** Without curves. */
    public Evidence(Library library, Map<String, String> digests) {
        this(library, digests, List.of());
    }

    /** The other options of a choice; none where its runbook does not have it any more. */
    public List<Option> notTaken(OptionChosen chosen) {
        return library.having(chosen.choice()).stream()
                .flatMap(it -> it.sections().stream())
                .flatMap(it -> it.items().stream())
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .filter(it -> it.id().equals(chosen.choice()))
                .flatMap(it -> it.options().stream())
                .filter(it -> !it.id().equals(chosen.option()))
                .toList();
    }
}
