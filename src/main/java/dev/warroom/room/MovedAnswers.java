package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.WalkRecord;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Picked options and answered expectations that are found again in a changed runbook, under another
 * heading. As with steps, only where there is no doubt: one is gone, and one that says the same is
 * new.
 */
final class MovedAnswers {

    private MovedAnswers() {}

    static List<StepMoved> between(Runbook before, Runbook after, Incident incident) {
        List<StepMoved> moved = new ArrayList<>();
        picks(before, after, incident.walk(), moved);
        expectations(before, after, incident.walk(), moved);
        return moved;
    }

    private static void picks(
            Runbook before, Runbook after, WalkRecord walk, List<StepMoved> moved) {
        List<Choice> old = choices(before);
        List<Choice> now = choices(after);
        List<Choice> gone = old.stream().filter(it -> !has(now, it)).toList();
        List<Choice> fresh = now.stream().filter(it -> !has(old, it)).toList();
        for (Choice choice : gone) {
            List<Choice> alike = fresh.stream().filter(it -> same(it, choice)).toList();
            boolean alone = gone.stream().filter(it -> same(it, choice)).count() == 1;
            WalkRecord.Pick pick = walk.pick(choice.id()).orElse(null);
            if (pick == null || !alone || alike.size() != 1) {
                continue;
            }
            Choice to = alike.getFirst();
            for (int i = 0; i < choice.options().size(); i++) {
                if (choice.options().get(i).id().equals(pick.option())) {
                    Option option = to.options().get(i);
                    moved.add(new StepMoved(choice.id(), to.id(), option.title()));
                    moved.add(new StepMoved(pick.option(), option.id(), option.title()));
                }
            }
        }
    }

    private static List<Choice> choices(Runbook runbook) {
        return runbook.sections().stream()
                .flatMap(it -> it.items().stream())
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .toList();
    }

    private static boolean has(List<Choice> all, Choice choice) {
        return all.stream().anyMatch(it -> it.id().equals(choice.id()));
    }

    private static boolean same(Choice one, Choice other) {
        return titles(one).equals(titles(other));
    }

    private static List<String> titles(Choice choice) {
        return choice.options().stream().map(Option::title).toList();
    }

    private static void expectations(
            Runbook before, Runbook after, WalkRecord walk, List<StepMoved> moved) {
        List<Spot.OfExpectation> old = expected(before);
        List<Spot.OfExpectation> now = expected(after);
        List<Spot.OfExpectation> gone = old.stream().filter(it -> !holds(now, it)).toList();
        List<Spot.OfExpectation> fresh = now.stream().filter(it -> !holds(old, it)).toList();
        for (Spot.OfExpectation it : gone) {
            List<Spot.OfExpectation> alike = fresh.stream().filter(one -> says(one, it)).toList();
            boolean alone = gone.stream().filter(one -> says(one, it)).count() == 1;
            if (alone && alike.size() == 1 && walk.check(it.id()).isPresent()) {
                moved.add(new StepMoved(it.id(), alike.getFirst().id(), it.expectation().words()));
            }
        }
    }

    private static List<Spot.OfExpectation> expected(Runbook runbook) {
        return Spots.of(runbook, Library.EMPTY).all().stream()
                .filter(Spot.OfExpectation.class::isInstance)
                .map(Spot.OfExpectation.class::cast)
                .toList();
    }

    private static boolean holds(List<Spot.OfExpectation> all, Spot.OfExpectation one) {
        return all.stream().anyMatch(it -> it.id().equals(one.id()));
    }

    private static boolean says(Spot.OfExpectation one, Spot.OfExpectation other) {
        return one.expectation().words().equals(other.expectation().words());
    }
}
