package dev.warroom.danger;

import dev.warroom.danger.Danger.Kind;
import dev.warroom.shell.Command;

import java.util.List;
import java.util.Optional;

/** Without a chance to end in order: {@code kill -9}. */
final class Killing implements Rule {

    private static final String WHY =
            "the process cannot finish what it does: files may be left half written, locks held";

    @Override
    public Optional<Danger> in(Command command) {
        boolean kills =
                switch (command.name()) {
                    case "kill", "pkill", "killall", "skill", "killall5" ->
                            isKill(command.arguments());
                    case "fuser" -> command.hasLetter("k") || command.has("--kill");
                    case "systemctl", "docker", "podman" ->
                            command.operands().contains("kill")
                                    && (isKill(command.arguments())
                                            || !command.name().equals("systemctl")
                                                    && !command.has("-s", "--signal"));
                    case String _ -> false;
                };
        return kills ? Optional.of(Danger.of(Kind.KILLS, command, WHY)) : Optional.empty();
    }

    private static boolean isKill(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean next = argument.matches("-s|-n|--signal") && i + 1 < arguments.size();
            String signal =
                    next ? arguments.get(i + 1) : argument.replaceFirst("^--?(signal=|s)?", "");
            boolean option = next || argument.startsWith("-");
            if (option && signal.matches("(?i)9|(SIG)?KILL")) {
                return true;
            }
        }
        return false;
    }
}
