package dev.warroom.execution;

import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.shell.ProcessShellFactory;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A server in this JVM, for machines without OpenSSH's. Only the build's profile {@code sshd-core}
 * compiles it, which Maven chooses on such a machine; {@link Sshd} finds it by its name.
 */
final class JvmSshd implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();

    /**
     * Starts it.
     *
     * @param folder with its key, those that are let in, and the home folder of whoever comes in
     */
    JvmSshd(int port, Path folder) throws IOException {
        String home = "HOME=" + folder.resolve("home");
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new FileKeyPairProvider(folder.resolve("host")));
        server.setPublickeyAuthenticator(
                new AuthorizedKeysAuthenticator(folder.resolve("authorized")));
        server.setCommandFactory(
                (channel, command) ->
                        new ProcessShellFactory(command, "env", home, "/bin/sh", "-c", command)
                                .createShell(channel));
        server.start();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
