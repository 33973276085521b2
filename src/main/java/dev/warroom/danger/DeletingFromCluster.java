package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** What a cluster runs: {@code kubectl delete}, {@code helm uninstall}. */
final class DeletingFromCluster implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        return why(command).map(it -> Danger.of(Kind.DELETES_RESOURCES, command, it));
    }

    private static Optional<String> why(Command command) {
        List<String> words = command.operands();
        return switch (command.name()) {
            case "kubectl", "oc", "k3s", "microk8s" -> kubectl(command, words);
            case "helm" ->
                    words.contains("uninstall") || words.contains("delete")
                            ? Optional.of("it deletes all that the release has installed")
                            : Optional.empty();
            case "nomad" ->
                    words.contains("stop") && command.has("-purge")
                            ? Optional.of("it stops the job and forgets it")
                            : Optional.empty();
            case "argocd" ->
                    words.contains("delete")
                            ? Optional.of("it deletes the application's resources")
                            : Optional.empty();
            case String _ -> Optional.empty();
        };
    }

    private static Optional<String> kubectl(Command command, List<String> words) {
        if (words.contains("exec") || words.contains("get") || words.contains("describe")) {
            return Optional.empty();
        }
        if (words.contains("delete")) {
            return Optional.of("it deletes the resources from the cluster");
        }
        if (words.contains("drain")) {
            return Optional.of("it evicts everything that runs on the node");
        }
        if (words.contains("scale") && command.has("--replicas=0")) {
            return Optional.of("without replicas nothing of it runs any more");
        }
        return words.contains("replace") && command.has("--force")
                ? Optional.of("--force deletes the resource before it is made again")
                : Optional.empty();
    }
}
