package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.Optional;

/** The whole machine: {@code reboot}, {@code shutdown}. */
final class StoppingMachines implements Rule {

    @Override
    public Optional<Danger> in(Command command) {
        boolean stops =
                switch (command.name()) {
                    case "reboot", "poweroff", "halt" -> true;
                    case "shutdown" -> !command.hasLetter("ck");
                    case "init", "telinit" -> command.has("0", "6");
                    case "systemctl" ->
                            command.has(
                                    "reboot", "poweroff", "halt", "kexec", "rescue", "emergency");
                    case "ipmitool" -> command.has("off", "reset", "cycle");
                    case String _ -> false;
                };
        return stops
                ? Optional.of(
                        Danger.of(
                                Kind.STOPS_MACHINE,
                                command,
                                "everything on the machine stops, and it may not come back"))
                : Optional.empty();
    }
}
