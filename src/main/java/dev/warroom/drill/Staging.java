package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A second, smaller production in the folder {@code staging}: the same releases, a service and a
 * database of its own, no clients. Nothing of it runs until somebody starts it.
 *
 * @param production whose releases it shares
 */
record Staging(Workspace production) {

    /**
     * Lays out its folder.
     *
     * @param port that its service will listen on
     * @param databasePort that its database will listen on
     * @return its supervisor, which has started nothing yet
     */
    Supervisor prepare(int port, int databasePort, InstantSource clock) throws IOException {
        var workspace = new Workspace(production.folder().resolve("staging"));
        for (Path place :
                new Path[] {
                    workspace.logs(),
                    workspace.deployedVersions(),
                    workspace.control(),
                    workspace.store(),
                    workspace.volume().folder()
                }) {
            Files.createDirectories(place);
        }
        Files.createSymbolicLink(workspace.releases(), Path.of("..", "releases"));
        String schema = Store.TABLE + ".schema";
        Files.copy(production.store().resolve(schema), workspace.store().resolve(schema));
        new ServiceEnvironment(port, databasePort, ProcessHandle.current().pid())
                .write(workspace.serviceEnvironment());
        var supervisor = new Supervisor(workspace, port, databasePort, true, clock);
        supervisor.standBy();
        return supervisor;
    }
}
