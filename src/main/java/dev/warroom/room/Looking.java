package dev.warroom.room;

import dev.warroom.layout.Pane;

import java.util.Optional;

/** What the person at the keyboard looks at, as others are told. */
public final class Looking {

    private Looking() {}

    /** Empty where no incident is open. */
    public static String words(Room room) {
        if (!room.incident().begun()) {
            return "";
        }
        if (room.question().orElse(null) instanceof Question.Preview preview) {
            return "about to run \"" + preview.step().title() + "\"";
        }
        if (room.screen().outputHasKeys() && room.screen().output().isPresent()) {
            return "the output of \"" + RunTitle.of(room, room.screen().output().get()) + "\"";
        }
        return switch (room.screen().focus()) {
            case Pane.CHECKLIST -> room.choosing() ? "what can be opened" : checklist(room);
            case Pane.LOGS -> "the logs";
            case Pane.HEALTH -> "the health of the service";
            case Pane.TIMELINE -> "the timeline";
        };
    }

    private static String checklist(Room room) {
        String title = room.checklist().runbook().map(it -> it.title()).orElse("the checklist");
        Optional<String> step = Availability.selected(room).map(it -> "\"" + it.title() + "\"");
        return step.map(it -> it + " of " + title).orElse(title);
    }
}
