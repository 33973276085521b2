package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** What a server keeps: {@code curl -X DELETE}, {@code etcdctl del}. */
final class DeletingOnServers implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        List<String> arguments = command.arguments();
        boolean deletes =
                switch (command.name()) {
                    case "curl", "http", "wget", "xh" ->
                            arguments.contains("DELETE")
                                    || arguments.contains("-XDELETE")
                                    || arguments.contains("--request=DELETE")
                                    || arguments.contains("--method=DELETE");
                    case "etcdctl" -> arguments.contains("del") || arguments.contains("rm");
                    case "consul", "vault" -> arguments.contains("delete");
                    case "kafka-topics", "kafka-topics.sh", "kafka-consumer-groups.sh" ->
                            arguments.contains("--delete");
                    case "rabbitmqctl", "rabbitmqadmin" ->
                            arguments.stream().anyMatch(it -> it.startsWith("delete"));
                    case String _ -> false;
                };
        return deletes
                ? Optional.of(
                        Danger.of(
                                Kind.DELETES_RESOURCES,
                                command,
                                "the server deletes it for everybody"))
                : Optional.empty();
    }
}
