package dev.warroom.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a command says which other one it starts.
 *
 * @param valued its options that take the next word
 * @param operands how many words stand before the command, options apart
 * @param shell whether what follows is given to a shell, as one text
 * @param elsewhere whether it runs on another machine
 */
record Wrapper(Set<String> valued, int operands, boolean shell, boolean elsewhere) {

    private static final Map<String, Wrapper> ALL =
            Map.ofEntries(
                    here("sudo", 0, "-u -g -h -p -C -T -U -r -t -D -R --user --group --chdir"),
                    here("doas", 0, "-u -C"),
                    here("env", 0, "-u -C --unset --chdir"),
                    here("nohup", 0, ""),
                    here("exec", 0, "-a"),
                    here("command", 0, ""),
                    here("builtin", 0, ""),
                    here("setsid", 0, ""),
                    here("nice", 0, "-n --adjustment"),
                    here("ionice", 0, "-c -n --class --classdata"),
                    here("chrt", 1, "-p"),
                    here("taskset", 1, ""),
                    here("stdbuf", 0, "-i -o -e"),
                    here("timeout", 1, "-s -k --signal --kill-after"),
                    here("flock", 1, "-w -E --timeout"),
                    here("xargs", 0, "-I -n -P -L -d -a -s -E --max-args --max-procs --delimiter"),
                    here("parallel", 0, "-j -a --jobs --arg-file --delay"),
                    here("chroot", 1, ""),
                    here("unshare", 0, ""),
                    here("strace", 0, "-o -e -p -s"),
                    here("ltrace", 0, "-o -e -p -s"),
                    here("rlwrap", 0, ""),
                    here("unbuffer", 0, ""),
                    here("sshpass", 0, "-p -f -d"),
                    here("systemd-run", 0, "-p -u -t --unit --property --uid"),
                    here("systemd-inhibit", 0, ""),
                    here("nsenter", 0, "-t --target"),
                    here("busybox", 0, ""),
                    here("time", 0, "-f -o"),
                    shell("watch", 0, false, "-n --interval"),
                    shell(
                            "ssh",
                            1,
                            true,
                            "-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w"),
                    shell("autossh", 1, true, "-M -i -L -l -o -p -R"),
                    shell("mosh", 1, true, "-p"),
                    shell("pssh", 0, true, "-h -H -l -p -o -e -t -O -x"),
                    shell("parallel-ssh", 0, true, "-h -H -l -p -o -e -t -O -x"),
                    shell("pdsh", 0, true, "-w -x -l -t -u -f -g"),
                    shell("clush", 0, true, "-w -x -g -l -f -t -u -o"));

    Wrapper(String valued, int operands, boolean shell, boolean elsewhere) {
        this(
                Set.of(valued.isEmpty() ? new String[0] : valued.split(" ")),
                operands,
                shell,
                elsewhere);
    }

    static Optional<Wrapper> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map.Entry<String, Wrapper> here(String name, int operands, String valued) {
        return Map.entry(name, new Wrapper(valued, operands, false, false));
    }

    private static Map.Entry<String, Wrapper> shell(
            String name, int operands, boolean elsewhere, String valued) {
        return Map.entry(name, new Wrapper(valued, operands, true, elsewhere));
    }

    /**
     * The words of the command that is started.
     *
     * @param words the wrapper's own name and what follows it
     * @return without words where the wrapper starts none that is named; empty where it does
     *     something else
     */
    Optional<List<Word>> rest(List<Word> words) {
        int at = 1;
        int passed = 0;
        while (at < words.size()) {
            String word = words.get(at).text();
            if (word.equals("--")) {
                at++;
                if (passed >= operands) {
                    break;
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                at += valued.contains(word) ? 2 : 1;
            } else if (word.matches("[A-Za-z_]\\w*=.*")
                    && words.get(0).text().matches(".*(env|sudo)")) {
                at++;
            } else if (passed < operands) {
                passed++;
                at++;
            } else {
                break;
            }
        }
        return passed < operands
                ? Optional.empty()
                : Optional.of(words.subList(Math.min(at, words.size()), words.size()));
    }
}
