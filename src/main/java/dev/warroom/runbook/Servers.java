package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which programs serve, listen or look on until they are stopped, unless they are told not to. */
final class Servers {

    /** What begins a script of a package that serves; what else such scripts do ends. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?:dev|start|serve|watch|preview|storybook)(?:[:.-][\\w:.-]{1,40})?");

    /** Scripts that only begin like one that serves. */
    private static final Pattern OTHER_SCRIPT =
            Pattern.compile(".*[:.-](?:build|install|setup|stop|down|clean|test|deps)");

    /** Options of these programs behind which a word of theirs stands. */
    private static final Set<String> VALUED =
            Set.of("--filter", "-F", "--prefix", "-C", "--cwd", "--workspace", "-w", "--dir");

    /** Options of celery's behind which a word stands, which may be called as what it does. */
    private static final Set<String> VALUED_BY_CELERY =
            Set.of("-A", "--app", "-b", "--broker", "--config", "--workdir");

    /** What a jupyter does that ends. */
    private static final Pattern NO_NOTEBOOK =
            Pattern.compile("list|stop|build|clean|password|--generate-config");

    private static final Set<String> PACKAGES = Set.of("npm", "pnpm", "yarn", "bun");

    private static final Set<String> RUNS_SCRIPT = Set.of("run", "run-script");

    /** What stands before the program that is to be run. */
    private static final Set<String> RUNS_PROGRAM = Set.of("run", "exec", "dlx");

    /** Programs that run another one, and stand before it. */
    private static final Set<String> RUNNERS =
            Set.of("npx", "bunx", "poetry", "pipenv", "uv", "uvx", "bundle", "hatch", "pdm");

    /** They serve whatever stands behind them. */
    private static final Set<String> ALWAYS =
            Set.of(
                    "uvicorn",
                    "hypercorn",
                    "daphne",
                    "waitress-serve",
                    "nodemon",
                    "http-server",
                    "live-server",
                    "sphinx-autobuild",
                    "webpack-dev-server",
                    "sidekiq");

    /** What has to stand behind a program for it to serve. */
    private static final Map<String, Set<String>> BY_WORD =
            Map.ofEntries(
                    Map.entry("flask", Set.of("run")),
                    Map.entry("rails", Set.of("server", "s")),
                    Map.entry("mkdocs", Set.of("serve")),
                    Map.entry("mike", Set.of("serve")),
                    Map.entry("hugo", Set.of("server", "serve")),
                    Map.entry("jekyll", Set.of("serve", "s")),
                    Map.entry("ng", Set.of("serve")),
                    Map.entry("next", Set.of("dev", "start")),
                    Map.entry("nuxt", Set.of("dev")),
                    Map.entry("nuxi", Set.of("dev")),
                    Map.entry("astro", Set.of("dev", "preview")),
                    Map.entry("webpack", Set.of("serve", "--watch", "-w")),
                    Map.entry("streamlit", Set.of("run")),
                    Map.entry("docusaurus", Set.of("start", "serve")),
                    Map.entry("ollama", Set.of("serve")),
                    Map.entry("caddy", Set.of("run")),
                    Map.entry("ngrok", Set.of("http", "tcp", "start")),
                    Map.entry("minikube", Set.of("tunnel", "mount")),
                    Map.entry("foreman", Set.of("start")),
                    Map.entry("honcho", Set.of("start")),
                    Map.entry("overmind", Set.of("start", "s")),
                    Map.entry("dotnet", Set.of("watch")),
                    Map.entry("cargo", Set.of("watch")),
                    Map.entry("vault", Set.of("-dev")),
                    Map.entry("inotifywait", Set.of("-m", "--monitor")),
                    Map.entry("perf", Set.of("top")));

    /** Modules of Python that serve. */
    private static final Set<String> MODULES =
            Set.of("http.server", "SimpleHTTPServer", "uvicorn", "hypercorn", "aiosmtpd");

