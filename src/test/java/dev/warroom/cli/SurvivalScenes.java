package dev.warroom.cli;

import dev.warroom.cli.SurvivalScene.Phase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A step in each phase of its life, each in an incident and a room of its own. */
final class SurvivalScenes implements AutoCloseable {

    private final Path temp;
    private final Map<Phase, SurvivalScene> scenes = new EnumMap<>(Phase.class);

    /**
     * @param temp holds what the steps and the rooms write
     * @param target where the steps run
     */
    SurvivalScenes(Path temp, String target, InstantSource clock) throws IOException {
        this.temp = temp;
        for (Phase phase : Phase.values()) {
            scenes.put(
                    phase,
                    new SurvivalScene(
                            phase, temp.resolve("work-" + phase), state(phase), target, clock));
        }
    }

    /** Where the room of a phase keeps what it knows. */
    Path state(Phase phase) {
        return temp.resolve("state").resolve(phase + "");
    }

    SurvivalScene of(Phase phase) {
        return scenes.get(phase);
    }

    /** It is over, and the others go on. */
    void close(Phase phase) throws IOException {
        scenes.remove(phase).close();
    }

    /** What is done with a scene. */
    @FunctionalInterface
    interface Part {
        void of(SurvivalScene scene) throws Exception;
    }

    /** Does it with all at once; waits for all. */
    void each(Part part) throws Exception {
        Map<Phase, Throwable> failed = new EnumMap<>(Phase.class);
        List<Thread> threads = new ArrayList<>();
        for (SurvivalScene scene : scenes.values()) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    part.of(scene);
                                } catch (Throwable e) {
                                    synchronized (failed) {
                                        failed.put(scene.phase(), e);
                                    }
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failed.isEmpty()) {
            AssertionError all = new AssertionError(failed.toString());
            failed.values().forEach(all::addSuppressed);
            throw all;
        }
    }

    @Override
    public void close() throws IOException {
        for (SurvivalScene scene : scenes.values()) {
            scene.close();
        }
    }
}
