package dev.warroom.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rule: what the word after a fence says about a block. */
enum Label {
    /** It runs. */
    SHELL,
    /** It is a recorded session: lines without a prompt are output. */
    SESSION,
    /** Nothing, or nothing that is known here, as a slip of the pen: its content tells. */
    NONE,
    /** Data or a query, unless its content is plainly shell: labels get copied. */
    DATA,
    /** A program, or what one printed. */
    OTHER;

    private static final Set<String> SHELLS =
            Set.of(
                    "sh",
                    "bash",
                    "shell",
                    "zsh",
                    "ksh",
                    "dash",
                    "ash",
                    "bsh",
                    "shellscript",
                    "shell-script",
                    "sh-script",
                    "cli",
                    "command",
                    "commandline",
                    "command-line",
                    "cmdline");
    private static final Set<String> SESSIONS =
            Set.of(
                    "console",
                    "terminal",
                    "term",
                    "shell-session",
                    "shellsession",
                    "sh-session",
                    "bash-session",
                    "shell_session",
                    "terminal-session");

    /** Data in which a number sign begins a remark, and is nobody's prompt. */
    private static final Set<String> REMARKED =
            Set.of(
                    "yaml",
                    "yml",
                    "ini",
                    "toml",
                    "conf",
                    "config",
                    "cfg",
                    "properties",
                    "env",
                    "dotenv");

    private static final Set<String> OTHER_DATA =
            Set.of(
                    "json",
                    "sql",
                    "mysql",
                    "psql",
                    "pgsql",
                    "postgresql",
                    "http",
                    "xml",
                    "html",
                    "csv",
                    "diff",
                    "redis",
                    "promql",
                    "logql",
                    "json5",
                    "jsonc",
                    "jsonl",
                    "patch",
                    "plist",
                    "editorconfig");

    private static final Set<String> PROGRAMS =
            words(
                    """
                    abap ada apache arduino as3 ascii ascii-art asciidoc asm awk bat batch
                    batchfile bnf c c# c++ caddy caddyfile cc clj clojure cmake cmd cobol
                    coffee coffeescript containerfile cpp cql cron crontab cs csharp css
                    cue cypher d2 dart delphi diagram docker-compose dockerfile dos dot
                    ebnf elixir elm email eml erb erlang error esql ex exs fortran fsharp
                    gitattributes gitignore go go-template golang gotemplate gql gradle
                    graphql graphviz groovy handlebars haproxy haskell hcl hs influxql
                    ipython java javascript jinja jinja2 jl js jsonnet jsp jsx julia
                    kotlin kql kt kusto latex less liquid lisp log logs lua make makefile
                    markdown matlab md mdx mermaid message mongo mongodb move nasm nim
                    nginx nix nu nushell objc objective-c ocaml octave out output pascal perl php
                    pine pl plantuml plsql posh powershell prisma prolog proto protobuf ps
                    ps1 pug puml puppet pwsh py pycon pyi python python2 python3 python-
                    repl r racket rb regex regexp rego result results rs rst ruby rust sas
                    sass scala scheme scss smali solidity sparql spl splunk stderr stdout
                    svelte svg swift systemd tcl templ terraform tex tf thrift toc
                    traceback tree ts tsql tsv tsx twig typescript uml v vb vba vbnet
                    vbscript vhdl vim viml vue wasm winbatch wgsl xsd xslt zig
                    """);

    /** Of {@link #name}. */
    static Label of(String name) {
        if (SHELLS.contains(name)) {
            return SHELL;
        }
        if (SESSIONS.contains(name)) {
            return SESSION;
        }
        if (REMARKED.contains(name) || OTHER_DATA.contains(name)) {
            return DATA;
        }
        return PROGRAMS.contains(name) ? OTHER : NONE;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    /** Whether it names a configuration, data or a query. */
    static boolean isData(String name) {
        return of(name) == DATA;
    }

    /** Whether it names data in which a number sign begins a remark. */
    static boolean hasRemarks(String name) {
        return REMARKED.contains(name);
    }

    static boolean isShell(String name) {
        Label label = of(name);
        return label == SHELL || label == SESSION;
    }

    /**
     * The first word of a fence's info in lower case, without attributes; empty for none. The form
     * of Pandoc, {@code {.bash}}, counts too.
     */
    static String name(String info) {
        String words = info.strip();
        int from = words.startsWith("{.") ? 2 : words.startsWith(".") ? 1 : 0;
        int end = from;
        while (end < words.length() && " \t{},;:?=".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        boolean setting =
                end < words.length() && words.charAt(end) == '=' && end + 1 < words.length();
        return setting ? "" : words.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
