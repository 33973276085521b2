package dev.warroom.room;

import dev.warroom.room.Checklist.Picked;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Expectation;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Link;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.OwnIds;
import dev.warroom.runbook.Place;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the spots of a runbook. */
final class SpotFinder {

    private final Library library;
    private final Map<String, List<Link>> links = new HashMap<>();
    private final OwnIds ids = new OwnIds();
    private final List<Spot> spots = new ArrayList<>();
    private final Map<String, Picked> ways = new HashMap<>();

    SpotFinder(Library library) {
        this.library = library;
    }

    Spots find(Runbook runbook) {
        library.linksOf(runbook.file())
                .forEach(it -> links.computeIfAbsent(it.in(), in -> new ArrayList<>()).add(it));
        runbook.steps().forEach(it -> ids.unique(it.id()));
        words(runbook.id(), runbook.title(), runbook.instructions());
        links(runbook.id());
        for (Section section : runbook.sections()) {
            words(section.id(), section.title(), section.instructions());
            links(section.id());
            section.items().forEach(it -> item(it, section));
            section.outcomes().forEach(it -> expectation(it, section, Optional.empty()));
        }
        library.after(runbook)
                .map(it -> new Spot.OfNext(ids.unique(runbook.id() + ">"), it))
                .ifPresent(spots::add);
        return new Spots(spots, ways);
    }

    private void item(Item item, Section section) {
        switch (item) {
            case Step step -> step(step, section);
            case Choice choice -> {
                for (Option option : choice.options()) {
                    words(option.id(), option.title(), option.instructions());
                    links(option.id());
                    for (Step step : option.steps()) {
                        ways.put(step.id(), new Picked(choice, option));
                        step(step, section);
                    }
                }
            }
        }
    }

    private void step(Step step, Section section) {
        spots.add(new Spot.OfStep(step));
        links(step.id());
        step.attributes()
                .expect()
                .map(it -> new Expectation(it, Optional.empty()))
                .ifPresent(it -> expectation(it, section, Optional.of(step)));
    }

    /** Words that would fill the pane are read apart from it. */
    private void words(String in, String title, List<String> lines) {
        if (Spot.OfWords.areLong(lines)) {
            spots.add(new Spot.OfWords(ids.unique(in + "…"), in, title, lines));
        }
    }

    private void expectation(Expectation expectation, Section section, Optional<Step> step) {
        String id = ids.expectation(step.map(Step::id).orElse(section.id()), expectation.words());
        spots.add(new Spot.OfExpectation(id, expectation, section, step));
    }

    /** Those that lead somewhere within the library, each once; the others stand in the words. */
    private void links(String in) {
        Set<Place> seen = new HashSet<>();
        for (Link link : links.getOrDefault(in, List.of())) {
            library.behind(link)
                    .filter(seen::add)
                    .map(it -> new Spot.OfLink(ids.unique(in + ">" + link.target()), link, it))
                    .ifPresent(spots::add);
        }
    }
}
