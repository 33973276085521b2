package dev.warroom.cli;

import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;
import dev.warroom.text.Sanitiser;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run without a screen prints. */
sealed interface RunReport {

    void before(Step step);

    void output(String line);

    void after(StepResult result);

    /**
     * @param journal where it is written down; empty where it is not
     */
    void end(String journal);

    /** For people. */
    final class Words implements RunReport {

        private final PrintWriter out;
        private final Map<StepResult.State, Integer> counts = new EnumMap<>(StepResult.State.class);

        Words(PrintWriter out, Runbook runbook) {
            this.out = out;
            out.println(
                    Sanitiser.line(runbook.title())
                            + "  ("
                            + Sanitiser.line(runbook.file())
                            + ":"
                            + runbook.line()
                            + ")");
        }

        @Override
        public void before(Step step) {
            out.println();
            out.println("● " + Sanitiser.line(step.title()));
            step.script().lines().forEach(line -> out.println("  $ " + Sanitiser.line(line)));
        }

        @Override
        public void output(String line) {
            out.println("  " + Sanitiser.line(line));
        }

        @Override
        public void after(StepResult result) {
            counts.merge(result.state(), 1, Integer::sum);
            String exit = result.exit().isPresent() ? ", exit " + result.exit().getAsInt() : "";
            String took =
                    result.exit().isPresent()
                            ? String.format(Locale.ROOT, " in %.1f s", seconds(result))
                            : "";
            String why = result.why().isEmpty() ? "" : ": " + Sanitiser.line(result.why());
            out.println(
                    "  " + mark(result.state()) + " " + word(result.state()) + exit + took + why);
        }

        @Override
        public void end(String journal) {
            String all =
                    counts.entrySet().stream()
                            .map(it -> it.getValue() + " " + word(it.getKey()))
                            .collect(Collectors.joining(", "));
            out.println();
            out.println(
                    (all.isEmpty() ? "no steps" : all)
                            + (journal.isEmpty()
                                    ? ". Nothing was run."
                                    : ". Recorded as " + journal + "."));
        }

        private static String mark(StepResult.State state) {
            return switch (state) {
                case PASSED -> "✓";
                case FAILED -> "✗";
                case SKIPPED -> "–";
                case STOPPED -> "■";
                case UNKNOWN -> "?";
            };
        }
    }

    /** For programs: one object a line, and beside it why a step was not passed. */
    final class Json implements RunReport {

        private final PrintWriter out;
        private final PrintWriter err;
        private final Runbook runbook;

        Json(PrintWriter out, PrintWriter err, Runbook runbook) {
            this.out = out;
            this.err = err;
            this.runbook = runbook;
        }

        @Override
        public void before(Step step) {}

        @Override
        public void output(String line) {}

        @Override
        public void after(StepResult result) {
            Step step = result.step();
            out.println(
                    JsonText.object(
                            json -> {
                                json.writeStringProperty("runbook", runbook.id());
                                json.writeStringProperty("step", step.id());
                                json.writeStringProperty("title", step.title());
                                json.writeNumberProperty("line", step.line());
                                json.writeStringProperty(
                                        "kind", step.kind().name().toLowerCase(Locale.ROOT));
                                json.writeStringProperty("state", word(result.state()));
                                json.writeName("exit");
                                if (result.exit().isPresent()) {
                                    json.writeNumber(result.exit().getAsInt());
                                } else {
                                    json.writeNull();
                                }
                                json.writeNumberProperty("seconds", seconds(result));
                            }));
            if (!result.why().isEmpty()) {
                err.println(
                        Sanitiser.line(step.title() + ": " + word(result.state()))
                                + ": "
                                + Sanitiser.line(result.why()));
            }
        }

        @Override
        public void end(String journal) {}
    }

    private static String word(StepResult.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(StepResult result) {
        return result.took().toMillis() / 1000.0;
    }
}
