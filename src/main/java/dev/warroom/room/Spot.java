package dev.warroom.room;

import dev.warroom.runbook.Expectation;
import dev.warroom.runbook.Link;
import dev.warroom.runbook.Place;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something in a checklist that the cursor can stand on, since something can be done with it. */
public sealed interface Spot {

    /** Unique in its checklist, and the same as long as the words stay. */
    String id();

    /** The id of the step, option, section or runbook that it stands in; empty behind them all. */
    String in();

    /** Something to do. */
    record OfStep(Step step) implements Spot {

        /** Longer instructions, and longer scripts, are shown apart from the checklist. */
        public static final int SHOWN = 12;

        @Override
        public String id() {
            return step.id();
        }

        @Override
        public String in() {
            return step.id();
        }

        /** Whether its words are read apart, by Enter. */
        public boolean isLong() {
            return rows(step.instructions()) > SHOWN;
        }
    }

    /**
     * Words that are too long for the checklist.
     *
     * @param lines all of them
     */
    record OfWords(String id, String in, String title, List<String> lines) implements Spot {

        /** Lines of them that the checklist shows. */
        public static final int SHOWN = 6;

        static boolean areLong(List<String> lines) {
            return rows(lines) > SHOWN + 2;
        }
    }

    /**
     * Something that must hold.
     *
     * @param section whose steps it is about
     * @param step the one step it is about, where it is about one
     */
    record OfExpectation(String id, Expectation expectation, Section section, Optional<Step> step)
            implements Spot {

        private static final Pattern TICK = Pattern.compile("^[✅☑✓✔☐\uFE0F\\s]+(?=\\S)");

        @Override
        public String in() {
            return step.map(Step::id).orElse(section.id());
        }

        /** Its words, without a tick: one that the author wrote is none that anybody has set. */
        public String title() {
            return TICK.matcher(expectation.words()).replaceFirst("");
        }

        /** Whether what {@code ran} has printed can say whether it holds. */
        boolean isAbout(Step ran) {
            return step.map(it -> it.id().equals(ran.id()))
                    .orElseGet(
                            () ->
                                    section.steps().stream()
                                            .anyMatch(it -> it.id().equals(ran.id())));
        }
    }

    /** A link, and where it leads. */
    record OfLink(String id, Link link, Place place) implements Spot {

        @Override
        public String in() {
            return link.in();
        }

        /** Whether it leads to words, or to another part of the same runbook. */
        boolean staysIn(Checklist checklist) {
            return place instanceof Place.OnPage || leadsInto(checklist);
        }

        boolean leadsInto(Checklist checklist) {
            return place instanceof Place.InRunbook(var runbook, var section)
                    && checklist.is(runbook.id());
        }

        /** The step that it leads to, where it names a part of a runbook. */
        Optional<String> step() {
            return place instanceof Place.InRunbook(var runbook, var section)
                            && !link.anchor().isEmpty()
                    ? section.steps().stream().findFirst().map(Step::id)
                    : Optional.empty();
        }

        /** What stands at its other end. */
        public String title() {
            return switch (place) {
                case Place.InRunbook(var runbook, var section) ->
                        runbook.title()
                                + (section.title().isEmpty() || link.anchor().isEmpty()
                                        ? ""
                                        : " · " + section.title());
                case Place.OnPage(var page) -> page.title();
            };
        }
    }

    /**
     * The runbook that follows below the same headings of its file, at the end of the checklist.
     *
     * @param id unique in the checklist
     */
    record OfNext(String id, Runbook runbook) implements Spot {
        @Override
        public String in() {
            return "";
        }
    }

    /** How many lines words take in a pane of the usual width. */
    private static int rows(List<String> lines) {
        return lines.stream().mapToInt(it -> 1 + it.length() / 60).sum();
    }
}
