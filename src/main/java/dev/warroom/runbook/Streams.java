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
    private static final Pattern LOOP =
            Pattern.compile("\\bwhile\\s+(?:true|:|sleep\\b|\\[\\[?\\s+1\\b)");
    private static final Pattern FOLLOW =
            Pattern.compile("-[A-Za-z\\d]*[fF][A-Za-z\\d]*|--follow(?:=.*)?");
    private static final Pattern COUNT = Pattern.compile("-[a-zA-Z]*[cw]\\d*|--count(?:=.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern ENDING =
            Pattern.compile("head\\b.*|grep\\s.*-[a-zA-Z]*m.*|sed\\s.*q.*");

    private static final Pattern BATCH = Pattern.compile("-\\w*[nl]\\d*");
    private static final Pattern KERNEL_FOLLOW = Pattern.compile("-\\w*w|--follow");
    private static final Pattern CAPTURE_ENDS = Pattern.compile("-[a-zA-Z]*c\\d*|--version|-D");
    private static final Pattern MONITOR = Pattern.compile("(?i)monitor");

    /** A container whose ports are published serves. */
    private static final Pattern PUBLISHED =
            Pattern.compile("-[a-zA-Z]*[pP](?:\\d.*)?|--publish(?:-all)?(?:=.*)?");

    private static final Pattern LOGS_FOLLOW = Pattern.compile("-f|--follow(?:=true)?");

    private Streams() {}

    /** Words one of which stands in every command that goes on; finding none saves reading it. */
    private static final Hints HINTS =
            Hints.ofAll(
                    List.of(
                            ENDLESS,
                            SAMPLING,
                            Set.of(
                                    "dmesg",
                                    "ping",
                                    "tcpdump",
                                    "while",
                                    "--follow",
                                    "--continuous",
                                    "--latency",
                                    "--stat",
                                    "monitor",
                                    "Monitor",
                                    "MONITOR")));

    private static final Hints ENDING_BEGINS = Hints.of("head", "grep", "sed");
    private static final Hints FOLLOWING = Hints.of("tail", "journalctl");
    private static final Hints TUNNELLING = Hints.of("ssh", "autossh");
    private static final Hints CONTAINERS = Hints.of("docker", "podman", "kubectl", "oc", "nomad");
    private static final Hints IN_CONTAINERS =
            Hints.of(
                    "-f", "--watch", "-w", "port-forward", "proxy", "up", "stats", "run", "events");

    /** Whether any command of {@code script} goes on until it is stopped. */
    static boolean hasOne(String script) {
        boolean hinted =
                HINTS.beginWordIn(script)
                        || Servers.HINTS.beginWordIn(script)
                        || FOLLOWING.beginWordIn(script) && hasFlag(script, "fF")
                        || TUNNELLING.beginWordIn(script) && hasFlag(script, "NLDR")
                        || CONTAINERS.beginWordIn(script) && IN_CONTAINERS.beginWordIn(script);
        if (!hinted) {
            return false;
        }
        if (script.contains("while") && LOOP.matcher(script).find() && !script.contains("break")) {
            return true;
        }
        for (List<String> pipeline : ShellWords.pipelines(script)) {
            if (goesOn(pipeline)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of {@code letters} stands among the flags of any command: {@code -nf}. */
    private static boolean hasFlag(String script, String letters) {
        for (int at = script.indexOf('-'); at >= 0; at = script.indexOf('-', at + 1)) {
            int end = at + 1;
            while (end < script.length() && Character.isLetterOrDigit(script.charAt(end))) {
                if (letters.indexOf(script.charAt(end)) >= 0) {
                    return true;
                }
                end++;
            }
        }
        return false;
    }

    /**
     * The commands cut behind each that goes on until it is stopped, since what follows it would
     * never run, and behind each that opens a shell, since what follows is typed in there.
     */
    static List<List<List<String>>> apart(List<List<String>> commands) {
        if (commands.size() == 1) {
            return List.of(commands);
        }
        List<List<List<String>>> parts = new ArrayList<>();
        List<List<String>> part = new ArrayList<>();
        for (List<String> command : commands) {
            part.add(command);
            String script = String.join("\n", command);
            if (hasOne(script) || Dialogues.opensShell(script)) {
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
            if (ends(command.strip())) {
                return false;
            }
            if (isEndless(Call.of(ShellWords.words(command)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String command) {
        return ENDING_BEGINS.begin(command) && ENDING.matcher(command).matches();
    }

    private static boolean isEndless(Call call) {
        String command = call.program();
        List<String> rest = call.rest();
        if (command.isEmpty()) {
            return false;
        }
        if (ENDLESS.contains(command)) {
            return !(command.endsWith("top") && call.has(BATCH));
        }
        if (SAMPLING.contains(command)) {
            return rest.stream().filter(word -> NUMBER.matcher(word).matches()).count() == 1;
        }
        return switch (command) {
            case "timeout" -> false;
            case "tail", "journalctl" -> call.has(FOLLOW);
            case "dmesg" -> call.has(KERNEL_FOLLOW);
            case "docker", "docker-compose", "podman", "kubectl", "oc", "nomad" -> follows(call);
            case "ping", "ping6" -> !call.has(COUNT);
            case "tcpdump" -> !call.has(CAPTURE_ENDS);
            case "redis-cli" ->
                    rest.contains("--latency")
                            || rest.contains("--latency-history")
                            || rest.contains("--stat")
                            || call.has(MONITOR);
            case "ssh", "autossh" -> new SshCall(command, rest).goesOn();
            case String _ ->
                    rest.contains("--continuous")
                            || rest.contains("--follow")
                            || !rest.isEmpty() && rest.getLast().equalsIgnoreCase("monitor")
                            || Servers.goesOn(call);
        };
    }

    private static boolean follows(Call call) {
        List<String> rest = call.rest();
        if (rest.contains("exec")) {
            return isEndless(call.inContainer("exec"));
        }
        return rest.contains("port-forward")
                || rest.contains("--watch")
                || rest.contains("-w") && rest.contains("get")
                || rest.contains("logs") && call.inside(rest.indexOf("logs")).has(LOGS_FOLLOW)
                || rest.indexOf("proxy") == 0
                || (rest.indexOf("compose") == 0 || rest.indexOf("up") == 0)
                        && rest.contains("up")
                        && !rest.contains("-d")
                        && !rest.contains("--detach")
                        && !rest.contains("--wait")
                || rest.contains("stats") && !rest.contains("--no-stream")
                || rest.indexOf("events") == 0 && !rest.contains("--until")
                || rest.indexOf("run") == 0 && serves(call.forContainer("run"))
                || rest.contains("--continuous");
    }

    /**
     * @param options of a container that is run
     */
    private static boolean serves(Call options) {
        return options.has(PUBLISHED) && !InContainer.isDetached(options);
    }
}
