package dev.warroom.runbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a command with which a person talks, or that draws on the screen, wants a terminal: a shell
 * on another host, a console of a database, an editor, a question for a password. Without one it
 * fails, or ends at once as if all were well.
 */
final class Dialogues {

    /** They draw on the screen, or ask, whatever stands behind them. */
    private static final Set<String> ALWAYS =
            Set.of(
                    "vi",
                    "vim",
                    "nvim",
                    "nano",
                    "pico",
                    "micro",
                    "mcedit",
                    "joe",
                    "$EDITOR",
                    "$VISUAL",
                    "vipw",
                    "vigr",
                    "sudoedit",
                    "htop",
                    "btop",
                    "iftop",
                    "nload",
                    "watch",
                    "k9s",
                    "lazygit",
                    "tig",
                    "cfdisk",
                    "nmtui",
                    "raspi-config",
                    "mysql_secure_installation",
                    "tzselect",
                    "ssh-copy-id",
                    "newgrp",
                    "telnet",
                    "minicom");

    private static final Pattern NOTHING = Pattern.compile("");
    private static final Pattern OF_SHELL = Pattern.compile("(?:-[il]+)?");
    private static final Pattern OF_BASH = Pattern.compile("(?:-[il]+|--login)?");
    private static final Pattern OF_CONSOLE = Pattern.compile("(?:-i)?");

    /** They talk to a person unless one of these words stands behind them. */
    private static final Map<String, Pattern> UNLESS =
            Map.ofEntries(
                    Map.entry("top", Pattern.compile("-\\w*[bnvl]\\w*")),
                    Map.entry("iotop", Pattern.compile("-\\w*[bn]\\w*|--batch|--iter(?:=.*)?")),
                    Map.entry("ncdu", Pattern.compile("-\\w*o.*")),
                    Map.entry("atop", Pattern.compile("-\\w*[wr]\\w*|\\d+")),
                    Map.entry("emacs", Pattern.compile("--?(?:batch|daemon).*")),
                    Map.entry("visudo", Pattern.compile("-\\w*c\\w*|--check")),
                    Map.entry("passwd", Pattern.compile("-.+")),
                    Map.entry("su", Pattern.compile("-\\w*c|--command(?:=.*)?")),
                    Map.entry(
                            "psql",
                            Pattern.compile(
                                    "-[aAbeEHnqsStwWxXz01]*[cflV].*|--(?:command|file|list)(?:=.*)?")),
                    Map.entry("mongosh", Pattern.compile("--(?:eval|file).*|-f|.*\\.js")),
                    Map.entry("mongo", Pattern.compile("--eval.*|.*\\.js")),
                    Map.entry("cqlsh", Pattern.compile("-[ef]|--(?:execute|file).*")),
                    Map.entry(
                            "clickhouse-client", Pattern.compile("-q|--(?:query|queries-file).*")),
                    Map.entry("sftp", Pattern.compile("-b")),
                    Map.entry("kinit", Pattern.compile("-\\w*k\\w*|-R")),
                    Map.entry("htpasswd", Pattern.compile("-\\w*[biDv]\\w*")),
                    Map.entry("gdb", Pattern.compile("--?batch.*")),
                    Map.entry("gdisk", Pattern.compile("-l")),
                    Map.entry("fdisk", Pattern.compile("-\\w*l\\w*|--list|-s|-V")),
                    Map.entry("ssh-keygen", Pattern.compile("-\\w*[NRlFHeiAysYZMIkL]\\w*")),
                    Map.entry(
                            "dpkg-reconfigure",
                            Pattern.compile("-(?:f|p).*|--(?:frontend|priority).*")));

