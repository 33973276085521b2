package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule: a command that does not end by itself runs beside the rest until it is stopped. */
final class Streams {

    private static final Set<String> ENDLESS =
            Set.of("top", "htop", "btop", "atop", "iotop", "watch", "nload", "iftop", "stern");
    private static final Set<String> SAMPLING =
            Set.of("iostat", "vmstat", "mpstat", "pidstat", "sar", "dstat");
    private static final Set<String> BEFORE =
            Set.of("sudo", "nohup", "time", "exec", "stdbuf", "-oL", "command", "do", "env");
    private static final Pattern LOOP =
            Pattern.compile("\\bwhile\\s+(?:true|:|sleep\\b|\\[\\[?\\s+1\\b)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");
    private static final Pattern FOLLOW =
            Pattern.compile("-[A-Za-z\\d]*[fF][A-Za-z\\d]*|--follow(?:=.*)?");
    private static final Pattern COUNT = Pattern.compile("-[a-zA-Z]*[cw]\\d*|--count(?:=.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern TUNNEL = Pattern.compile("-[a-zA-Z]*[NLDR].*");
    private static final Pattern ENDING =
            Pattern.compile("head\\b.*|grep\\s.*-[a-zA-Z]*m.*|sed\\s.*q.*");

    private Streams() {}

    /** Words one of which stands in every command that goes on; finding none saves reading it. */
    private static final List<String> HINTS =
            List.of(
                    "tail",
                    "-f",
                    "-F",
                    "follow",
                    "continuous",
                    "top",
                    "watch",
                    "stat",
                    "ping",
                    "tcpdump",
                    "ssh",
                    "forward",
                    "while",
                    "onitor",
                    "ONITOR",
                    "proxy",
                    " up",
                    "nload",
                    "stern",
                    "-w",
                    "journalctl",
                    "sar",
                    "latency");

    /** Whether any command of {@code script} goes on until it is stopped. */
    static boolean hasOne(String script) {
        boolean hinted = false;
        for (int i = 0; i < HINTS.size() && !hinted; i++) {
            hinted = script.contains(HINTS.get(i));
        }
        if (!hinted) {
            return false;
        }
        if (LOOP.matcher(script).find() && !script.contains("break")) {
            return true;
        }
        return ShellWords.pipelines(script).stream().anyMatch(Streams::goesOn);
    }

    /**
     * The commands cut behind each that goes on until it is stopped, since what follows it would
     * never run.
     */
    static List<List<List<String>>> apart(List<List<String>> commands) {
        if (commands.size() == 1) {
            return List.of(commands);
        }
        List<List<List<String>>> parts = new ArrayList<>();
        List<List<String>> part = new ArrayList<>();
        for (List<String> command : commands) {
            part.add(command);
            if (hasOne(String.join("\n", command))) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static boolean goesOn(List<String> pipeline) {
        for (String command : pipeline.reversed()) {
            if (ENDING.matcher(command.strip()).matches()) {
                return false;
            }
            if (isEndless(ShellWords.words(command))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEndless(List<String> all) {
        int at = 0;
        while (at < all.size()
                && (BEFORE.contains(all.get(at))
                        || ASSIGNMENT.matcher(all.get(at)).matches()
                        || at > 0 && all.get(at).startsWith("-"))) {
            boolean named = all.get(at).matches("-[ugp]");
            at += named ? 2 : 1;
        }
        at = Math.min(at, all.size());
        if (at == all.size()) {
            return false;
        }
        String command = all.get(at).substring(all.get(at).lastIndexOf('/') + 1);
        List<String> rest = all.subList(at + 1, all.size());
        if (ENDLESS.contains(command)) {
            return !(command.endsWith("top") && has(rest, Pattern.compile("-\\w*[nl]\\d*")));
        }
        if (SAMPLING.contains(command)) {
            return rest.stream().filter(word -> NUMBER.matcher(word).matches()).count() == 1;
        }
        return switch (command) {
            case "timeout" -> false;
            case "tail", "journalctl" -> has(rest, FOLLOW);
            case "dmesg" -> has(rest, Pattern.compile("-\\w*w|--follow"));
            case "docker", "docker-compose", "podman", "kubectl", "oc", "nomad" -> follows(rest);
            case "ping", "ping6" -> !has(rest, COUNT);
            case "tcpdump" -> !has(rest, Pattern.compile("-[a-zA-Z]*c\\d*|--version|-D"));
            case "redis-cli" ->
                    rest.contains("--latency")
                            || rest.contains("--latency-history")
                            || rest.contains("--stat")
                            || has(rest, Pattern.compile("(?i)monitor"));
            case "ssh", "autossh" -> has(rest, TUNNEL);
            case String _ ->
                    rest.contains("--continuous")
                            || rest.contains("--follow")
                            || !rest.isEmpty() && rest.getLast().equalsIgnoreCase("monitor");
        };
    }

    private static boolean follows(List<String> rest) {
        return rest.contains("port-forward")
                || rest.contains("--watch")
                || rest.contains("-w") && rest.contains("get")
                || rest.contains("logs")
                        && has(
                                rest.subList(rest.indexOf("logs"), rest.size()),
                                Pattern.compile("-f|--follow(?:=true)?"))
                || rest.contains("proxy") && rest.indexOf("proxy") == 0
                || (rest.indexOf("compose") == 0 || rest.indexOf("up") == 0)
                        && rest.contains("up")
                        && !rest.contains("-d")
                        && !rest.contains("--detach")
                || rest.contains("stats") && !rest.contains("--no-stream")
                || rest.contains("--continuous");
    }

    private static boolean has(List<String> words, Pattern pattern) {
        return words.stream().anyMatch(word -> pattern.matcher(word).matches());
    }
}
