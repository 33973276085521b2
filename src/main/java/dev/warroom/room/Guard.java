package dev.warroom.room;

import dev.warroom.danger.Danger;
import dev.warroom.room.Question.Purpose;

import java.util.List;
import java.util.Optional;

/** What stands between a preview and its run. */
public final class Guard {

    private Guard() {}

    /**
     * What must be typed before this runs: the target's name, or that of the group, where what is
     * dangerous would run on any host that customers depend on.
     */
    public static Optional<String> word(Aim aim, List<Danger> dangers) {
        return aim.production() && !dangers.isEmpty()
                ? Optional.of(aim.several() ? aim.name() : aim.first().target().name())
                : Optional.empty();
    }

    /** Why what a preview shows cannot run on all its hosts; empty where it can. */
    public static Optional<String> whyNot(Question.Preview preview) {
        return preview.aim().several() && preview.aim().interactive()
                ? Optional.of(Interactive.ONE_HOST)
                : Optional.empty();
    }

    /** What was shown runs, or whoever wants it to is asked for that word first. */
    static Next pass(Room room, Question.Preview preview) {
        Optional<String> never = whyNot(preview);
        if (never.isPresent()) {
            return Next.of(room.with(Notice.bad(never.get())));
        }
        Optional<Approving.Need> need = Approving.missing(room, preview);
        if (need.isPresent()) {
            return Approving.ask(room, preview, need.get());
        }
        return word(preview.aim(), preview.dangers())
                .map(it -> Acting.ask(room, new Purpose.Confirm(preview, it)))
                .orElseGet(() -> start(room, preview));
    }

    /** Whoever runs it by hand has all its attempts before them. */
    private static Next start(Room room, Question.Preview preview) {
        return Running.launch(
                room.with(room.retries().without(preview.step())), preview.step(), preview.aim());
    }

    /** Nothing else than the word will do. */
    static Next typed(Room room, Purpose.Confirm asked, String text) {
        return text.equals(asked.word())
                ? start(room.unasked(), asked.preview())
                : Next.of(
                        room.asking(new Question.Text(asked, Line.EMPTY))
                                .with(
                                        Notice.bad(
                                                "That is not "
                                                        + asked.word()
                                                        + ", so nothing runs. Type it, or Esc")));
    }
}