    /** They talk to a person where all that stands behind them reads like this. */
    private static final Map<String, Pattern> WORDS =
            Map.ofEntries(
                    Map.entry("bash", OF_BASH),
                    Map.entry("sh", OF_SHELL),
                    Map.entry("zsh", OF_BASH),
                    Map.entry("fish", OF_BASH),
                    Map.entry("ash", OF_SHELL),
                    Map.entry("ksh", OF_SHELL),
                    Map.entry("python", OF_CONSOLE),
                    Map.entry("python3", OF_CONSOLE),
                    Map.entry("ipython", OF_CONSOLE),
                    Map.entry("node", OF_CONSOLE),
                    Map.entry("irb", NOTHING),
                    Map.entry("mc", NOTHING),
                    Map.entry("influx", NOTHING),
                    Map.entry("iex", Pattern.compile("(?:-S mix)?")),
                    Map.entry("bc", Pattern.compile("(?:-l)?")),
                    Map.entry("php", Pattern.compile("(?:-a)?")),
                    Map.entry("ftp", Pattern.compile("[^-]\\S*")),
                    Map.entry("parted", Pattern.compile("/dev/\\S*")),
                    Map.entry("adduser", Pattern.compile("[^-]\\S*")),
                    Map.entry("vagrant", Pattern.compile("ssh(?!-)(?!.* (?:-c|--command)\\b).*")),
                    Map.entry("crontab", Pattern.compile("(?:-u \\S+ )?-e(?: .*)?")),
                    Map.entry("kubectl", Pattern.compile("(?:.* )?(?:edit|attach) .*")),
                    Map.entry("oc", Pattern.compile("(?:edit|rsh|attach) .*")),
                    Map.entry("systemctl", Pattern.compile("(?:--\\S+ )*edit\\b(?!.*--stdin).*")),
                    Map.entry(
                            "git",
                            Pattern.compile(
                                    "commit(?!.*"
                                        + " (?:-\\w*[mFCc]|--message|--file|--no-edit|--fixup|--dry-run)).*|rebase"
                                        + " (?:-i|--interactive).*|add"
                                        + " (?:-[ip]|--patch|--interactive).*")),
                    Map.entry("rails", Pattern.compile("(?:console|c|dbconsole|db)(?: -.*)?")),
                    Map.entry(
                            "manage.py",
                            Pattern.compile(
                                    "(?:shell|shell_plus|dbshell|changepassword.*|createsuperuser(?!.*"
                                        + "--no-?input).*)")),
                    Map.entry("artisan", Pattern.compile("tinker")),
                    Map.entry("aws", Pattern.compile("configure(?: sso)?(?: --profile \\S+)?")),
                    Map.entry("gcloud", Pattern.compile("init|auth login(?: .*)?")),
                    Map.entry("gh", Pattern.compile("auth login(?!.*--with-token).*")),
                    Map.entry("npm", Pattern.compile("(?:login|adduser)(?: --.*)?")),
                    Map.entry("heroku", Pattern.compile("login.*|run (?:bash|rails c.*)")),
                    Map.entry("virsh", Pattern.compile("(?:console|edit) .*")),
                    Map.entry("lxc", Pattern.compile("(?:shell|console) .*|exec .* (?:ba|z)?sh")),
                    Map.entry("incus", Pattern.compile("(?:shell|console) .*|exec .* (?:ba|z)?sh")),
                    Map.entry("machinectl", Pattern.compile("(?:shell|login)(?: \\S+)?")),
                    Map.entry("ansible-vault", Pattern.compile("(?:edit|create) .*")),
                    Map.entry(
                            "ansible-playbook",
                            Pattern.compile(
                                    ".*(?<!\\S)(?:-[kK]|--ask-(?:become-)?pass|--ask-vault-pass)\\b.*")),
                    Map.entry(
                            "openssl",
                            Pattern.compile(
                                    "req (?=.*-(?:new|x509)\\b)(?!.*-(?:subj|batch|config)\\b).*")),
                    Map.entry(
                            "certbot",
                            Pattern.compile(
                                    "(?!.*(?:-n\\b|--non-?interactive|--noninteractive))(?:certonly"
                                            + "|--\\w+|run)(?: .*)?")),
                    Map.entry(
                            "tmux",
                            Pattern.compile(
                                    "|a(?:ttach)?(?:-session)?(?: .*)?"
                                            + "|new(?:-session)?(?!.* -[a-zA-Z]*d)(?: .*)?")),
                    Map.entry(
                            "chroot",
                            Pattern.compile(
                                    "(?:-\\S+ )*[^-\\s]\\S*(?: (?:/\\S*/)?(?:ba|z)?sh(?:"
                                            + " -[il]+)?)?")),
                    Map.entry("screen", Pattern.compile("|-[rxRS]\\b(?!.* -[dX]).*|/dev/.*")));

    private static final Set<String> OF_MYSQL =
            Set.of("mysql", "mariadb", "mysqldump", "mysqladmin", "mysqlcheck", "mysqlimport");
    private static final Pattern STATEMENT = Pattern.compile("-[BNsrtvE]*e.*|--execute\\b.*|-V");
    private static final Pattern TELLS = Pattern.compile("--(?:help|version)");
    private static final Pattern PASSWORD = Pattern.compile("-p|--password");
    private static final Pattern SHELL =
            Pattern.compile("-[a-zA-Z]*[is][a-zA-Z]*|--(?:login|shell)");

    /** Options behind which a word of theirs stands. */
    private static final Set<String> OF_REDIS =
            Set.of(
                    "-h",
                    "-p",
                    "-a",
                    "-n",
                    "-u",
                    "-s",
                    "--user",
                    "--pass",
                    "--cacert",
                    "--cert",
                    "--key");

