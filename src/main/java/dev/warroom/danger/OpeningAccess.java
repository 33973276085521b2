package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.Optional;
import java.util.regex.Pattern;

/** Rights and firewalls for whole trees and machines: {@code chmod -R}, {@code iptables -F}. */
final class OpeningAccess implements Rule {

    /** For everybody, or for all of the machine. */
    private static final Pattern WIDE =
            Pattern.compile("0?777|a\\+rwx|/\\*?|/(?:etc|usr|var|bin|lib|home|root|boot)/?\\*?");

    @Override
    public Optional<Danger> in(Command command) {
        return why(command).map(it -> Danger.of(Kind.OPENS_ACCESS, command, it));
    }

    private static Optional<String> why(Command command) {
        return switch (command.name()) {
            case "chmod", "chown", "chgrp" ->
                    (command.hasLetter("R") || command.has("--recursive"))
                                    && command.operands().stream()
                                            .anyMatch(it -> WIDE.matcher(it).matches())
                            ? Optional.of("the rights that the files had before are not kept")
                            : Optional.empty();
            case "iptables", "ip6tables" ->
                    command.has("-F", "--flush", "-X")
                            ? Optional.of(
                                    "without its rules the firewall lets through or locks out")
                            : Optional.empty();
            case "nft" ->
                    command.has("flush")
                            ? Optional.of(
                                    "without its rules the firewall lets through or locks out")
                            : Optional.empty();
            case "ufw" ->
                    command.has("disable", "reset")
                            ? Optional.of("the firewall is off afterwards")
                            : Optional.empty();
            case "setenforce" ->
                    command.has("0", "Permissive", "permissive")
                            ? Optional.of("the system's access rules are off afterwards")
                            : Optional.empty();
            case String _ -> Optional.empty();
        };
    }
}
