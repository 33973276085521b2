package dev.warroom.workspace;

import dev.warroom.layout.Layout;
import dev.warroom.layout.Layout.Direction;
import dev.warroom.layout.Pane;
import dev.warroom.problem.Location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tree of one layout. */
final class LayoutNodes {

    private static final int MOST_PARTS = 16;
    private static final int HIGHEST = 1_000;
    private static final int USUAL_COLUMNS = 20;
    private static final int USUAL_ROWS = 3;
    private static final List<String> KINDS = List.of("pane", "columns", "rows");
    private static final List<String> ROOT = List.of("pane", "columns", "rows", "min", "fallback");
    private static final List<String> PART = List.of("pane", "columns", "rows", "min", "ratio");
    private static final List<String> PANES =
            Arrays.stream(Pane.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();

    private final Findings findings;
    private final Map<Pane, Location> seen = new EnumMap<>(Pane.class);

    LayoutNodes(Findings findings) {
        this.findings = findings;
    }

    Fields root(YamlNode node) {
        return Fields.of(node, "a layout", ROOT, findings);
    }

    /** Empty where something is wrong with it, which is then a finding. */
    Optional<Layout.Node> node(Fields fields) {
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            findings.error(
                    kinds.isEmpty() ? fields.at() : fields.keyAt(kinds.get(1)),
                    kinds.isEmpty()
                            ? "there is neither a pane nor parts here"
                            : "there are " + String.join(" and ", kinds) + " in one place",
                    "Write exactly one of pane, columns and rows.");
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        if (kind.equals("pane")) {
            return leaf(fields);
        }
        if (fields.has("min")) {
            findings.error(
                    fields.keyAt("min"),
                    "\"min\" goes with a pane, and this is split into " + kind,
                    "Write it at the panes.");
        }
        return split(fields, kind);
    }

    private Optional<Layout.Node> leaf(Fields fields) {
        Fields min =
                fields.node("min")
                        .map(it -> Fields.of(it, "min", List.of("columns", "rows"), findings))
                        .orElse(null);
        int columns = min == null ? USUAL_COLUMNS : size(min, "columns", USUAL_COLUMNS);
        int rows = min == null ? USUAL_ROWS : size(min, "rows", USUAL_ROWS);
        return pane(fields).map(pane -> new Layout.Leaf(pane, columns, rows));
    }

    private static int size(Fields min, String key, int usual) {
        return min.number(key, 1, HIGHEST, usual).orElse(usual);
    }

    private Optional<Pane> pane(Fields fields) {
        Optional<String> written = fields.text("pane", "logs");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int index = PANES.indexOf(written.get());
        Location at = fields.valueAt("pane");
        if (index < 0) {
            findings.error(
                    at,
                    "there is no pane \"" + Shown.of(written.get()) + "\"",
                    Spelling.hint(written.get(), PANES));
            return Optional.empty();
        }
        Pane pane = Pane.values()[index];
        Location first = seen.putIfAbsent(pane, at);
        if (first != null) {
            findings.error(
                    at,
                    "the pane " + written.get() + " is in the layout twice",
                    "It is in line " + first.line() + " already; take one of them out.");
        }
        return Optional.of(pane);
    }

    private Optional<Layout.Node> split(Fields fields, String kind) {
        String example = "[{pane: checklist}, {pane: logs}]";
        List<YamlNode> items = fields.list(kind, MOST_PARTS, example);
        YamlNode written = fields.node(kind).orElseThrow();
        boolean list = written instanceof YamlNode.Sequence || written.isNothing();
        if (list
                && items.size() < 2
                && !(written instanceof YamlNode.Sequence all && all.items().size() > 1)) {
            findings.error(
                    written.at(),
                    "\"" + kind + "\" must have at least two parts, and has " + items.size(),
                    "Write for example: " + kind + ": " + example);
        }
        List<Layout.Part> parts = new ArrayList<>();
        for (YamlNode item : items) {
            Fields part = Fields.of(item, "a part", PART, findings);
            if (item instanceof YamlNode.Mapping) {
                int ratio = part.number("ratio", 1, 100, 2).orElse(1);
                node(part).ifPresent(node -> parts.add(new Layout.Part(ratio, node)));
            }
        }
        Direction direction = kind.equals("columns") ? Direction.COLUMNS : Direction.ROWS;
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(new Layout.Split(direction, parts));
    }
}