    private static final Set<String> FLAGS_OF_REDIS =
            Set.of("--tls", "--no-auth-warning", "-c", "-3");

    /** Where what is typed next is typed in there, as in a container's shell. */
    private static final Set<String> SESSIONS =
            Set.of(
                    "ssh",
                    "slogin",
                    "su",
                    "bash",
                    "sh",
                    "zsh",
                    "fish",
                    "ash",
                    "ksh",
                    "newgrp",
                    "chroot",
                    "vagrant",
                    "lxc",
                    "incus",
                    "machinectl",
                    "telnet",
                    "screen",
                    "tmux");

    private static final Hints HINTS =
            Hints.ofAll(
                    List.of(
                            ALWAYS,
                            UNLESS.keySet(),
                            WORDS.keySet(),
                            OF_MYSQL,
                            InContainer.PROGRAMS,
                            Set.of(
                                    "sudo",
                                    "ssh",
                                    "slogin",
                                    "redis-cli",
                                    "valkey-cli",
                                    "sqlite3",
                                    "bundle")));

    private static final Hints OPENING =
            Hints.ofAll(List.of(SESSIONS, InContainer.PROGRAMS, Set.of("sudo")));

    private Dialogues() {}

    /** Whether any command of {@code script} wants a terminal. */
    static boolean hasOne(String script) {
        return HINTS.beginWordIn(script)
                && ShellWords.pipelines(script).stream().anyMatch(Dialogues::wantsTerminal);
    }

    /** Whether any command of {@code script} opens a shell: what follows is typed in there. */
    static boolean opensShell(String script) {
        return OPENING.areWordIn(script)
                && ShellWords.pipelines(script).stream()
                        .anyMatch(it -> wantsTerminal(it) && isSession(call(it)));
    }

    private static Call call(List<String> pipeline) {
        return Call.of(ShellWords.words(pipeline.getFirst()));
    }

    /** Without a program it is a shell of {@code sudo}. */
    private static boolean isSession(Call dialogue) {
        return dialogue.program().isEmpty()
                || SESSIONS.contains(dialogue.program())
                || InContainer.opensShell(dialogue);
    }

    /** Whether a call that nothing is piped into opens a shell. */
    static boolean opensShell(Call call) {
        return isDialogue(call) && isSession(call);
    }

    /** What is piped or read from a file is no dialogue. */
    private static boolean wantsTerminal(List<String> pipeline) {
        List<String> words = ShellWords.words(pipeline.getFirst());
        Call call = Call.of(words);
        boolean read = words.stream().anyMatch(word -> word.startsWith("<") && !word.endsWith(">"));
        if (call.program().isEmpty()) {
            return words.contains("sudo")
                    && words.stream().skip(1).anyMatch(it -> SHELL.matcher(it).matches());
        }
        return OF_MYSQL.contains(call.program()) && call.has(PASSWORD)
                || !read && pipeline.size() == 1 && isDialogue(call);
    }

    /** Whether a call that nothing is piped into talks with a person. */
    static boolean isDialogue(Call call) {
        String program = call.program();
        boolean container = InContainer.begins(call);
        if (!container && call.has(TELLS)) {
            return false;
        }
        if (ALWAYS.contains(program)) {
            return true;
        }
        Pattern unless = UNLESS.get(program);
        if (unless != null) {
            return !call.has(unless);
        }
        Pattern words = WORDS.get(program);
        if (words != null
                && !call.isLong()
                && words.matcher(String.join(" ", call.rest())).matches()) {
            return true;
        }
        if (container) {
            return InContainer.wantsTerminal(call);
        }
        return switch (program) {
            case "ssh", "slogin" -> new SshCall(program, call.rest()).opensShell();
            case "mysql", "mariadb" -> !call.has(STATEMENT);
            case "redis-cli", "valkey-cli" -> isRedis(call.rest());
            case "sqlite3" -> call.rest().stream().filter(it -> !it.startsWith("-")).count() < 2;
            case "bundle" ->
                    call.has("exec") && isDialogue(call.inside(call.rest().indexOf("exec") + 1));
            case "python", "python3", "php" -> !call.rest().isEmpty() && isDialogue(call.inside(0));
            case String _ -> false;
        };
    }

    private static boolean isRedis(List<String> rest) {
        for (int i = 0; i < rest.size(); i++) {
            if (OF_REDIS.contains(rest.get(i))) {
                i++;
            } else if (!FLAGS_OF_REDIS.contains(rest.get(i))) {
                return false;
            }
        }
        return true;
    }
}
