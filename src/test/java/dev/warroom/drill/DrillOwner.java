package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that owns a drill and never closes it. */
final class DrillOwner {

    private DrillOwner() {}

    /**
     * Prints the production's process id and the workspace, and then waits for its own end.
     *
     * @param args the product's folder
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Drill drill = Drill.start(Path.of(args[0]), Scenario.BAD_RELEASE, 1);
        System.out.println(drill.productionPid() + " " + drill.workspace());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