    private static final Pattern PYTHON = Pattern.compile("python(?:\\d(?:\\.\\d{1,2})?)?|py");
    private static final Pattern LISTENS = Pattern.compile("-[a-zA-Z]*l[a-zA-Z]*\\d*|--listen");
    private static final Pattern SOCKET = Pattern.compile("(?i)[a-z0-9-]*listen:.*");
    private static final Pattern CAPTURE_ENDS =
            Pattern.compile("-[a-zA-Z]*[crDaGL]\\d*|--version|-[hv]");
    private static final Pattern ENDS =
            Pattern.compile(
                    "-h|--help|-V|--version|-D|--daemon(?:ize)?|-d|--detach|--check-config|--print-config|help");

    private static final Set<String> OTHERS =
            Set.of(
                    "jupyter",
                    "py",
                    "gunicorn",
                    "manage.py",
                    "php",
                    "vite",
                    "celery",
                    "nc",
                    "netcat",
                    "socat",
                    "tshark",
                    "ngrep");

    static final Hints HINTS =
            Hints.ofAll(List.of(PACKAGES, RUNNERS, ALWAYS, BY_WORD.keySet(), OTHERS));

    private Servers() {}

    /** Whether a call goes on until it is stopped. */
    static boolean goesOn(Call call) {
        String command = call.program();
        List<String> rest = call.rest();
        // To hugo, -D are drafts.
        if (call.has(ENDS) && !(command.equals("hugo") && rest.contains("-D"))) {
            return listens(call);
        }
        if (RUNNERS.contains(command)) {
            return runs(call);
        }
        if (PACKAGES.contains(command)) {
            return servesScript(call);
        }
        if (PYTHON.matcher(command).matches()) {
            return servesModule(call);
        }
        if (ALWAYS.contains(command)
                || BY_WORD.getOrDefault(command, Set.of()).stream().anyMatch(rest::contains)) {
            return true;
        }
        return switch (command) {
            case "gunicorn" -> !rest.isEmpty();
            case "vite" -> rest.isEmpty() || !rest.contains("build") && !rest.contains("optimize");
            case "manage.py" -> rest.contains("runserver");
            case "php" -> rest.contains("-S") || rest.contains("serve");
            case "celery" ->
                    words(rest, VALUED_BY_CELERY)
                            .findFirst()
                            .filter(it -> it.equals("worker") || it.equals("beat"))
                            .isPresent();
            case "jupyter" ->
                    (rest.contains("lab") || rest.contains("notebook")) && !call.has(NO_NOTEBOOK);
            case "tshark", "ngrep" -> !call.has(CAPTURE_ENDS);
            case String _ -> listens(call);
        };
    }

    private static boolean listens(Call call) {
        return switch (call.program()) {
            case "nc", "ncat", "netcat" -> call.has(LISTENS);
            case "socat" -> call.has(SOCKET);
            case String _ -> false;
        };
    }

    /** What a runner is told to run: {@code poetry run flask run}. */
    private static boolean runs(Call call) {
        List<String> rest = call.rest();
        int at = 0;
        while (at < rest.size()
                && (rest.get(at).startsWith("-") || RUNS_PROGRAM.contains(rest.get(at)))) {
            at++;
        }
        return goesOn(call.inside(at));
    }

    private static boolean servesScript(Call call) {
        List<String> words = words(call.rest(), VALUED).toList();
        int at = !words.isEmpty() && RUNS_SCRIPT.contains(words.getFirst()) ? 1 : 0;
        if (at == words.size()) {
            return false;
        }
        if (at == 0 && RUNS_PROGRAM.contains(words.getFirst())) {
            return runs(new Call(call.program(), words));
        }
        String script = words.get(at);
        return SCRIPT.matcher(script).matches() && !OTHER_SCRIPT.matcher(script).matches();
    }

    /** The words that are no options. */
    private static Stream<String> words(List<String> rest, Set<String> valued) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            if (valued.contains(rest.get(i))) {
                i++;
            } else if (!rest.get(i).startsWith("-")) {
                words.add(rest.get(i));
            }
        }
        return words.stream();
    }

    private static boolean servesModule(Call call) {
        List<String> rest = call.rest();
        int module = rest.indexOf("-m") + 1;
        if (module > 0) {
            return module < rest.size()
                    && (MODULES.contains(rest.get(module)) || goesOn(call.inside(module)));
        }
        int script = 0;
        while (script < rest.size() && rest.get(script).startsWith("-")) {
            script++;
        }
        return goesOn(call.inside(script));
    }
}
