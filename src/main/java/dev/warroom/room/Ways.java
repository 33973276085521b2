package dev.warroom.room;

import dev.warroom.incident.Where;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways to the hosts of a step that is about to run. They are opened while its preview is read:
 * to connect is most of what a step on many hosts takes, and who cannot be reached is better known
 * before it runs than after.
 *
 * @param answers for each host that was asked: nothing yet, or why there is no way, which is empty
 *     where there is one
 */
public record Ways(PMap<Where, Optional<String>> answers) {

    static final Ways NONE = new Ways(HashTreePMap.empty());

    /** Of more hosts the first: no more connections are kept open without work. */
    static final int MOST = 100;

    /** So many of those that cannot be reached are named. */
    private static final int MOST_NAMES = 3;

    /**
     * What there is to know of the ways to all hosts.
     *
     * @param trouble whether there is none to some of them
     */
    public record Words(String text, boolean trouble) {}

    /** The preview is to be shown, and the ways to its hosts are opened. */
    static Next show(Room room, Question.Preview preview) {
        Room asking = room.asking(preview);
        List<Where> hosts =
                preview.aim().launches().stream()
                        .map(Launch::where)
                        .filter(it -> !it.local())
                        .distinct()
                        .limit(MOST)
                        .toList();
        boolean early =
                room.policy().steps().connectsEarly() && !Running.onlyReady(room, preview.step());
        if (hosts.isEmpty() || !room.mode().runs() || !early) {
            return Next.of(asking.with(room.launches().with(NONE)));
        }
        PMap<Where, Optional<String>> asked = HashTreePMap.empty();
        for (Where each : hosts) {
            asked = asked.plus(each, Optional.empty());
        }
        return Next.of(
                asking.with(room.launches().with(new Ways(asked))),
                new Effect.Reach(hosts, preview.aim().atOnce()));
    }

    /** Whoever has begun the step, or turned from it, needs no more ways to be opened ahead. */
    static Next left(Next next) {
        Room room = next.room();
        return room.question().isPresent() || room.launches().ways().answers().isEmpty()
                ? next
                : new Next(room.with(room.launches().with(NONE)), next.effects())
                        .and(List.of(new Effect.Reach(List.of(), 1)));
    }

    Ways answered(Where where, String trouble) {
        return answers.containsKey(where)
                ? new Ways(answers.plus(where, Optional.of(trouble)))
                : this;
    }

    /** Empty where none of the hosts was asked. */
    public Optional<Words> words(Aim aim) {
        Map<Where, String> names = new LinkedHashMap<>();
        aim.launches().stream()
                .filter(it -> answers.containsKey(it.where()))
                .forEach(it -> names.putIfAbsent(it.where(), it.target().name()));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> troubles = new ArrayList<>();
        names.forEach(
                (where, name) ->
                        answers.get(where)
                                .filter(it -> !it.isEmpty())
                                .ifPresent(it -> troubles.add(name + ": " + it)));
        long answered = names.keySet().stream().filter(it -> answers.get(it).isPresent()).count();
        boolean waiting = answered < names.size();
        String far =
                aim.several()
                        ? far(answered - troubles.size(), names.size(), isAll(aim), waiting)
                        : waiting ? "connecting …" : "connected";
        if (troubles.isEmpty()) {
            return Optional.of(new Words(far, false));
        }
        String not = aim.several() ? far + ", not to " : "no connection to ";
        return Optional.of(new Words(not + told(troubles), true));
    }

    private boolean isAll(Aim aim) {
        return aim.launches().stream()
                .map(Launch::where)
                .allMatch(it -> it.local() || answers.containsKey(it));
    }

    private static String far(long connected, int asked, boolean all, boolean waiting) {
        return "connected to "
                + connected
                + (all ? " of " : " of the first ")
                + asked
                + (waiting ? " …" : "");
    }

    private static String told(List<String> troubles) {
        int more = troubles.size() - MOST_NAMES;
        return troubles.stream().limit(MOST_NAMES).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
