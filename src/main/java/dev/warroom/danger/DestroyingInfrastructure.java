package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** Machines, buckets, networks: {@code terraform destroy}, {@code aws s3 rm --recursive}. */
final class DestroyingInfrastructure implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        List<String> words = command.operands();
        boolean destroys =
                switch (command.name()) {
                    case "terraform", "tofu", "terragrunt" ->
                            words.contains("destroy")
                                    || words.contains("apply")
                                            && command.has(
                                                    "-auto-approve", "--auto-approve", "-destroy")
                                    || words.contains("state") && words.contains("rm");
                    case "pulumi", "cdk", "vagrant" -> words.contains("destroy");
                    case "aws" ->
                            words.stream().anyMatch(it -> it.matches("(delete|terminate|purge)-.*"))
                                    || words.contains("rm") && command.has("--recursive")
                                    || words.contains("rb") && command.has("--force");
                    case "gcloud", "az", "doctl", "hcloud", "openstack" -> words.contains("delete");
                    case "gsutil" -> words.contains("rm") && command.hasLetter("rR");
                    case String _ -> false;
                };
        return destroys
                ? Optional.of(
                        Danger.of(
                                Kind.DELETES_RESOURCES,
                                command,
                                "what it destroys cannot be brought back by running it again"))
                : Optional.empty();
    }
}
